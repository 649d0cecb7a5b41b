package org.hearthkey.core.attest;

/// A rule that a Matter certificate or declaration must keep. The clause names the Matter core specification, or the RFC
/// where that only repeats it.
public enum MatterRule {
    /// It is shorter than the limit, and has nothing around it.
    SIZE("size", "Matter core, 6.1.3"),
    /// It is encoded to the letter, with every field once and in its place.
    STRUCTURE("structure", "Matter core, 6.5"),
    VERSION("version", "RFC 5280, 4.1.2.1"),
    /// 1 to 20 bytes, not negative, in the shortest form.
    SERIAL("serial", "RFC 5280, 4.1.2.2"),
    /// ECDSA with SHA-256 and nothing else.
    SIGNATURE_ALGORITHM("signature-algorithm", "Matter core, 6.5.5"),
    /// A point on P-256, named and uncompressed.
    KEY("key", "Matter core, 6.5.8"),
    /// It begins before it ends.
    VALIDITY("validity", "RFC 5280, 4.1.2.5"),
    /// The name has at most five parts, one value each.
    NAME("name", "Matter core, 6.5.6"),
    /// The subject has exactly one id that says what it is, and the right one.
    TYPE_ID("type-id", "Matter core, 6.5.6.3"),
    /// A node's id is one that a node can have.
    NODE_ID("node-id", "Matter core, 2.5.5"),
    /// The fabric is named where it must be, not zero, and the one of those who sign.
    FABRIC_ID("fabric-id", "Matter core, 6.5.6.3"),
    /// At most three tags, on nodes only, of different identifiers and no version zero.
    NOC_CAT("noc-cat", "Matter core, 6.6.2.1"),
    /// Critical, and an issuer exactly where an issuer is expected, with the depth that is allowed.
    BASIC_CONSTRAINTS("basic-constraints", "Matter core, 6.5.11.1"),
    /// Critical, and exactly the uses that are expected.
    KEY_USAGE("key-usage", "Matter core, 6.5.11.2"),
    /// Both TLS purposes on a node, critical; none on its issuers.
    EXTENDED_KEY_USAGE("extended-key-usage", "Matter core, 6.5.11.3"),
    /// 20 bytes, and in operational certificates the SHA-1 of the key.
    SUBJECT_KEY_ID("subject-key-id", "Matter core, 6.5.11.4"),
    /// 20 bytes, and the key identifier of the one who signed.
    AUTHORITY_KEY_ID("authority-key-id", "Matter core, 6.5.11.5"),
    /// No extension that must be understood is unknown.
    CRITICAL_EXTENSION("critical-extension", "RFC 5280, 4.2"),
    /// No extension that matters is there twice.
    REPEATED_EXTENSION("repeated-extension", "RFC 5280, 4.2"),
    /// The vendor's id is there where it must be, well written, and equal along the chain.
    VENDOR_ID("vendor-id", "Matter core, 6.2.2.2"),
    /// The product's id is there where it must be, nowhere else, well written, and equal along the chain.
    PRODUCT_ID("product-id", "Matter core, 6.2.2.2"),
    /// The issuer's name is the subject of the one who signed.
    ISSUER_NAME("issuer-name", "RFC 5280, 6.1.3"),
    /// It was signed by the key above it, or by its own where nothing is above.
    SIGNATURE("signature", "RFC 5280, 6.1.3"),
    /// A CMS of version 3 with one signer, SHA-256 and no attributes.
    DECLARATION_ENVELOPE("declaration-envelope", "Matter core, 6.3.1"),
    /// The declaration's own fields.
    DECLARATION_CONTENT("declaration-content", "Matter core, 6.3.1");

    private final String code;
    private final String clause;

    MatterRule(String code, String clause) {
        this.code = code;
        this.clause = clause;
    }

    /// A stable name, such as `key-usage`.
    public String code() {
        return code;
    }

    public String clause() {
        return clause;
    }
}
