package org.hearthkey.core.certificate;

import java.util.Arrays;
import java.util.Optional;

/// Why a certificate was revoked. `removeFromCRL` is missing: it only makes sense in delta lists, which we do not make.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.3.1">RFC 5280, section 5.3.1</a>
public enum Reason {
    UNSPECIFIED("unspecified", 0),
    KEY_COMPROMISE("keyCompromise", 1),
    CA_COMPROMISE("cACompromise", 2),
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    CERTIFICATE_HOLD("certificateHold", 6),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn", 9),
    AA_COMPROMISE("aACompromise", 10);

    private final String text;
    private final int code;

    Reason(String text, int code) {
        this.text = text;
        this.code = code;
    }

    /// Reads the name of RFC 5280, such as `keyCompromise`.
    public static Optional<Reason> parse(String text) {
        return Arrays.stream(values()).filter(r -> r.text.equals(text)).findFirst();
    }

    static Optional<Reason> ofCode(int code) {
        return Arrays.stream(values()).filter(r -> r.code == code).findFirst();
    }

    /// The name of RFC 5280.
    public String text() {
        return text;
    }

    /// The number in a revocation list.
    public int code() {
        return code;
    }
}
