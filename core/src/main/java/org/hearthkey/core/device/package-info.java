/// Devices, the zones they live in, and what each proves itself with.
package org.hearthkey.core.device;
