/// What a screen of an open home is: its place in the sidebar, what it is given, what it is told.
package org.hearthkey.app.ui.screen;
