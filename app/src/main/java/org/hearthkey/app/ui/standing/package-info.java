/// How the open home stands to its witnesses: said on every screen, with the ways on.
package org.hearthkey.app.ui.standing;
