package org.hearthkey.core.token;

/// What PKCS#11 knows of an object on a token, as far as we ask.
enum Attribute {
    CLASS(0x00),
    TOKEN(0x01),
    PRIVATE(0x02),
    LABEL(0x03),
    VALUE(0x11),
    CERTIFICATE_TYPE(0x80),
    ISSUER(0x81),
    SERIAL_NUMBER(0x82),
    KEY_TYPE(0x100),
    SUBJECT(0x101),
    ID(0x102),
    SENSITIVE(0x103),
    DECRYPT(0x105),
    UNWRAP(0x107),
    SIGN(0x108),
    DERIVE(0x10C),
    EXTRACTABLE(0x162),
    NEVER_EXTRACTABLE(0x164),
    EC_PARAMETERS(0x180),
    EC_POINT(0x181),
    ALWAYS_AUTHENTICATE(0x202);

    static final long CERTIFICATE = 1;
    static final long PUBLIC_KEY = 2;
    static final long PRIVATE_KEY = 3;
    static final long X509 = 0;
    static final long EC = 3;

    final long number;

    Attribute(long number) {
        this.number = number;
    }
}
