package org.hearthkey.core.attest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;

/// All that a judgment on a device's maker looks at.
///
/// @param files what was shown for the device
/// @param label what its label says
/// @param request what the device asks for
/// @param home the certificates that stand for this home, to which a voucher may bind the device
/// @param trusted the makers whom the owner trusts
/// @param at when
public record MakerEvidence(
        List<Shown> files,
        LabelClaim label,
        Optional<CertificateRequest> request,
        List<Certificate> home,
        List<TrustAnchor> trusted,
        Instant at) {
    public MakerEvidence {
        files = List.copyOf(files);
        home = List.copyOf(home);
        trusted = List.copyOf(trusted);
    }

    List<TrustAnchor> trustedFor(AnchorUse use) {
        return trusted.stream().filter(anchor -> anchor.use() == use).toList();
    }
}
