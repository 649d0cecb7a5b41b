/// The append-only Merkle log of what was done, and the canonical JSON its entries are written in.
package org.hearthkey.core.journal;
