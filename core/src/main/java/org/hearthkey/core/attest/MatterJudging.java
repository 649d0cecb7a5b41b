package org.hearthkey.core.attest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.MakerJudge.Chain;
import org.hearthkey.core.attest.MakerJudge.Completeness;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Judges a Matter device: its certificate, the maker's issuer, the root, and the Certification Declaration.
final class MatterJudging {
    private static final String CHAIN_CLAUSE = "Matter core, 6.2.2";
    private static final String DECLARATION_CLAUSE = "Matter core, 6.3";

    private final MakerJudge judge;
    private final MakerEvidence evidence;
    private final ShownFiles shown;

    MatterJudging(MakerJudge judge, MakerEvidence evidence, ShownFiles shown) {
        this.judge = judge;
        this.evidence = evidence;
        this.shown = shown;
    }

    Chain judge(Certificate device) {
        MatterCertificate dac;
        try {
            dac = MatterCertificate.readX509(device.der().bytes());
        } catch (BrokenRuleException broken) {
            judge.refuse("DAC", broken.broken());
            return Chain.ending("rule-broken");
        }
        if (!keeps(dac, MatterRole.DAC)) {
            return Chain.ending("rule-broken");
        }
        var issuer = issuer(dac);
        if (issuer.isEmpty()) {
            return Chain.ending("chain-incomplete");
        }
        var pai = issuer.get();
        if (!keeps(pai, MatterRole.PAI) || isForTrial(dac, pai)) {
            return Chain.ending("rule-broken");
        }
        return root(pai).map(anchor -> judge(dac, pai, anchor)).orElseGet(() -> Chain.ending("not-trusted"));
    }

    private boolean keeps(MatterCertificate certificate, MatterRole role) {
        var breaks = MatterProfile.check(certificate, role);
        breaks.forEach(broken -> judge.refuse(role.name(), broken));
        return breaks.isEmpty();
    }

    /// By the key identifier and the signature. An issuer of the same name with another key is a look-alike.
    private Optional<MatterCertificate> issuer(MatterCertificate dac) {
        var candidates = shown.certificates().stream()
                .flatMap(certificate -> MatterShown.read(certificate).stream())
                .filter(candidate -> candidate.extensions().authority())
                .toList();
        var named = candidates.stream()
                .filter(candidate -> candidate.subjectKeyId().equals(dac.authorityKeyId()))
                .findFirst();
        if (named.isEmpty()) {
            boolean lookAlike = candidates.stream()
                    .anyMatch(candidate ->
                            candidate.subject().der().equals(dac.issuer().der()));
            if (lookAlike) {
                refuse("attestation.look-alike", CHAIN_CLAUSE);
            } else {
                add(Weight.CAUTION, "attestation.chain-incomplete", CHAIN_CLAUSE);
            }
            return Optional.empty();
        }
        return isSigned(dac, named.get(), "DAC") ? named : Optional.empty();
    }

    private boolean isSigned(MatterCertificate child, MatterCertificate parent, String what) {
        var breaks = MatterProfile.checkSignedBy(child, parent);
        breaks.forEach(broken -> judge.refuse(what, broken));
        return breaks.isEmpty();
    }

    private boolean isForTrial(MatterCertificate dac, MatterCertificate pai) {
        boolean published = KnownTest.isPublished(pai.publicKey())
                || KnownTest.isPublished(pai.authorityKeyId())
                || KnownTest.isPublished(dac.publicKey());
        boolean trial = dac.vendorId().filter(VendorAndProduct::isTestVendor).isPresent();
        if (published) {
            refuse("attestation.test-key", CHAIN_CLAUSE);
        } else if (trial) {
            refuse(
                    "attestation.test-vendor",
                    "Matter core, 2.5.2",
                    dac.vendorId().orElseThrow());
        }
        return published || trial;
    }

    private Optional<TrustAnchor> root(MatterCertificate pai) {
        var named = evidence.trustedFor(AnchorUse.MATTER).stream()
                .filter(anchor -> MatterShown.read(anchor.certificate())
                        .filter(root -> root.subjectKeyId().equals(pai.authorityKeyId()))
                        .isPresent())
                .findFirst();
        if (named.isEmpty()) {
            add(
                    Weight.CAUTION,
                    "attestation.not-trusted",
                    CHAIN_CLAUSE,
                    pai.authorityKeyId().orElse(""));
            return Optional.empty();
        }
        return named.filter(anchor -> isSigned(pai, root(anchor), "PAI"));
    }

    private static MatterCertificate root(TrustAnchor anchor) {
        return MatterShown.read(anchor.certificate())
                .orElseThrow(() -> new IllegalStateException("A root that was put on the trust list"));
    }

