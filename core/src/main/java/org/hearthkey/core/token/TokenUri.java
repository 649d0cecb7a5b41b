package org.hearthkey.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Names a token, or a key on one, as other programs do: `pkcs11:token=Maple;object=root`. What it does not say may be
/// anything. It never carries a PIN.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7512">RFC 7512</a>
public final class TokenUri {
    private static final String SCHEME = "pkcs11:";
    private static final int MOST_CHARACTERS = 2048;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_PATH = UNRESERVED + ":[]@!$'()*+,=&";
    private static final String IN_QUERY = UNRESERVED + ":[]@!$'()*+,=/?|";

    private final Map<Part, byte[]> parts;

    private TokenUri(Map<Part, byte[]> parts) {
        this.parts = parts;
    }

    /// Names the token of these facts, and nothing on it.
    static TokenUri of(TokenFacts facts) {
        var parts = new EnumMap<Part, byte[]>(Part.class);
        put(parts, Part.TOKEN, facts.label());
        put(parts, Part.MANUFACTURER, facts.manufacturer());
        put(parts, Part.SERIAL, facts.serial());
        put(parts, Part.MODEL, facts.model());
        return new TokenUri(parts);
    }

    private static void put(Map<Part, byte[]> parts, Part part, String value) {
        if (!value.isEmpty()) {
            parts.put(part, value.getBytes(UTF_8));
        }
    }

    /// The same token and the key of this id and label on it.
    TokenUri withKey(byte[] id, String label) {
        var more = new EnumMap<>(parts);
        more.put(Part.ID, id.clone());
        put(more, Part.OBJECT, label);
        return new TokenUri(more);
    }

    /// Reads a URI strictly: parts that we do not know, parts that are there twice, and PINs are refused.
    public static Optional<TokenUri> parse(String text) {
        if (text.length() > MOST_CHARACTERS || !text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var halves = text.substring(SCHEME.length()).split("\\?", 2);
        var parts = new EnumMap<Part, byte[]>(Part.class);
        boolean known = (halves[0].isEmpty() || isRead(halves[0].split(";", -1), parts, IN_PATH, false))
                && (halves.length == 1 || isRead(halves[1].split("&", -1), parts, IN_QUERY, true))
                && parts.entrySet().stream().allMatch(part -> part.getKey().allows(part.getValue()));
        return known ? Optional.of(new TokenUri(parts)) : Optional.empty();
    }

    private static boolean isRead(String[] attributes, Map<Part, byte[]> into, String allowed, boolean query) {
        for (var attribute : attributes) {
            int equals = attribute.indexOf('=');
            var part = equals < 0 ? Optional.<Part>empty() : Part.named(attribute.substring(0, equals), query);
            var value = decode(attribute.substring(equals + 1), allowed);
            if (part.isEmpty() || value.isEmpty() || into.put(part.get(), value.get()) != null) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> decode(String text, String allowed) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else if (allowed.indexOf(c) >= 0) {
                bytes.write(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.toByteArray());
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }

    public Optional<String> token() {
        return text(Part.TOKEN);
    }

    public Optional<String> serial() {
        return text(Part.SERIAL);
    }

    /// The label of the key.
    public Optional<String> object() {
        return text(Part.OBJECT);
    }

    /// The id of the key.
    public Optional<byte[]> id() {
        return Optional.ofNullable(parts.get(Part.ID)).map(byte[]::clone);
    }

    /// The module to reach it through.
    public Optional<Path> module() {
        return text(Part.MODULE_PATH).map(Path::of);
    }

    boolean fits(TokenFacts facts, long slot) {
        return says(Part.TOKEN, facts.label())
                && says(Part.MANUFACTURER, facts.manufacturer())
                && says(Part.MODEL, facts.model())
                && says(Part.SERIAL, facts.serial())
                && says(Part.SLOT_ID, Long.toString(slot));
    }

    /// Whether it names a key, and not only a token.
    public boolean namesKey() {
        return parts.containsKey(Part.ID) || parts.containsKey(Part.OBJECT);
    }

    private boolean says(Part part, String value) {
        return text(part).filter(wanted -> !wanted.equals(value)).isEmpty();
    }

    private Optional<String> text(Part part) {
        return Optional.ofNullable(parts.get(part)).map(bytes -> new String(bytes, UTF_8));
    }

    /// The URI, for people to copy and for [#parse(String)].
    public String text() {
        var path = parts.entrySet().stream()
                .filter(part -> !part.getKey().query)
                .map(TokenUri::printed)
                .collect(Collectors.joining(";", SCHEME, ""));
        var query = parts.entrySet().stream()
                .filter(part -> part.getKey().query)
                .map(TokenUri::printed)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String printed(Map.Entry<Part, byte[]> part) {
        var text = new StringBuilder(part.getKey().code).append('=');
        for (byte b : part.getValue()) {
            if (part.getKey() != Part.ID && UNRESERVED.indexOf(b) >= 0) {
                text.append((char) b);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenUri uri && text().equals(uri.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private enum Part {
        TOKEN("token", false),
        MANUFACTURER("manufacturer", false),
        MODEL("model", false),
        SERIAL("serial", false),
        SLOT_ID("slot-id", false),
        OBJECT("object", false),
        ID("id", false),
        /// Of which kind of object: other programs list private and public halves and certificates, we take the key.
        TYPE("type", false),
        MODULE_PATH("module-path", true);

        private final String code;
        private final boolean query;

        Part(String code, boolean query) {
            this.code = code;
            this.query = query;
        }

        static Optional<Part> named(String code, boolean query) {
            for (var part : values()) {
                if (part.code.equals(code) && part.query == query) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }

        boolean allows(byte[] value) {
            if (this == ID) {
                return value.length > 0;
            }
            try {
                var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
                return switch (this) {
                    case TYPE -> text.equals("private") || text.equals("public") || text.equals("cert");
                    case SLOT_ID -> text.matches("0|[1-9][0-9]{0,18}");
                    case MODULE_PATH -> Path.of(text).isAbsolute();
                    default -> text.chars().noneMatch(Character::isISOControl);
                };
            } catch (CharacterCodingException | InvalidPathException unreadable) {
                return false;
            }
        }
    }
}
