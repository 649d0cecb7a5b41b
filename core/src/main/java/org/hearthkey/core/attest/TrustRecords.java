package org.hearthkey.core.attest;

import org.hearthkey.core.key.Fingerprint;

/// The trust list, for changing. Only inside a commit.
public interface TrustRecords extends TrustBook {
    /// Puts a certificate on the list. It must not be there for this use yet.
    void add(TrustAnchor anchor);

    /// Takes a certificate off the list, for every use.
    ///
    /// @param certificate the fingerprint of the whole certificate
    /// @return how many entries went
    int remove(Fingerprint certificate);
}
