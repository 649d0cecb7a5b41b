/// Work that must not hold up the window, and the one thread that owns the open home.
package org.hearthkey.app.ui.task;
