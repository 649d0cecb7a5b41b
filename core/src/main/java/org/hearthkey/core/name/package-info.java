/// Names that may be spoken: homes, zones, devices, DNS names.
package org.hearthkey.core.name;
