package org.hearthkey.core.authority;

import java.security.SecureRandom;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;

/// A throw-away issuer under a throw-away root. Both say what the real ones say, but for their keys.
///
/// @param root trusted in the rehearsal
/// @param issuer the copy of the real issuer; the root itself where that is a root
/// @param key the copy's key
record Stage(Certificate root, Certificate issuer, SoftwareKey key) implements AutoCloseable {
    static Stage of(Certificate real, Profiles profiles, SecureRandom random) {
        if (real.isSelfIssued()) {
            var rootKey = SoftwareKey.generate(KeyProfile.P384, random);
            var root = Draft.copyOf(real, rootKey.publicKey()).signedBy(rootKey);
            return new Stage(root, root, rootKey);
        }
        // What hangs on this root is checked at every signature, and P-256 is checked several times faster than P-384.
        var rootKey = SoftwareKey.generate(KeyProfile.P256, random);
        var key = SoftwareKey.generate(KeyProfile.P256, random);
        var copy = Draft.copyOf(real, key.publicKey());
        var root = profiles.root(rootKey.publicKey(), copy.validity())
                .withSubject(copy.issuer())
                .withIssuer(copy.issuer())
                .signedBy(rootKey);
        return new Stage(root, copy.signedBy(rootKey), key);
    }

    @Override
    public void close() {
        key.close();
    }

    /// The way from a certificate that this issuer signed to the root.
    Chain chain(Certificate leaf) {
        return issuer.equals(root) ? new Chain(leaf) : new Chain(leaf, issuer);
    }
}
