package org.hearthkey.core.attest;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A part of a name in Matter's certificates.
enum MatterAttribute {
    COMMON_NAME(1, "550403", "CN"),
    SURNAME(2, "550404", "SN"),
    SERIAL_NUMBER(3, "550405", "serialNumber"),
    COUNTRY(4, "550406", "C"),
    LOCALITY(5, "550407", "L"),
    STATE(6, "550408", "ST"),
    ORGANIZATION(7, "55040a", "O"),
    UNIT(8, "55040b", "OU"),
    TITLE(9, "55040c", "title"),
    NAME(10, "550429", "name"),
    GIVEN_NAME(11, "55042a", "GN"),
    INITIALS(12, "55042b", "initials"),
    GENERATION(13, "55042c", "generationQualifier"),
    DN_QUALIFIER(14, "55042e", "dnQualifier"),
    PSEUDONYM(15, "550441", "pseudonym"),
    DOMAIN_COMPONENT(16, "0992268993f22c640119", "DC"),
    NODE_ID(17, 1, "node-id", 16),
    FIRMWARE_SIGNING_ID(18, 2, "firmware-signing-id", 16),
    ICAC_ID(19, 3, "icac-id", 16),
    RCAC_ID(20, 4, "rcac-id", 16),
    FABRIC_ID(21, 5, "fabric-id", 16),
    NOC_CAT(22, 6, "noc-cat", 8),
    VVS_ID(23, 7, "vvs-id", 16),
    VENDOR_ID("2b0601040182a27c0201", "vid"),
    PRODUCT_ID("2b0601040182a27c0202", "pid");

    private static final String OPERATIONAL_ARC = "2b0601040182a27c01";
    private static final int NOT_IN_TLV = 0;
    private static final int ATTESTATION_DIGITS = 4;

    private final int tlvTag;
    private final String objectId;
    private final String label;
    private final int hexDigits;

    MatterAttribute(int tlvTag, String objectId, String label) {
        this.tlvTag = tlvTag;
        this.objectId = objectId;
        this.label = label;
        hexDigits = 0;
    }

    MatterAttribute(int tlvTag, int operationalNumber, String label, int hexDigits) {
        this.tlvTag = tlvTag;
        this.objectId = OPERATIONAL_ARC + "%02x".formatted(operationalNumber);
        this.label = label;
        this.hexDigits = hexDigits;
    }

    MatterAttribute(String objectId, String label) {
        tlvTag = NOT_IN_TLV;
        this.objectId = objectId;
        this.label = label;
        hexDigits = ATTESTATION_DIGITS;
    }

    static Optional<MatterAttribute> ofTlvTag(int tag) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.tlvTag == tag && tag != NOT_IN_TLV)
                .findFirst();
    }

    /// @param objectIdHex the content of the OBJECT IDENTIFIER
    static Optional<MatterAttribute> ofObjectId(String objectIdHex) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.objectId.equals(objectIdHex))
                .findFirst();
    }

    byte[] objectId() {
        return HexFormat.of().parseHex(objectId);
    }

    /// What people and scripts call it.
    String label() {
        return label;
    }

    /// Whether its value is a number, written as upper-case hex.
    boolean isId() {
        return hexDigits > 0;
    }

    /// A number as X.509 writes it here.
    String written(long id) {
        return ("%0" + hexDigits + "x").formatted(id).toUpperCase(Locale.ROOT);
    }

    /// Whether a text is a number of this attribute in the only spelling.
    boolean isWritten(String text) {
        return text.length() == hexDigits
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
    }

    /// Whether it says what kind of certificate this is: exactly one does.
    boolean isTypeId() {
        return switch (this) {
            case NODE_ID, FIRMWARE_SIGNING_ID, ICAC_ID, RCAC_ID, VVS_ID -> true;
            default -> false;
        };
    }

    /// The longest number that fits.
    boolean holds(long id) {
        return hexDigits == Long.BYTES * 2 || id >>> (hexDigits * 4) == 0;
    }
}
