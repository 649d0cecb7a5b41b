package org.hearthkey.core.attest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.policy.Finding;

/// How far a maker's word for a device was proven, and all that speaks for and against it.
///
/// @param reason why it is this grade and no other; one reason has one meaning for ever
/// @param certificate the device's certificate by its maker, if a sound one was shown
/// @param anchor the certificate on the trust list that it leads to, if it leads to one
public record Judgment(
        Grade grade,
        String reason,
        List<Finding> findings,
        Optional<Certificate> certificate,
        Optional<TrustAnchor> anchor) {
    /// Nothing was shown.
    public static final Judgment NOTHING_SHOWN =
            new Judgment(Grade.NONE, "nothing-shown", List.of(), Optional.empty(), Optional.empty());

    public Judgment {
        findings = List.copyOf(findings);
    }

    /// What is remembered of it.
    public AttestationNote note(Instant at) {
        return new AttestationNote(
                grade,
                reason,
                certificate.map(Certificate::fingerprint),
                anchor.map(shown -> shown.certificate().fingerprint()),
                at);
    }
}
