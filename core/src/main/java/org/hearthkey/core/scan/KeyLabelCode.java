package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// Our own label, an `ni:` URI: the hash of the device's key, with hints who made the device. The hash has one
/// spelling.
/// The hints prove nothing and are only shown and compared, so they may be percent-encoded in any way that is valid.
///
/// @param text the whole code
/// @param authority who may be asked for the key; we ask nobody
/// @param query the hints, decoded, in the order of the label: serial number `sn`, vendor `v`, model `m`, and others
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6920#section-3">RFC 6920, section 3</a>
public record KeyLabelCode(String text, LabelHash hash, String authority, Map<String, String> query) implements Code {
    static final Kind KIND = new Kind("ni", "ni:", KeyLabelCode::parse);

    private static final Pattern FORM =
            Pattern.compile("ni://(?<authority>[A-Za-z0-9.-]*(?::[0-9]{1,5})?)/(?<algorithm>[a-z0-9-]+);"
                    + "(?<digest>[A-Za-z0-9_-]+)(?:\\?(?<query>.*))?");

    /// What RFC 3986, section 3.4, lets a query hold beside what is percent-encoded.
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + "-._~!$'()*+,;:@/?=";

    private static final Set<String> OUR_HINTS = Set.of("sn", "v", "m");
    private static final int LONGEST_HINT = 64;

    public KeyLabelCode {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return keyHash().isPresent() ? Proof.BINDS_KEY : Proof.NAMES_ONLY;
    }

    @Override
    public Said said() {
        return new Said(hint("v"), hint("m"), hint("sn"), Optional.empty());
    }

    private Optional<String> hint(String name) {
        return Optional.ofNullable(query.get(name)).filter(text -> !text.isBlank());
    }

    @Override
    public List<Warning> warnings() {
        return hash.warnings();
    }

    /// Empty also when the label names a whole certificate or request (`ct`) instead of a key.
    @Override
    public Optional<Fingerprint> keyHash() {
        return query.containsKey("ct") ? Optional.empty() : hash.whole();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("alg", hash.algorithm().text());
        fields.put("digest", hash.hex());
        fields.put("authority", authority);
        if (!query.isEmpty()) {
            fields.put("query", query);
        }
        fields.put("warnings", hash.warnings().stream().map(Warning::code).toList());
        return Collections.unmodifiableMap(fields);
    }

    private static KeyLabelCode parse(String text) throws MalformedException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not ni://authority/alg;value");
        var algorithm = LabelHash.Algorithm.named(parts.group("algorithm"));
        var hash = LabelHash.of(algorithm, digest(parts.group("digest")));
        var query = parts.group("query");
        return new KeyLabelCode(text, hash, parts.group("authority"), query == null ? Map.of() : hints(query));
    }

    private static byte[] digest(String base64) throws MalformedException {
        // Java's decoder lets unused bits at the end be anything: one hash would have several spellings.
        try {
            byte[] digest = Base64.getUrlDecoder().decode(base64);
            require(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .equals(base64),
                    "digest is not canonical base64url");
            return digest;
        } catch (IllegalArgumentException cutShort) {
            throw new MalformedException("digest is not base64url");
        }
    }

    private static Map<String, String> hints(String query) throws MalformedException {
        var hints = new LinkedHashMap<String, String>();
        for (var item : query.split("&", -1)) {
            int equals = item.indexOf('=');
            require(equals >= 0, "query item without =");
            var name = decoded(item.substring(0, equals));
            var value = decoded(item.substring(equals + 1));
            require(!name.isEmpty() && hints.put(name, value) == null, "empty or repeated query name");
            require(
                    value.length() <= LONGEST_HINT || !OUR_HINTS.contains(name),
                    "sn, v or m is longer than 64 characters");
        }
        return hints;
    }

    private static String decoded(String encoded) throws MalformedException {
        var decoded = new StringBuilder();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                require(
                        i + 2 < encoded.length()
                                && HexFormat.isHexDigit(encoded.charAt(i + 1))
                                && HexFormat.isHexDigit(encoded.charAt(i + 2)),
                        "query holds a broken percent-encoding");
                c = (char) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 2;
            } else {
                require(PLAIN.indexOf(c) >= 0, "query holds what a URI may not");
            }
            require(c >= ' ' && c <= '~', "control or non-ASCII character in the query");
            decoded.append(c);
        }
        return decoded.toString();
    }
}
