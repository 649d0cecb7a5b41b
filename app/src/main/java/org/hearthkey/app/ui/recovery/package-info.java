/// Recovery sheets in the window: making them, proving them, and knowing where they are.
package org.hearthkey.app.ui.recovery;
