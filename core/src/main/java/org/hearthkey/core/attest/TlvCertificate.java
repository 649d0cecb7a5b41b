package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;

/// Rebuilds the X.509 form of a certificate in TLV, byte for byte: the signature is over that form.
///
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter core, 6.5</a>
final class TlvCertificate {
    static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long LATEST = 0xffff_ffffL;
    private static final byte[] NO_END = "99991231235959Z".getBytes(US_ASCII);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] ECDSA_SHA256 = objectId("2a8648ce3d040302");
    private static final byte[] EC_KEY = objectId("2a8648ce3d0201");
    private static final byte[] P256 = objectId("2a8648ce3d030107");
    private static final byte[] TRUE = Asn1Writer.value(Asn1.BOOLEAN, new byte[] {-1});

    private static final int FIELDS = 11;
    private static final int POINT_BYTES = 65;
    private static final int SIGNATURE_BYTES = 64;
    private static final int LONGEST_SERIAL = 20;
    private static final int MOST_PATH = 255;
    private static final int ALL_USAGES = 0x1ff;
    private static final int KEY_ID_CONTEXT = 0x80;

    private TlvCertificate() {}

    static byte[] toX509(Tlv certificate) throws BrokenRuleException {
        var fields = certificate.children();
        boolean inOrder = fields.size() == FIELDS;
        for (int i = 0; inOrder && i < FIELDS; i++) {
            inOrder = fields.get(i).tag() == i + 1;
        }
        require(inOrder, MatterRule.STRUCTURE, "fields missing, repeated or out of order");
        require(fields.get(1).small(0xff) == 1, MatterRule.SIGNATURE_ALGORITHM, "not ECDSA with SHA-256");
        boolean p256 = fields.get(6).small(0xff) == 1 && fields.get(7).small(0xff) == 1;
        require(p256, MatterRule.KEY, "no key on the named curve P-256");
        var point = fields.get(8).bytes();
        require(point.length == POINT_BYTES, MatterRule.KEY, "a point of " + point.length + " bytes");
        var signature = fields.get(10).bytes();
        require(signature.length == SIGNATURE_BYTES, MatterRule.SIGNATURE, "of " + signature.length + " bytes");
        var algorithm = Asn1Writer.sequence(ECDSA_SHA256);
        var signed = Asn1Writer.sequence(
                Asn1Writer.value(0xa0, Asn1Writer.number(2)),
                Asn1Writer.value(Asn1.INTEGER, serial(fields.getFirst())),
                algorithm,
                MatterName.read(fields.get(2)).der().bytes(),
                Asn1Writer.sequence(
                        time(fields.get(3)), fields.get(4).number() == 0 ? noEnd(fields.get(4)) : time(fields.get(4))),
                MatterName.read(fields.get(5)).der().bytes(),
                Asn1Writer.sequence(Asn1Writer.sequence(EC_KEY, P256), Asn1Writer.bits(point)),
                Asn1Writer.value(0xa3, extensions(fields.get(9))));
        return Asn1Writer.sequence(signed, algorithm, Asn1Writer.bits(Asn1Writer.signature(signature)));
    }

    private static byte[] serial(Tlv field) throws BrokenRuleException {
        var serial = field.bytes();
        require(
                serial.length >= 1 && serial.length <= LONGEST_SERIAL,
                MatterRule.SERIAL,
                "a serial number of " + serial.length + " bytes");
        return serial;
    }

    private static byte[] noEnd(Tlv field) throws BrokenRuleException {
        field.expect(Tlv.Type.UNSIGNED);
        return Asn1Writer.value(Asn1.GENERALIZED_TIME, NO_END);
    }

    private static byte[] time(Tlv field) throws BrokenRuleException {
        long seconds = field.expect(Tlv.Type.UNSIGNED).number();
        require(seconds >= 0 && seconds <= LATEST, MatterRule.VALIDITY, "a time of more than 32 bits");
        var time = EPOCH.plusSeconds(seconds);
        return time.isBefore(YEAR_2050)
                ? Asn1Writer.text(Asn1.UTC_TIME, UTC_TIME.format(time))
                : Asn1Writer.text(Asn1.GENERALIZED_TIME, GENERALIZED_TIME.format(time));
    }

    private static byte[] extensions(Tlv list) throws BrokenRuleException {
        var extensions = new ArrayList<byte[]>();
        for (var extension : list.expect(Tlv.Type.LIST).children()) {
            extensions.add(
                    switch (extension.tag()) {
                        case 1 -> critical(MatterExtensions.BASIC_CONSTRAINTS, constraints(extension));
                        case 2 ->
                            critical(MatterExtensions.KEY_USAGE, Asn1Writer.namedBits(extension.small(ALL_USAGES)));
                        case 3 -> critical(MatterExtensions.EXTENDED_KEY_USAGE, purposes(extension));
                        case 4 ->
                            extension(
                                    MatterExtensions.SUBJECT_KEY_ID,
                                    Asn1Writer.value(Asn1.OCTET_STRING, extension.bytes()));
                        case 5 ->
                            extension(
                                    MatterExtensions.AUTHORITY_KEY_ID,
                                    Asn1Writer.sequence(Asn1Writer.value(KEY_ID_CONTEXT, extension.bytes())));
                        case 6 ->
                            Asn1.read(extension.bytes()).expect(Asn1.SEQUENCE).encoded();
                        default ->
                            throw new BrokenRuleException(
                                    MatterRule.STRUCTURE, "an extension of tag " + extension.tag());
                    });
        }
        return Asn1Writer.sequence(extensions.toArray(byte[][]::new));
    }

    private static byte[] constraints(Tlv structure) throws BrokenRuleException {
        var fields = structure.expect(Tlv.Type.STRUCTURE).children();
        boolean inOrder = fields.size() >= 1
                && fields.size() <= 2
                && fields.getFirst().tag() == 1
                && fields.getLast().tag() == fields.size();
        require(inOrder, MatterRule.STRUCTURE, "basic constraints with other fields");
        var parts = new ArrayList<byte[]>();
        if (fields.getFirst().truth()) {
            parts.add(TRUE);
        }
        if (fields.size() == 2) {
            parts.add(Asn1Writer.number(fields.getLast().small(MOST_PATH)));
        }
        return Asn1Writer.sequence(parts.toArray(byte[][]::new));
    }

    private static byte[] purposes(Tlv array) throws BrokenRuleException {
        var purposes = new ArrayList<byte[]>();
        for (var purpose : array.expect(Tlv.Type.ARRAY).children()) {
            require(purpose.tag() == Tlv.NO_TAG, MatterRule.STRUCTURE, "a purpose with a tag");
            int number = purpose.small(MatterExtensions.purposeCount());
            require(number >= 1, MatterRule.STRUCTURE, "a purpose of number 0");
            purposes.add(objectId("2b060105050703%02x".formatted(MatterExtensions.purposeNumber(number))));
        }
        return Asn1Writer.sequence(purposes.toArray(byte[][]::new));
    }

    private static byte[] critical(String type, byte[] value) {
        return Asn1Writer.sequence(objectId(type), TRUE, Asn1Writer.value(Asn1.OCTET_STRING, value));
    }

    private static byte[] extension(String type, byte[] value) {
        return Asn1Writer.sequence(objectId(type), Asn1Writer.value(Asn1.OCTET_STRING, value));
    }

    private static byte[] objectId(String hex) {
        return Asn1Writer.value(Asn1.OBJECT_ID, HexFormat.of().parseHex(hex));
    }
}
