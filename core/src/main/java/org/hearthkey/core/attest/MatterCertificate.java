package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.jspecify.annotations.Nullable;

/// A Matter certificate, from X.509 or rebuilt to X.509 from Matter's own TLV. That it can be read says nothing about its
/// worth: [MatterProfile] checks whether it keeps the rules of its role and who signed it.
public final class MatterCertificate {
    /// The longest X.509 form that Matter allows.
    public static final int MAX_DER = 600;

    /// The longest TLV form that Matter allows.
    public static final int MAX_TLV = 400;

    private static final String ECDSA_SHA256 = "2a8648ce3d040302";
    private static final String EC_KEY = "2a8648ce3d0201";
    private static final String P256 = "2a8648ce3d030107";
    private static final int VERSION_CONTEXT = 0xa0;
    private static final int EXTENSIONS_CONTEXT = 0xa3;
    private static final int X509_V3 = 2;
    private static final int LONGEST_SERIAL = 20;
    private static final int UTC_PIVOT = 50;

    /// Strict: a 30th of February is no day.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

    private final Octets der;
    private final OptionalInt tlvLength;
    private final Octets signed;
    private final Octets signature;
    private final Octets serial;
    private final MatterName issuer;
    private final MatterName subject;
    private final String notBeforeText;
    private final String notAfterText;
    private final Instant notBefore;
    private final Instant notAfter;
    private final PublicKeyInfo publicKey;
    private final Octets point;
    private final MatterExtensions extensions;

    private MatterCertificate(byte[] bytes, OptionalInt tlvLength) throws BrokenRuleException {
        require(bytes.length <= MAX_DER, MatterRule.SIZE, "an X.509 form of " + bytes.length + " bytes");
        der = new Octets(bytes);
        this.tlvLength = tlvLength;
        var whole = Asn1.read(bytes).sequence(3, 3);
        signed = new Octets(whole.getFirst().encoded());
        requireAlgorithm(whole.get(1));
        signature = new Octets(whole.getLast().wholeBits());
        var fields = whole.getFirst().sequence(6, 8);
        require(fields.getFirst().tag() == VERSION_CONTEXT, MatterRule.VERSION, "no version, so X.509 version 1");
        require(fields.getFirst().only().number() == X509_V3, MatterRule.VERSION, "not X.509 version 3");
        require(
                fields.size() == 8 && fields.getLast().tag() == EXTENSIONS_CONTEXT,
                MatterRule.STRUCTURE,
                "unique ids, or no extensions");
        serial = serial(fields.get(1));
        requireAlgorithm(fields.get(2));
        issuer = MatterName.read(fields.get(3));
        var validity = fields.get(4).sequence(2, 2);
        notBeforeText = timeText(validity.getFirst());
        notAfterText = timeText(validity.getLast());
        notBefore = time(validity.getFirst());
        notAfter = time(validity.getLast());
        subject = MatterName.read(fields.get(5));
        point = new Octets(point(fields.get(6)));
        publicKey = PublicKeyInfo.parse(fields.get(6).encoded())
                .orElseThrow(() -> new BrokenRuleException(MatterRule.KEY, "the point is not on the curve"));
        extensions = MatterExtensions.read(fields.get(7).only());
    }

    /// Reads a certificate in DER.
    ///
    /// @throws BrokenRuleException if it is none, with the rule that it breaks
    public static MatterCertificate readX509(byte[] der) throws BrokenRuleException {
        return new MatterCertificate(der, OptionalInt.empty());
    }

    /// Reads a certificate in Matter's TLV and rebuilds what was signed.
    ///
    /// @throws BrokenRuleException if it is none, with the rule that it breaks
    public static MatterCertificate readTlv(byte[] tlv) throws BrokenRuleException {
        require(tlv.length <= MAX_TLV, MatterRule.SIZE, "a TLV form of " + tlv.length + " bytes");
        return new MatterCertificate(TlvCertificate.toX509(Tlv.structure(tlv)), OptionalInt.of(tlv.length));
    }

    private static void requireAlgorithm(Asn1 identifier) throws BrokenRuleException {
        var fields = identifier.sequence(1, 2);
        boolean sound = fields.size() == 1
                && fields.getFirst().expect(Asn1.OBJECT_ID).hex().equals(ECDSA_SHA256);
        require(sound, MatterRule.SIGNATURE_ALGORITHM, "not ECDSA with SHA-256");
    }

    private static Octets serial(Asn1 field) throws BrokenRuleException {
        var bytes = field.expect(Asn1.INTEGER).content();
        require(
                bytes.length >= 1 && bytes.length <= LONGEST_SERIAL,
                MatterRule.SERIAL,
                "a serial number of " + bytes.length + " bytes");
        require(
                Asn1.isShortestInteger(bytes) && bytes[0] >= 0,
                MatterRule.SERIAL,
                "a serial number that is negative or in a longer form");
        return new Octets(bytes);
    }

