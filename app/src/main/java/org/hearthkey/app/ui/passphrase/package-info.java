/// Choosing a passphrase, wherever one is chosen: drawn or typed twice, and held against what thieves try first.
package org.hearthkey.app.ui.passphrase;
