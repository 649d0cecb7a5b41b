/// A house that is sold: the package for its buyer, the buyer's receipt, and how far the hand-over has come.
package org.hearthkey.core.sale;
