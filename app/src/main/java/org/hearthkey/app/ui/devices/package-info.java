/// The inventory: every device of the home, how it stands, and what can be done about it.
package org.hearthkey.app.ui.devices;
