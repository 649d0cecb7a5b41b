/// What a camera sees, in the window: for codes of devices and for sheets of paper.
package org.hearthkey.app.ui.camera;
