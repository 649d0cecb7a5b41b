package org.hearthkey.core.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A DNS name a certificate may carry: lower-case ASCII, no trailing dot, for example `printer.home.arpa`.
///
/// @param text 1 to 253 characters; each label is 1 to 63 letters, digits or inner hyphens; the last one is not all
///     digits, so that no IPv4 address passes for a name
/// @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, section 2.1</a>
public record DnsName(String text) {
    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(" + LABEL + "\\.)*(?![0-9]+$)" + LABEL);

    public DnsName {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("Not a DNS name: " + text);
        }
    }

    /// Reads what somebody typed; capitals and space around it do not matter.
    public static Optional<DnsName> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(DnsName::isWellFormed)
                .map(DnsName::new);
    }

    /// Whether this name lies below `other`, or is `other`.
    public boolean isWithin(DnsName other) {
        return text.equals(other.text) || text.endsWith("." + other.text);
    }

    private static boolean isWellFormed(String text) {
        // The length first: the pattern need never see more.
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
