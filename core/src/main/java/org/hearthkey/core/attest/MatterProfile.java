package org.hearthkey.core.attest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks a certificate against the rules of its role. An empty answer means that it keeps them all.
public final class MatterProfile {
    private static final int DIGITAL_SIGNATURE = 1;
    private static final int CERTIFICATES_AND_LISTS = 0x60;
    private static final int KEY_ID_BYTES = 20;

    private final MatterCertificate certificate;
    private final MatterRole role;
    private final List<RuleBreak> breaks = new ArrayList<>();

    private MatterProfile(MatterCertificate certificate, MatterRole role) {
        this.certificate = certificate;
        this.role = role;
    }

    /// What `certificate` itself does against the rules of `role`; where that is a root, its own signature too. The
    /// order is that of the certificate's fields.
    public static List<RuleBreak> check(MatterCertificate certificate, MatterRole role) {
        var profile = new MatterProfile(certificate, role);
        profile.checkValidity();
        if (role.isOperational()) {
            profile.breaks.addAll(OperationalNames.check(certificate.subject(), certificate.issuer(), role));
        } else {
            profile.checkVendorAndProduct();
        }
        profile.checkConstraints();
        profile.checkUsage();
        profile.checkPurposes();
        profile.checkKeyIds();
        profile.checkExtensions();
        if (role == MatterRole.RCAC || role == MatterRole.PAA) {
            profile.breaks.addAll(checkSignedBy(certificate, certificate));
        }
        return List.copyOf(profile.breaks);
    }

    /// What speaks against `parent` having issued `child`: the name, the key identifier, the ids that both carry, and
    /// the signature. A name proves nothing by itself: two issuers may share one.
    public static List<RuleBreak> checkSignedBy(MatterCertificate child, MatterCertificate parent) {
        var breaks = new ArrayList<RuleBreak>();
        if (!child.issuer().der().equals(parent.subject().der())) {
            breaks.add(new RuleBreak(MatterRule.ISSUER_NAME, "not the subject of the one above"));
        }
        var wanted = child.extensions().authorityKeyId();
        if (wanted.isPresent() && !wanted.equals(parent.extensions().subjectKeyId())) {
            breaks.add(new RuleBreak(MatterRule.AUTHORITY_KEY_ID, "not the key identifier of the one above"));
        }
        if (disagree(MatterAttribute.FABRIC_ID, child, parent)) {
            breaks.add(new RuleBreak(MatterRule.FABRIC_ID, "not the fabric of the one above"));
        }
        var below = VendorAndProduct.of(child.subject());
        var above = VendorAndProduct.of(parent.subject());
        if (above.vendor().isPresent() && !above.vendor().equals(below.vendor())) {
            breaks.add(new RuleBreak(MatterRule.VENDOR_ID, "not the vendor of the one above"));
        }
        if (above.product().isPresent() && !above.product().equals(below.product())) {
            breaks.add(new RuleBreak(MatterRule.PRODUCT_ID, "not the product of the one above"));
        }
        if (!child.isSignedBy(parent.publicKey())) {
            breaks.add(new RuleBreak(MatterRule.SIGNATURE, "not by the key of the one above"));
        }
        return List.copyOf(breaks);
    }

    private static boolean disagree(MatterAttribute attribute, MatterCertificate child, MatterCertificate parent) {
        var above = parent.subject().values(attribute);
        var below = child.subject().values(attribute);
        return !above.isEmpty() && !below.isEmpty() && Collections.disjoint(above, below);
    }

    private void found(MatterRule rule, String saw) {
        breaks.add(new RuleBreak(rule, saw));
    }

    private void require(boolean kept, MatterRule rule, String saw) {
        if (!kept) {
            found(rule, saw);
        }
    }

    private void checkValidity() {
        require(
                certificate.notBefore().isBefore(certificate.notAfter()),
                MatterRule.VALIDITY,
                "it does not begin before it ends");
    }

