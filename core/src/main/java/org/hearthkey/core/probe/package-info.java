/// Comes to the listeners of a hub: as a device would, to see whom they let in, or as a broker's administrator, to cut one off.
package org.hearthkey.core.probe;
