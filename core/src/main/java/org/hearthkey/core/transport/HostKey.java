package org.hearthkey.core.transport;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.key.Fingerprint;

/// The key by which an SSH server is known again.
///
/// @param sha256 over the key as SSH sends it
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253, section 6.6</a>
public record HostKey(Fingerprint sha256) {
    private static final String BEFORE = "SHA256:";
    private static final Pattern FORM = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    /// The key that an SSH server showed.
    ///
    /// @param blob as SSH sends it
    public static HostKey ofBlob(byte[] blob) {
        return new HostKey(Fingerprint.of(blob));
    }

    /// Reads what `ssh-keygen -l` prints: the part that begins with `SHA256:`.
    public static Optional<HostKey> parse(String typed) {
        var text = typed.strip();
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var key = new HostKey(Fingerprint.ofDigest(Base64.getDecoder().decode(text.substring(BEFORE.length()))));
            return Optional.of(key).filter(read -> read.openSsh().equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// As OpenSSH prints it.
    public String openSsh() {
        return BEFORE + Base64.getEncoder().withoutPadding().encodeToString(sha256.bytes());
    }

    @Override
    public String toString() {
        return openSsh();
    }
}
