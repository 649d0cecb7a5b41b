package org.hearthkey.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// A certificate request (PKCS#10) given as text or file: the device's key, and proof that whoever asked holds it.
public record RequestCode(CertificateRequest request) implements Code {
    private static final String NAME = "pkcs10";
    private static final String BEGIN = "-----BEGIN (NEW )?CERTIFICATE REQUEST-----";

    /// PEM, the only code with lines.
    static final Kind ARMORED = new Kind(
            NAME, Pattern.compile(BEGIN), Pattern.compile("[ -~\r\n]*+"), Kind.LONGEST, RequestCode::parseArmored);

    /// Bare base64 on one line. The opening is that of a DER structure of 128 to 65,535 bytes.
    static final Kind BARE = new Kind(
            NAME,
            Pattern.compile("MI[E-L][A-Za-z0-9+/]{150}"),
            Kind.PRINTABLE_ASCII,
            Kind.LONGEST,
            RequestCode::parseBare);

    private static final int SEQUENCE = 0x30;
    private static final int LONG_LENGTH = 0x80;

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public String text() {
        return request.pem();
    }

    /// A request only says what the device says; but it proves that the device holds the key.
    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public Optional<Fingerprint> keyHash() {
        return Optional.of(request.publicKey().hash());
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("commonName", request.commonName().orElse(null));
        fields.put("serialNumber", request.serialNumber().orElse(null));
        fields.put("algorithm", request.publicKey().algorithm());
        fields.put("bits", request.publicKey().bits());
        fields.put("canonicalSpkiSha256", request.publicKey().hash().hex());
        fields.put("proofOfPossession", request.proof().name().toLowerCase(Locale.ROOT));
        fields.put("requestedExtensions", request.requestedExtensions());
        return Collections.unmodifiableMap(fields);
    }

    /// Whether a file looks like a request, in DER or PEM. Text cannot: no digit `0` is followed by a non-ASCII byte.
    static boolean isFile(byte[] content) {
        boolean der = content.length > 1 && content[0] == SEQUENCE && (content[1] & LONG_LENGTH) != 0;
        return der || ARMORED.opens(new String(content, 0, Math.min(content.length, 64), StandardCharsets.ISO_8859_1));
    }

    static Scan readFile(byte[] content) {
        if (content.length > CertificateRequest.MAX_LENGTH) {
            return new Scan.Malformed(NAME, "oversize: more than " + CertificateRequest.MAX_LENGTH + " bytes");
        }
        try {
            return new Scan.Read(parse(content));
        } catch (MalformedException e) {
            return new Scan.Malformed(NAME, e.why());
        }
    }

    private static RequestCode parseArmored(String text) throws MalformedException {
        return parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static RequestCode parseBare(String text) throws MalformedException {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            MalformedException.require(Base64.getEncoder().encodeToString(der).equals(text), "not canonical base64");
            return parse(der);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedException("not base64");
        }
    }

    private static RequestCode parse(byte[] derOrPem) throws MalformedException {
        return CertificateRequest.parse(derOrPem)
                .map(RequestCode::new)
                .orElseThrow(() -> new MalformedException("not one PKCS#10 request in strict DER"));
    }
}
