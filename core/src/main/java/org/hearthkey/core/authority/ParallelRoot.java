package org.hearthkey.core.authority;

import java.util.List;
import org.hearthkey.core.certificate.Der;

/// An experimental root beside the home's own, to try what signs with ML-DSA or SLH-DSA. Nothing in the home trusts it,
/// and no bundle holds it.
///
/// @param certificates its own, called `root`, and one for the key of each issuer, called by the issuer's role
public record ParallelRoot(ParallelKind kind, List<Parallel> certificates) {
    /// A certificate of it. Bytes, for parts of a home that read certificates know no such keys.
    ///
    /// @param of `root`, `services` or a zone
    public record Parallel(String of, Der der) {}

    public ParallelRoot {
        certificates = List.copyOf(certificates);
    }
}