    private void checkVendorAndProduct() {
        var ids = VendorAndProduct.of(certificate.subject());
        breaks.addAll(ids.breaks());
        Set<MatterRule> told = EnumSet.noneOf(MatterRule.class);
        ids.breaks().forEach(broken -> told.add(broken.rule()));
        boolean vendorDue = role != MatterRole.PAA;
        if (vendorDue && ids.vendor().isEmpty() && !told.contains(MatterRule.VENDOR_ID)) {
            found(MatterRule.VENDOR_ID, "missing");
        }
        if (role == MatterRole.DAC && ids.product().isEmpty() && !told.contains(MatterRule.PRODUCT_ID)) {
            found(MatterRule.PRODUCT_ID, "missing");
        }
        require(
                role != MatterRole.PAA || ids.product().isEmpty(),
                MatterRule.PRODUCT_ID,
                "a root is for no one product");
    }

    private void checkConstraints() {
        var extensions = certificate.extensions();
        if (!extensions.criticalConstraints()) {
            found(MatterRule.BASIC_CONSTRAINTS, "missing or not critical");
            return;
        }
        var length = extensions.pathLength();
        boolean deep = switch (role) {
            case RCAC -> length.isEmpty() || length.getAsInt() <= 1;
            case ICAC -> length.isEmpty() || length.getAsInt() == 0;
            case PAA -> length.isEmpty() || length.getAsInt() == 1;
            case PAI -> length.isPresent() && length.getAsInt() == 0;
            case NOC, DAC -> length.isEmpty();
        };
        require(
                extensions.authority() == role.isIssuer(),
                MatterRule.BASIC_CONSTRAINTS,
                role.isIssuer() ? "not an issuer" : "an issuer");
        require(deep, MatterRule.BASIC_CONSTRAINTS, "a path length that this role may not have");
    }

    private void checkUsage() {
        var usage = certificate.extensions().keyUsage();
        if (usage.isEmpty()) {
            found(MatterRule.KEY_USAGE, "missing or not critical");
            return;
        }
        int bits = usage.getAsInt();
        boolean kept = switch (role) {
            case RCAC, ICAC, PAA, PAI -> (bits & ~DIGITAL_SIGNATURE) == CERTIFICATES_AND_LISTS;
            case NOC, DAC -> bits == DIGITAL_SIGNATURE;
        };
        require(kept, MatterRule.KEY_USAGE, "other uses than this role has");
    }

    private void checkPurposes() {
        var extensions = certificate.extensions();
        var purposes = extensions.purposes();
        switch (role) {
            case RCAC, ICAC -> require(purposes.isEmpty(), MatterRule.EXTENDED_KEY_USAGE, "there on an issuer");
            case NOC ->
                require(
                        extensions.criticalPurposes()
                                && purposes.filter(both -> both.size() == 2
                                                && Set.copyOf(both).equals(Set.of(1, 2)))
                                        .isPresent(),
                        MatterRule.EXTENDED_KEY_USAGE,
                        "not critical, or not server and client");
            case PAA, PAI, DAC -> {
                // Certificates of real makers have some; they change nothing.
            }
        }
    }

    private void checkKeyIds() {
        var own = certificate.extensions().subjectKeyId();
        var above = certificate.extensions().authorityKeyId();
        boolean whole = own.filter(id -> id.length() == KEY_ID_BYTES).isPresent();
        require(whole, MatterRule.SUBJECT_KEY_ID, "missing or not 20 bytes");
        if (whole && role.isOperational()) {
            require(
                    own.equals(Optional.of(sha1(certificate.point()))),
                    MatterRule.SUBJECT_KEY_ID,
                    "not the SHA-1 of the key");
        }
        boolean optional = role == MatterRole.PAA && above.isEmpty();
        boolean wholeAbove = above.filter(id -> id.length() == KEY_ID_BYTES).isPresent();
        require(optional || wholeAbove, MatterRule.AUTHORITY_KEY_ID, "missing or not 20 bytes");
    }

    private void checkExtensions() {
        var extensions = certificate.extensions();
        extensions.unknownCritical().forEach(type -> found(MatterRule.CRITICAL_EXTENSION, "unknown: " + type));
        extensions.repeated().forEach(type -> found(MatterRule.REPEATED_EXTENSION, "twice: " + type));
    }

    /// RFC 5280, 4.2.1.2, method 1: a name for a key, which no security hangs on.
    static Octets sha1(Octets point) {
        try {
            return new Octets(MessageDigest.getInstance("SHA-1").digest(point.bytes()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
