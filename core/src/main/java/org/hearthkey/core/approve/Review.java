package org.hearthkey.core.approve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// All that speaks for and against an application, and what approving it would make.
///
/// @param key the key that would be certified; none when the device has not shown one, or when it is made here
/// @param notAfter when the certificate would end
public record Review(
        Application application,
        Optional<PublicKeyInfo> key,
        List<Finding> findings,
        Instant notBefore,
        Instant notAfter) {
    public Review {
        findings = List.copyOf(findings);
    }

    /// Whether no finding refuses.
    public boolean mayApprove() {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.REFUSAL);
    }
}
