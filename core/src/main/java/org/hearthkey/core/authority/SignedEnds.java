package org.hearthkey.core.authority;

import org.hearthkey.core.certificate.Der;

/// A signed revocation list but for the entries that it shares with others.
///
/// @param head what stands before these entries
/// @param tail what stands after them: the list's own entries, what it says of itself, and the signature
public record SignedEnds(Der head, Der tail) {}
