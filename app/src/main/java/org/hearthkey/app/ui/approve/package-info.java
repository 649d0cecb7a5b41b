/// Lets a device in: scan, decide, hand over.
package org.hearthkey.app.ui.approve;
