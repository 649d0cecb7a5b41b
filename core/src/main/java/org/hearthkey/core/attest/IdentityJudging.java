package org.hearthkey.core.attest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.MakerJudge.Chain;
import org.hearthkey.core.attest.MakerJudge.Completeness;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Judges a device identity of IEEE 802.1AR, and the vouchers that came with it.
final class IdentityJudging {
    private static final String CLAUSE = "IEEE 802.1AR-2018, section 8";
    private static final String VOUCHER_CLAUSE = "RFC 8366, section 5";
    private static final int LONGEST_CHAIN = 5;

    private final MakerJudge judge;
    private final MakerEvidence evidence;
    private final ShownFiles shown;

    IdentityJudging(MakerJudge judge, MakerEvidence evidence, ShownFiles shown) {
        this.judge = judge;
        this.evidence = evidence;
        this.shown = shown;
    }

    Chain judge(Certificate device) {
        var usage = Optional.ofNullable(device.x509().getKeyUsage());
        if (usage.filter(bits -> !bits[0]).isPresent()) {
            judge.refuse("IDevID", new RuleBreak(MatterRule.KEY_USAGE, "it may not sign"));
            return Chain.ending("rule-broken");
        }
        var serial = DeviceIdentity.of(device).serialNumber().orElseThrow();
        var anchor = anchor(device);
        if (anchor.isEmpty()) {
            return Chain.ending("not-trusted");
        }
        add(
                Weight.SUPPORT,
                "attestation.identity-genuine",
                CLAUSE,
                serial,
                anchor.get().certificate().subject());
        compareLabel(serial);
        shown.messages().stream()
                .filter(message -> message.contentType().equals(Voucher.CONTENT_TYPE))
                .forEach(message -> judge(message, serial, device));
        return new Chain("proven", anchor, Completeness.WHOLE);
    }

    /// The certificate on the trust list that vouches for this one, if the JDK's own validator agrees.
    private Optional<TrustAnchor> anchor(Certificate end) {
        var path = new ArrayList<>(List.of(end));
        while (path.size() < LONGEST_CHAIN) {
            var last = path.getLast();
            var anchor = evidence.trustedFor(AnchorUse.IDENTITY).stream()
                    .filter(trusted -> DeviceIdentity.isSignedBy(last, trusted.certificate()))
                    .findFirst();
            if (anchor.isPresent()) {
                return accepted(path, anchor.get());
            }
            var next = shown.certificates().stream()
                    .filter(candidate -> !path.contains(candidate) && DeviceIdentity.isSignedBy(last, candidate))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            path.add(next.get());
        }
        add(Weight.CAUTION, "attestation.not-trusted", CLAUSE, path.getLast().issuer());
        return Optional.empty();
    }

    private Optional<TrustAnchor> accepted(List<Certificate> path, TrustAnchor anchor) {
        var complaint = new org.hearthkey.core.certificate.Chain(path).complaint(anchor.certificate(), evidence.at());
        complaint.ifPresent(said -> refuse("attestation.chain-refused", "RFC 5280, section 6.1", said.reason()));
        return complaint.isPresent() ? Optional.empty() : Optional.of(anchor);
    }

    private void compareLabel(String serial) {
        evidence.label().serial().ifPresent(printed -> {
            if (printed.equals(serial)) {
                add(Weight.SUPPORT, "attestation.serial-equal", CLAUSE, serial);
            } else {
                refuse("attestation.serial-differs", CLAUSE, printed, serial);
            }
        });
    }

    private void judge(SignedMessage message, String serial, Certificate device) {
        var read = message.content().flatMap(content -> Voucher.read(content.bytes()));
        if (read.isEmpty()) {
            refuse("attestation.voucher-unreadable", VOUCHER_CLAUSE);
            return;
        }
        var voucher = read.get();
        var issuer = DeviceIdentity.of(device).authorityKeyId();
        if (!voucher.serialNumber().equals(serial)) {
            refuse("attestation.voucher-serial-differs", VOUCHER_CLAUSE, voucher.serialNumber(), serial);
        } else if (voucher.issuerKeyId()
                .filter(named -> issuer.filter(named.hex()::endsWith).isEmpty())
                .isPresent()) {
            refuse("attestation.voucher-issuer-differs", VOUCHER_CLAUSE);
        } else if (!voucher.isForHome(evidence.home())) {
            refuse(
                    "attestation.voucher-other-home",
                    VOUCHER_CLAUSE,
                    voucher.home().subject());
        } else if (voucher.created().isAfter(evidence.at())
                || voucher.expires().filter(end -> !end.isAfter(evidence.at())).isPresent()) {
            refuse("attestation.voucher-ended", VOUCHER_CLAUSE);
        } else {
            judgeSigner(message);
        }
    }

    private void judgeSigner(SignedMessage message) {
        var trusted = evidence.trustedFor(AnchorUse.IDENTITY).stream()
                .map(TrustAnchor::certificate)
                .toList();
        var candidates = new ArrayList<>(shown.certificates());
        candidates.addAll(trusted);
        var signer = message.signedBy(candidates);
        if (signer.isEmpty()) {
            refuse("attestation.voucher-forged", VOUCHER_CLAUSE);
        } else if (trusted.contains(signer.get()) || anchor(signer.get()).isPresent()) {
            add(Weight.SUPPORT, "attestation.voucher-verified", VOUCHER_CLAUSE);
        } else {
            add(Weight.CAUTION, "attestation.voucher-not-trusted", VOUCHER_CLAUSE);
        }
    }

    private void add(Weight weight, String code, String clause, String... facts) {
        judge.add(new Finding(code, weight, List.of(facts), clause));
    }

    private void refuse(String code, String clause, String... facts) {
        add(Weight.REFUSAL, code, clause, facts);
    }
}
