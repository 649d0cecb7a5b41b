/// The window: what is in it when nothing is open, when a home is locked and when it is open. Joins the screens by hand.
package org.hearthkey.app.ui.shell;
