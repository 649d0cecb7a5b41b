package org.hearthkey.core.approve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// All that speaks for and against an application, and what approving it would make.
///
/// @param key the key that would be certified; none when the device has not shown one, or when it is made here
/// @param signer the zone that would sign: the onboarding zone for a device that has to come back with a fresh key
/// @param passesFor the device that this one has a label or key of, where there is one
/// @param notAfter when the certificate would end
/// @param judgment how far the device's maker vouches for it; its findings are among the findings
public record Review(
        Application application,
        Optional<PublicKeyInfo> key,
        List<Finding> findings,
        ZoneName signer,
        Optional<DeviceId> passesFor,
        Instant notBefore,
        Instant notAfter,
        Judgment judgment) {
    public Review {
        findings = List.copyOf(findings);
    }

    /// Whether no finding refuses.
    public boolean mayApprove() {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.REFUSAL);
    }
}
