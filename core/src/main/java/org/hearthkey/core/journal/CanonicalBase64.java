package org.hearthkey.core.journal;

import java.util.Base64;
import java.util.Optional;

/// Base64 of RFC 4648, section 4, in its one spelling: padded, without white space, unused bits zero.
final class CanonicalBase64 {
    private CanonicalBase64() {}

    static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
