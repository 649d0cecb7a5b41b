package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.key.SigningKey;

/// Signs with the home's own issuers: opens the issuer's key for one signature and forgets it.
public final class Signatory {
    private final IssuerBook issuers;
    private final Keyring keys;
    private final Authority authority;

    public Signatory(IssuerBook issuers, Keyring keys, Authority authority) {
        this.issuers = issuers;
        this.keys = keys;
        this.authority = authority;
    }

    public IssuerBook issuers() {
        return issuers;
    }

    public Keyring keys() {
        return keys;
    }

    /// A certificate below the services or a zone.
    public Certificate signLeaf(Role role, LeafDraft draft) {
        try (var key = keys.open(role)) {
            return authority.signLeaf(issuers.issuer(role), key, draft);
        }
    }

    /// The list of the services or of a zone.
    public Crl signCrl(Role role, CrlDraft draft) {
        try (var key = keys.open(role)) {
            return signCrl(role, key, draft);
        }
    }

    /// A list with a key that is open already, as the root's is during a ceremony.
    public Crl signCrl(Role role, SigningKey key, CrlDraft draft) {
        return authority.signCrl(issuers.issuer(role), key, draft);
    }

    /// A detached CMS signature by the signer of bundles, with its chain inside.
    public byte[] signManifest(byte[] manifest, Certificate signer) {
        try (var key = keys.openManifestSigner()) {
            return authority.signDetached(
                    manifest, key, signer, List.of(issuers.services().certificate()));
        }
    }

    /// `wanted`, or the end of the chain above a leaf of `role` if that is earlier.
    public Instant endWithin(Role role, Instant wanted) {
        var chainEnd = issuers.chainEnd(role);
        return wanted.isBefore(chainEnd) ? wanted : chainEnd;
    }
}
