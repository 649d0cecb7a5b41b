package org.hearthkey.core.attest;

import java.util.List;

/// The makers whom the owner trusts. What is not on it vouches for nothing.
public interface TrustBook {
    /// All certificates on the list, the oldest first.
    List<TrustAnchor> all();

    /// Those that are trusted for `use`.
    default List<TrustAnchor> all(AnchorUse use) {
        return all().stream().filter(anchor -> anchor.use() == use).toList();
    }
}
