/// Who is no longer welcome: the revocation lists, how far each has come, and revoking a device.
package org.hearthkey.app.ui.revocation;
