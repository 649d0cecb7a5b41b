/// Selling the house: its package, the buyer's receipt, the end of the home, and the proof sheets of both.
package org.hearthkey.app.ui.house;