    private Chain judge(MatterCertificate dac, MatterCertificate pai, TrustAnchor anchor) {
        var paa = root(anchor);
        // A root or issuer may end while what it signed lives on: those above are asked about the DAC's beginning.
        if (!covers(dac, evidence.at()) || !covers(pai, dac.notBefore()) || !covers(paa, dac.notBefore())) {
            refuse(
                    "attestation.ended",
                    "RFC 5280, section 6.1.3",
                    dac.notAfter().toString());
            return Chain.ending("ended");
        }
        var vendor = dac.vendorId().orElse("");
        var product = dac.productId().orElse("");
        add(
                Weight.SUPPORT,
                "attestation.matter-genuine",
                CHAIN_CLAUSE,
                vendor,
                product,
                anchor.certificate().subject());
        var declaration = declaration(dac, pai, paa);
        compareLabel(dac, declaration);
        return new Chain(
                declaration.isPresent() ? "proven" : "declaration-missing",
                Optional.of(anchor),
                declaration.isPresent() ? Completeness.WHOLE : Completeness.PART);
    }

    private static boolean covers(MatterCertificate certificate, Instant at) {
        return !at.isBefore(certificate.notBefore()) && !at.isAfter(certificate.notAfter());
    }

    /// The declaration that a trusted signer made for this device, if one was shown.
    private Optional<CertificationDeclaration> declaration(
            MatterCertificate dac, MatterCertificate pai, MatterCertificate paa) {
        if (shown.declarations().size() != 1) {
            if (shown.declarations().isEmpty()) {
                add(Weight.CAUTION, "attestation.declaration-absent", DECLARATION_CLAUSE);
            } else {
                refuse("attestation.two-devices", DECLARATION_CLAUSE);
            }
            return Optional.empty();
        }
        var declaration = shown.declarations().getFirst();
        if (KnownTest.isPublished(Optional.of(declaration.signerKeyId()))
                || declaration.isSignedBy(KnownTest.declarations())) {
            refuse("attestation.test-key", DECLARATION_CLAUSE);
            return Optional.empty();
        }
        var breaks = declaration.checkFor(dac, pai, paa);
        breaks.forEach(broken ->
                refuse("attestation.declaration-differs", broken.rule().clause(), broken.saw()));
        return breaks.isEmpty() && isSigned(declaration) ? Optional.of(declaration) : Optional.empty();
    }

    private boolean isSigned(CertificationDeclaration declaration) {
        List<Certificate> signers = evidence.trustedFor(AnchorUse.DECLARATION).stream()
                .map(TrustAnchor::certificate)
                .filter(signer -> DeviceIdentity.of(signer)
                        .subjectKeyId()
                        .filter(declaration.signerKeyId()::equals)
                        .isPresent())
                .toList();
        if (signers.isEmpty()) {
            add(Weight.CAUTION, "attestation.declaration-not-trusted", DECLARATION_CLAUSE, declaration.signerKeyId());
            return false;
        }
        if (signers.stream().noneMatch(signer -> declaration.isSignedBy(signer.publicKey()))) {
            refuse("attestation.declaration-forged", DECLARATION_CLAUSE);
            return false;
        }
        if (!declaration.isOfficial()) {
            add(Weight.CAUTION, "attestation.declaration-unofficial", DECLARATION_CLAUSE);
            return false;
        }
        add(Weight.SUPPORT, "attestation.declaration-verified", DECLARATION_CLAUSE);
        return true;
    }

    /// The label names the product that is sold. Where that uses another product's device certificates, its declaration
    /// says so and names what is sold.
    private void compareLabel(MatterCertificate dac, Optional<CertificationDeclaration> declaration) {
        var label = evidence.label();
        if (label.vendor().isEmpty()) {
            return;
        }
        var sold = declaration.filter(CertificationDeclaration::hasOrigin);
        var vendor =
                sold.map(CertificationDeclaration::vendorId).or(dac::vendorId).orElse("");
        var products = sold.map(CertificationDeclaration::productIds)
                .orElseGet(() -> dac.productId().map(List::of).orElse(List.of()));
        var printedVendor = label.vendor().get();
        var printedProduct = label.product().orElse("");
        boolean agrees =
                printedVendor.equals(vendor) && (printedProduct.isEmpty() || products.contains(printedProduct));
        if (agrees) {
            add(Weight.SUPPORT, "attestation.label-equal", "Matter core, 6.2.3.1", printedVendor, printedProduct);
        } else {
            refuse(
                    "attestation.label-differs",
                    "Matter core, 6.2.3.1",
                    printedVendor,
                    printedProduct,
                    vendor,
                    String.join(" ", products));
        }
    }

    private void add(Weight weight, String code, String clause, String... facts) {
        judge.add(new Finding(code, weight, List.of(facts), clause));
    }

    private void refuse(String code, String clause, String... facts) {
        add(Weight.REFUSAL, code, clause, facts);
    }
}
