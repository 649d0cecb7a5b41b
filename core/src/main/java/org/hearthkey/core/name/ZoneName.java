package org.hearthkey.core.name;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A part of the home whose devices trust one issuer, for example `lighting`. It is a DNS label, a folder in the bundle
/// and a fence in certificates at once.
///
/// @param text 1 to 30 lower-case letters, digits and inner hyphens, starting with a letter; not `root` or `services`,
///     which are issuers of their own and would share their folders and addresses, nor what Windows takes for a printer
public record ZoneName(String text) {
    private static final Set<String> RESERVED = Set.of("root", "services");

    public ZoneName {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a zone: " + text);
        }
    }

    /// Reads what somebody typed; capitals and space around it do not matter.
    public static Optional<ZoneName> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(ZoneName::isWellFormed)
                .map(ZoneName::new);
    }

    /// The DNS subtree in which this zone's devices have their names.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc8375">RFC 8375, home.arpa</a>
    public DnsName dnsName() {
        return new DnsName(text + ".home.arpa");
    }

    /// How the zone is written in a sentence or on a tab: `living-room` is `Living room`.
    public String display() {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1).replace('-', ' ');
    }

    private static boolean isWellFormed(String text) {
        return FolderLabel.isWellFormed(text) && !RESERVED.contains(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
