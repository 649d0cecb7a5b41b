/// Asks for the root's secret, for one act.
package org.hearthkey.app.ui.root;
