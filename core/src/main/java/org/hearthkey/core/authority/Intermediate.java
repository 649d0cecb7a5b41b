package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.name.ZoneName;

/// The issuer of another program that the root certified, such as step-ca or EJBCA. Its key was never here; what it signs is
/// not recorded here.
///
/// @param name names its subtree as a zone's does, and is never a zone's too
/// @param revoked when and why the root took it back, if it did
public record Intermediate(
        ZoneName name, Certificate certificate, Instant added, Optional<Credential.Revoked> revoked) {
    /// The same with another certificate for its key.
    public Intermediate with(Certificate other) {
        return new Intermediate(name, other, added, revoked);
    }
}
