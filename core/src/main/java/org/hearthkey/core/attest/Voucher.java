package org.hearthkey.core.attest;

import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.certificate.Certificate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A maker's voucher: this device belongs to the home with that certificate.
///
/// @param serialNumber of the device
/// @param home the certificate of the home that the device may trust
/// @param created when it was made
/// @param expires when it ends; then it has no nonce
/// @param issuerKeyId the key identifier of whoever issued the device's identity, if it says so
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8366#section-5">RFC 8366, section 5</a>
record Voucher(
        String serialNumber,
        Certificate home,
        Instant created,
        Optional<Instant> expires,
        Optional<Octets> issuerKeyId) {
    /// id-ct-animaJSONVoucher.
    static final String CONTENT_TYPE = "1.2.840.113549.1.9.16.1.40";

    private static final int MAX_LENGTH = 65_536;
    private static final int LONGEST_SERIAL = 256;
    private static final int SHORTEST_NONCE = 8;
    private static final int LONGEST_NONCE = 32;
    private static final Set<String> ASSERTIONS = Set.of("verified", "logged", "proximity");
    private static final Set<String> FIELDS = Set.of(
            "created-on",
            "expires-on",
            "assertion",
            "serial-number",
            "idevid-issuer",
            "pinned-domain-cert",
            "domain-cert-revocation-checks",
            "nonce",
            "last-renewal-date");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Reads the content of a voucher. Who signed it is another question.
    static Optional<Voucher> read(byte[] json) {
        if (json.length > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var document = JSON.readTree(json);
            var voucher = document.get("ietf-voucher:voucher");
            return document.size() == 1 && voucher != null && voucher.isObject() ? read(voucher) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException | CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Voucher> read(JsonNode voucher) throws CertificateException {
        boolean known = voucher.propertyNames().stream().allMatch(FIELDS::contains);
        var assertion = text(voucher, "assertion").filter(ASSERTIONS::contains);
        var serial =
                text(voucher, "serial-number").filter(number -> !number.isEmpty() && number.length() <= LONGEST_SERIAL);
        var created = text(voucher, "created-on").map(Voucher::time);
        var expires = text(voucher, "expires-on").map(Voucher::time);
        var renewal = text(voucher, "last-renewal-date").map(Voucher::time);
        var nonce = text(voucher, "nonce").map(Voucher::bytes);
        var pinned = text(voucher, "pinned-domain-cert").map(Voucher::bytes);
        boolean ends = !(expires.isPresent() && nonce.isPresent());
        boolean sized = nonce.filter(bytes -> bytes.length < SHORTEST_NONCE || bytes.length > LONGEST_NONCE)
                .isEmpty();
        boolean checks = voucher.path("domain-cert-revocation-checks").isMissingNode()
                || voucher.path("domain-cert-revocation-checks").isBoolean();
        boolean renewable = renewal.isEmpty() || expires.isPresent();
        if (!known
                || !ends
                || !sized
                || !checks
                || !renewable
                || assertion.isEmpty()
                || serial.isEmpty()
                || created.isEmpty()
                || pinned.isEmpty()) {
            return Optional.empty();
        }
        var issuer = text(voucher, "idevid-issuer").map(Voucher::bytes).map(Octets::new);
        return Optional.of(new Voucher(serial.get(), Certificate.read(pinned.get()), created.get(), expires, issuer));
    }

    /// @throws IllegalArgumentException if the field is there and no text
    private static Optional<String> text(JsonNode voucher, String field) {
        @Nullable JsonNode value = voucher.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return Optional.of(value.asString());
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /// Whether it is for one of these, which stand for the home.
    boolean isForHome(List<Certificate> ofHome) {
        return ofHome.contains(home);
    }
}
