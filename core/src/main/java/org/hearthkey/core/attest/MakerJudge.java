package org.hearthkey.core.attest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.ProofOfPossession;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Judges how far a maker's word for a device was proven. Needs no key and changes nothing.
///
/// A program that only holds certificates cannot tell the device from somebody who copied them. So genuine certificates
/// are worth `claimed`, and `attested` only where their key signed what the device asks for: the request is for that key
/// and signed by it, or is inside a message that it signed.
public final class MakerJudge {
    private static final String PROOF_CLAUSE = "IEEE 802.1AR-2018, section 5.2.2";

    private final MakerEvidence evidence;
    private final ShownFiles shown;
    private final List<Finding> findings = new ArrayList<>();

    private MakerJudge(MakerEvidence evidence) {
        this.evidence = evidence;
        shown = ShownFiles.read(evidence.files());
    }

    /// The grade, with all that speaks for and against it.
    public static Judgment judge(MakerEvidence evidence) {
        return evidence.files().isEmpty() ? Judgment.NOTHING_SHOWN : new MakerJudge(evidence).judge();
    }

    private Judgment judge() {
        shown.unreadable().forEach(name -> refuse("attestation.file-unreadable", "RFC 5280, section 4.1", name));
        shown.lists().forEach(new RevocationJudging(this, evidence, shown)::judge);
        var devices =
                shown.certificates().stream().filter(MakerJudge::isDevices).toList();
        if (devices.size() != 1) {
            if (devices.isEmpty()) {
                add(Weight.CAUTION, "attestation.no-device-certificate", "IEEE 802.1AR-2018, section 8");
            } else {
                refuse("attestation.two-devices", "IEEE 802.1AR-2018, section 8");
            }
            return ended("no-device-certificate", Optional.empty(), Optional.empty());
        }
        var device = devices.getFirst();
        var chain = MatterShown.isMatters(device)
                ? new MatterJudging(this, evidence, shown).judge(device)
                : new IdentityJudging(this, evidence, shown).judge(device);
        if (chain.anchor().isEmpty()) {
            return ended(chain.reason(), Optional.of(device), Optional.empty());
        }
        var proven = isProven(device);
        var grade = proven && chain.isWhole() ? Grade.ATTESTED : Grade.CLAIMED;
        var reason = proven ? chain.reason() : "key-not-shown";
        return new Judgment(
                refused() ? Grade.NONE : grade,
                refused() ? "contradicted" : reason,
                findings,
                Optional.of(device),
                chain.anchor());
    }

    /// A device's own certificate: no issuer's, with a Matter device's ids or an 802.1AR serial number.
    private static boolean isDevices(Certificate certificate) {
        return certificate.x509().getBasicConstraints() < 0
                && (MatterShown.isMatters(certificate)
                        || DeviceIdentity.of(certificate).serialNumber().isPresent());
    }

    private Judgment ended(String reason, Optional<Certificate> device, Optional<TrustAnchor> anchor) {
        return new Judgment(Grade.NONE, refused() ? "contradicted" : reason, findings, device, anchor);
    }

    private boolean refused() {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL);
    }

    /// Whether the key of the device's certificate signed what the device asks for.
    private boolean isProven(Certificate device) {
        var request = evidence.request();
        boolean sameKey = request.filter(asked -> asked.proof() == ProofOfPossession.PROVEN
                        && asked.publicKey().equals(device.publicKey()))
                .isPresent();
        boolean proven =
                sameKey || request.filter(asked -> isEndorsed(asked, device)).isPresent();
        if (proven) {
            add(Weight.SUPPORT, "attestation.key-shown", PROOF_CLAUSE);
        } else {
            add(Weight.CAUTION, "attestation.key-not-shown", PROOF_CLAUSE);
        }
        return proven;
    }

    private boolean isEndorsed(CertificateRequest request, Certificate device) {
        return shown.messages().stream()
                .anyMatch(message -> message.content()
                                .filter(content -> Arrays.equals(
                                        content.bytes(), request.der().bytes()))
                                .isPresent()
                        && message.isSignedBy(device));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    private void add(Weight weight, String code, String clause, String... facts) {
        add(new Finding(code, weight, List.of(facts), clause));
    }

    private void refuse(String code, String clause, String... facts) {
        add(Weight.REFUSAL, code, clause, facts);
    }

    void refuse(String what, RuleBreak broken) {
        refuse(
                "attestation.rule-broken",
                broken.rule().clause(),
                what,
                broken.rule().code(),
                broken.saw());
    }

    /// Where a chain leads.
    ///
    /// @param reason why it is worth no more
    /// @param completeness whether all is there that a full attestation needs beside the key
    record Chain(String reason, Optional<TrustAnchor> anchor, Completeness completeness) {
        static Chain ending(String reason) {
            return new Chain(reason, Optional.empty(), Completeness.PART);
        }

        boolean isWhole() {
            return completeness == Completeness.WHOLE;
        }
    }

    /// Whether all was shown.
    enum Completeness {
        WHOLE,
        PART
    }
}
