package org.hearthkey.core.attest;

import java.util.Arrays;
import java.util.Optional;

/// What a Matter certificate is for.
public enum MatterRole {
    /// The root of a fabric.
    RCAC("rcac"),
    /// An issuer below the root of a fabric.
    ICAC("icac"),
    /// A node of a fabric.
    NOC("noc"),
    /// A root for the attestation of devices.
    PAA("paa"),
    /// A maker's issuer below such a root.
    PAI("pai"),
    /// The certificate that a device left its factory with.
    DAC("dac");

    private final String code;

    MatterRole(String code) {
        this.code = code;
    }

    /// What scripts read, such as `dac`.
    public String code() {
        return code;
    }

    /// The role of that code.
    public static Optional<MatterRole> parse(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /// Whether it belongs to a fabric, and not to what a maker says.
    public boolean isOperational() {
        return switch (this) {
            case RCAC, ICAC, NOC -> true;
            case PAA, PAI, DAC -> false;
        };
    }

    boolean isIssuer() {
        return this != NOC && this != DAC;
    }

    /// What a certificate seems to be by its subject alone; empty where nothing in it is Matter's.
    public static Optional<MatterRole> guess(MatterCertificate certificate) {
        var subject = certificate.subject();
        for (var part : subject.parts()) {
            var role = part.attribute().flatMap(MatterRole::saidBy);
            if (role.isPresent()) {
                return role;
            }
        }
        var ids = VendorAndProduct.of(subject);
        boolean attestation = ids.vendor().isPresent()
                || ids.product().isPresent()
                || !ids.breaks().isEmpty();
        if (!attestation) {
            return Optional.empty();
        }
        if (!certificate.extensions().authority()) {
            return Optional.of(DAC);
        }
        return Optional.of(subject.der().equals(certificate.issuer().der()) ? PAA : PAI);
    }

    private static Optional<MatterRole> saidBy(MatterAttribute attribute) {
        return switch (attribute) {
            case RCAC_ID -> Optional.of(RCAC);
            case ICAC_ID -> Optional.of(ICAC);
            case NODE_ID, FABRIC_ID, NOC_CAT -> Optional.of(NOC);
            default -> Optional.empty();
        };
    }
}
