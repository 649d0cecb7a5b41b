package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.LintFinding;

/// What was said against a rehearsed signature. One complaint is enough for the real key not to sign.
final class Complaints {
    private final List<String> all = new ArrayList<>();

    void add(List<LintFinding> findings) {
        findings.forEach(finding -> all.add(finding.toString()));
    }

    void add(String complaint) {
        all.add(complaint);
    }

    /// The validator must accept this chain.
    void unlessAccepted(Chain chain, Certificate trusted, Instant at) {
        chain.complaint(trusted, at).ifPresent(complaint -> all.add(complaint.toString()));
    }

    /// The validator must refuse something, and for this reason: a fence that stops nothing is no fence.
    void unlessRefused(String what, String reason, Optional<Chain.Complaint> complaint) {
        if (complaint.filter(c -> c.reason().equals(reason)).isEmpty()) {
            all.add(what + " was not refused as " + reason
                    + complaint.map(c -> " but as " + c).orElse(""));
        }
    }

    /// Ends the rehearsal.
    ///
    /// @throws RehearsalException if there was any complaint
    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new RehearsalException(all);
        }
    }
}
