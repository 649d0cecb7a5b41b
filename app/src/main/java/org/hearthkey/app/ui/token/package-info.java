/// Tokens in the window: which are plugged in, which is chosen, and its PIN.
package org.hearthkey.app.ui.token;
