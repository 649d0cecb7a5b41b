/// Passphrases and key bytes that lend themselves, never print, and are overwritten when closed.
package org.hearthkey.core.secret;
