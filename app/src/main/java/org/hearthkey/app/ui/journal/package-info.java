/// Every act of the home, the newest first, and the proof that none was changed.
package org.hearthkey.app.ui.journal;