    private static String timeText(Asn1 time) {
        return new String(time.content(), ISO_8859_1);
    }

    private static Instant time(Asn1 time) throws BrokenRuleException {
        var text = timeText(time);
        var whole = switch (time.tag()) {
            case Asn1.UTC_TIME -> (text.compareTo(Integer.toString(UTC_PIVOT)) < 0 ? "20" : "19") + text;
            case Asn1.GENERALIZED_TIME -> text;
            default -> throw new BrokenRuleException(MatterRule.VALIDITY, "a time of neither kind");
        };
        try {
            var moment = LocalDateTime.parse(whole, TIME).toInstant(ZoneOffset.UTC);
            boolean early = moment.isBefore(TlvCertificate.YEAR_2050);
            require(
                    early == (time.tag() == Asn1.UTC_TIME),
                    MatterRule.VALIDITY,
                    "a time of the other kind than its year asks for");
            return moment;
        } catch (DateTimeParseException none) {
            throw new BrokenRuleException(MatterRule.VALIDITY, "a time that is none");
        }
    }

    private static byte[] point(Asn1 key) throws BrokenRuleException {
        var fields = key.sequence(2, 2);
        var algorithm = fields.getFirst().sequence(1, 2);
        boolean p256 = algorithm.size() == 2
                && algorithm.getFirst().expect(Asn1.OBJECT_ID).hex().equals(EC_KEY)
                && algorithm.getLast().tag() == Asn1.OBJECT_ID
                && algorithm.getLast().hex().equals(P256);
        require(p256, MatterRule.KEY, "no key on the named curve P-256");
        var point = fields.getLast().wholeBits();
        require(point.length == 65 && point[0] == 4, MatterRule.KEY, "no uncompressed point");
        return point;
    }

    /// Whether `signer` made the signature. Nothing else is looked at.
    public boolean isSignedBy(PublicKeyInfo signer) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(signer.jca());
            verifier.update(signed.bytes());
            return verifier.verify(signature.bytes());
        } catch (GeneralSecurityException noSignature) {
            // A signature that is none, or a key of another kind.
            return false;
        }
    }

    /// The certificate in DER, rebuilt if it came in TLV.
    public byte[] der() {
        return der.bytes();
    }

    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    /// The SHA-256 of the X.509 form.
    public Fingerprint fingerprint() {
        return Fingerprint.of(der.bytes());
    }

    /// Its key identifier in hex.
    public Optional<String> subjectKeyId() {
        return extensions.subjectKeyId().map(Octets::hex);
    }

    /// The key identifier of the one who signed, in hex.
    public Optional<String> authorityKeyId() {
        return extensions.authorityKeyId().map(Octets::hex);
    }

    /// The vendor's id, four upper-case hex digits, where the subject has a well-written one.
    public Optional<String> vendorId() {
        return VendorAndProduct.of(subject).vendor();
    }

    /// The product's id, four upper-case hex digits, where the subject has a well-written one.
    public Optional<String> productId() {
        return VendorAndProduct.of(subject).product();
    }

    MatterName subject() {
        return subject;
    }

    MatterName issuer() {
        return issuer;
    }

    MatterExtensions extensions() {
        return extensions;
    }

    Octets point() {
        return point;
    }

    /// What it says, by the names that scripts rely on. `null` stands for what it could have said and did not.
    public Map<String, @Nullable Object> facts() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("serial", serial.hex());
        facts.put("notBefore", notBeforeText);
        facts.put("notAfter", notAfterText);
        facts.put("subject", subject.facts());
        facts.put("issuer", issuer.facts());
        facts.put("ca", extensions.authority());
        facts.put("pathLen", orNull(extensions.pathLength()));
        facts.put("keyUsage", orNull(extensions.keyUsage()));
        facts.put("eku", extensions.purposes().<List<Integer>>map(List::copyOf).orElse(null));
        facts.put("skid", subjectKeyId().orElse(null));
        facts.put("akid", authorityKeyId().orElse(null));
        facts.put("publicKey", point.hex());
        facts.put("spkiSha256", publicKey.hash().hex());
        facts.put("derSha256", fingerprint().hex());
        facts.put("derLength", der.length());
        tlvLength.ifPresent(length -> facts.put("tlvLength", length));
        if (MatterRole.guess(this).filter(MatterRole::isOperational).isEmpty()) {
            facts.put("vid", vendorId().orElse(null));
            facts.put("pid", productId().orElse(null));
        }
        return Collections.unmodifiableMap(facts);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatterCertificate that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return subject.facts() + " " + HexFormat.of().formatHex(fingerprint().bytes(), 0, 4);
    }
}
