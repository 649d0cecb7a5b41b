/// The code from the box of a device, beside the device: shown, printed, handed over, forgotten.
package org.hearthkey.app.ui.setupcode;
