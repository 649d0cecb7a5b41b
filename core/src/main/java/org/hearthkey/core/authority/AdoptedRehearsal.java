package org.hearthkey.core.authority;

import java.security.SecureRandom;
import java.time.Instant;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;

/// Rehearses an issuer that another program made: whatever else it says, what the home will sign below it must pass.
final class AdoptedRehearsal {
    private final Profiles profiles;
    private final SecureRandom random;

    AdoptedRehearsal(Profiles profiles, SecureRandom random) {
        this.profiles = profiles;
        this.random = random;
    }

    /// A zone, and a device in it, must pass below this root. The root stands in the path as well, so that its own
    /// constraints are applied.
    void root(Certificate root, ZoneName zone, Instant at) {
        var complaints = new Complaints();
        var validity = Validity.of(root);
        try (var rootKey = SoftwareKey.generate(KeyProfile.P384, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var copy = Draft.copyOf(root, rootKey.publicKey()).signedBy(rootKey);
            var issuer = profiles.zone(copy, zone, 1, key.publicKey(), validity).signedBy(rootKey);
            var device = device(issuer, zone, 1).signedBy(key);
            complaints.unlessAccepted(new Chain(device, issuer, copy), copy, at);
            complaints.add(Lint.certificate(issuer));
        }
        complaints.throwIfAny();
    }

    /// A device of the zone must pass below the issuer that the root signs and below its twin.
    void zone(Certificate root, ZoneName zone, int policy, Draft issuerDraft, Certificate twin) {
        var complaints = new Complaints();
        var begun = issuerDraft.validity().momentWithin(root);
        var at = begun.isBefore(twin.notBefore()) ? twin.notBefore() : begun;
        try (var stage = Stage.of(root, profiles, random);
                var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var issuer = issuerDraft.withKey(key.publicKey()).signedBy(stage.key());
            var copy = Draft.copyOf(twin, key.publicKey()).signedBy(key);
            complaints.unlessAccepted(new Chain(device(issuer, zone, policy).signedBy(key), issuer), stage.root(), at);
            complaints.unlessAccepted(new Chain(device(copy, zone, policy).signedBy(key), copy), copy, at);
            complaints.add(Lint.certificate(issuer));
        }
        complaints.throwIfAny();
    }

    private Draft device(Certificate issuer, ZoneName zone, int policy) {
        try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            return profiles.probe(issuer, zone, policy, key.publicKey(), random);
        }
    }
}
