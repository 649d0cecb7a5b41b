package org.hearthkey.core.approve;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What any certificate request must hold to, whoever sends it: a device or a hub.
public final class RequestRules {
    private static final int LEAST_RSA_BITS = 2048;

    private RequestRules() {}

    /// Whoever signed the request holds the key. A copied label cannot do that.
    public static Finding possession(CertificateRequest request) {
        return switch (request.proof()) {
            case PROVEN -> new Finding("possession.proven", Weight.SUPPORT, List.of(), "RFC 2986, section 4.2");
            case FAILED -> new Finding("possession.failed", Weight.REFUSAL, List.of(), "RFC 2986, section 4.2");
        };
    }

    /// SP 800-131A: 112 bits of strength at least. RSA is accepted from 2048 bits on, as a legacy.
    public static Optional<Finding> strength(PublicKeyInfo key) {
        return switch (key.algorithm()) {
            case "P-256", "P-384" -> Optional.empty();
            case "RSA" -> Optional.of(rsa(key));
            default -> Optional.of(refusal("key.not-served", "SP 800-57, section 5.6", key.algorithm()));
        };
    }

    /// Whether the key is of the kind that the owner expects, by the name of its profile.
    public static Optional<Finding> profile(PublicKeyInfo key, String expected) {
        var is = key.profile().map(KeyProfile::code).orElse(key.algorithm());
        return is.equals(expected)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "profile.differs", Weight.REFUSAL, List.of(is, expected), "SP 800-57, section 5.6"));
    }

    private static Finding rsa(PublicKeyInfo key) {
        var bits = Integer.toString(key.bits());
        return key.bits() < LEAST_RSA_BITS
                ? refusal("key.weak", "SP 800-131A, section 3", bits)
                : new Finding("key.legacy", Weight.CAUTION, List.of(bits), "SP 800-57, table 2");
    }

    /// The profile decides what a certificate says, never the request.
    public static Optional<Finding> droppedExtensions(CertificateRequest request) {
        var asked = request.requestedExtensions();
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "request.extensions-dropped",
                        Weight.NOTE,
                        List.of(String.join(", ", asked)),
                        "RFC 2985, section 5.4.2"));
    }

    private static Finding refusal(String code, String clause, String fact) {
        return new Finding(code, Weight.REFUSAL, List.of(fact), clause);
    }
}
