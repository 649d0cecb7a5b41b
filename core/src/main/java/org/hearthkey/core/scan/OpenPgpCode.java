package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fingerprint of an OpenPGP key. Key ids of 64 bits are refused: others can be made that have the same.
///
/// @param fingerprint 40 or 64 capital hex digits
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.4">RFC 9580, section 5.5.4</a>
public record OpenPgpCode(String text, String fingerprint) implements Code {
    static final Kind KIND = new Kind(
            "openpgp4fpr", Pattern.compile("openpgp4fpr:|OPENPGP4FPR:"), Kind.PRINTABLE_ASCII, 128, OpenPgpCode::parse);

    /// Bare, or in groups of four as people read them.
    private static final Pattern FORM =
            Pattern.compile("(?:openpgp4fpr|OPENPGP4FPR):(?<hex>[0-9A-Fa-f]+|[0-9A-Fa-f]{4}(?: [0-9A-Fa-f]{4})+)");

    private static final int V4 = 40;
    private static final int V6 = 64;

    @Override
    public String kind() {
        return KIND.name();
    }

    /// It binds the device to that key; a certificate's key is compared by another hash.
    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public List<Mark> marks() {
        return List.of(new Mark(Mark.Sort.KEY_PART, fingerprint.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("fingerprint", fingerprint);
        fields.put("v", fingerprint.length() == V4 ? 4 : 6);
        return Collections.unmodifiableMap(fields);
    }

    private static OpenPgpCode parse(String text) throws MalformedException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not openpgp4fpr:hex");
        var hex = parts.group("hex").replace(" ", "").toUpperCase(Locale.ROOT);
        require(hex.length() == V4 || hex.length() == V6, "fingerprint is not 40 or 64 hex");
        return new OpenPgpCode(text, hex);
    }
}
