/// Devices that leave the home for good: what has to be done, what was, and what proves it.
package org.hearthkey.core.retire;
