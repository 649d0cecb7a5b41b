package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fingerprint of an SSH key, as `ssh-keygen -l` prints it. It is a hash of the key in SSH's own notation, so it
/// does not compare with a certificate's key.
///
/// @param digest the SHA-256 in lower-case hex
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253, section 6.6</a>
public record SshCode(String text, String digest) implements Code {
    static final Kind KIND = new Kind(
            "ssh-fingerprint",
            Pattern.compile("SHA256:|SHA1:|MD5:(?:[0-9a-f]{2}:){2}"),
            Kind.PRINTABLE_ASCII,
            128,
            SshCode::parse);

    private static final Pattern FORM = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public List<Mark> marks() {
        return List.of(new Mark(Mark.Sort.KEY_PART, digest));
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("alg", "sha-256");
        fields.put("digest", digest);
        return Collections.unmodifiableMap(fields);
    }

    private static SshCode parse(String text) throws MalformedException {
        require(!text.startsWith("MD5:"), "MD5 fingerprint is not acceptable");
        require(!text.startsWith("SHA1:"), "SHA-1 fingerprint is not acceptable");
        require(FORM.matcher(text).matches(), "not SHA256: + 43 base64 characters");
        var base64 = text.substring("SHA256:".length());
        byte[] digest = Base64.getDecoder().decode(base64);
        // Java's decoder lets unused bits at the end be anything: one hash would have several spellings.
        require(
                Base64.getEncoder().withoutPadding().encodeToString(digest).equals(base64),
                "digest is not canonical base64");
        return new SshCode(text, HexFormat.of().formatHex(digest));
    }
}
