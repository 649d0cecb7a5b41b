package org.hearthkey.core.attest;

import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Looks in the revocation lists that were shown for the certificates that were shown. None has to be shown, and what was
/// left out is not missed: a list can only take trust away.
final class RevocationJudging {
    private static final String CLAUSE = "RFC 5280, section 6.3";

    private final MakerJudge judge;
    private final List<Certificate> certificates;
    private final List<Certificate> issuers;
    private final MakerEvidence evidence;

    RevocationJudging(MakerJudge judge, MakerEvidence evidence, ShownFiles shown) {
        this.judge = judge;
        this.evidence = evidence;
        certificates = shown.certificates();
        issuers = Stream.concat(
                        certificates.stream(), evidence.trusted().stream().map(TrustAnchor::certificate))
                .distinct()
                .toList();
    }

    void judge(MakerList list) {
        var signers = issuers.stream().filter(list::isSignedBy).toList();
        var covered = certificates.stream()
                .filter(certificate ->
                        signers.stream().anyMatch(signer -> DeviceIdentity.isSignedBy(certificate, signer)))
                .toList();
        if (covered.isEmpty()) {
            add(Weight.CAUTION, "attestation.list-of-others", list.issuer());
            return;
        }
        var revoked = covered.stream()
                .filter(certificate -> list.revokes(certificate.x509()).isPresent())
                .toList();
        for (var certificate : revoked) {
            var since = list.revokes(certificate.x509()).orElseThrow();
            add(Weight.REFUSAL, "attestation.revoked", certificate.subject(), since.toString());
        }
        if (!list.isCurrent(evidence.at())) {
            add(Weight.CAUTION, "attestation.list-not-current", list.begin().toString());
        } else if (revoked.isEmpty()) {
            add(Weight.SUPPORT, "attestation.not-revoked", list.begin().toString());
        }
    }

    private void add(Weight weight, String code, String... facts) {
        judge.add(new Finding(code, weight, List.of(facts), CLAUSE));
    }
}
