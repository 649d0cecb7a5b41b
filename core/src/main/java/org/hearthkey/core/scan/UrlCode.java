package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a page on the web. It is never opened: whoever printed it learns of everybody who does. The rest of
/// it may be a secret and is not shown.
///
/// @param scheme `http` or `https`
/// @param host in ASCII and lower case, as it would be asked for: `xn--` and all
/// @param userInfo whether something stands before the host that is not it
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.2">RFC 3986, section 3.2</a>
public record UrlCode(String text, String scheme, String host, Optional<Integer> port, UserInfo userInfo)
        implements Code {
    static final Kind KIND =
            new Kind("url", Pattern.compile("https?://|HTTPS?://"), Kind.PRINTABLE_ASCII, 2048, UrlCode::parse);

    /// Whether the address names a user, which serves to deceive: `https://bank.example@thief.example/`.
    public enum UserInfo {
        NONE,
        PRESENT
    }

    private static final Pattern FORM = Pattern.compile("(?<scheme>https?|HTTPS?)://(?<authority>[^/?#]*)(?<rest>.*)");
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:(?<user>.*)@)?(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[^@:\\[\\]]+)(?::(?<port>[1-9][0-9]{0,4}))?");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.?");
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\"<>\\\\^`{|}]]*+");
    private static final int LONGEST_NAME = 253;
    private static final int LAST_PORT = 0xFFFF;

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.NAMES_ONLY;
    }

    @Override
    public List<Warning> warnings() {
        var warnings = new ArrayList<Warning>();
        if (userInfo == UserInfo.PRESENT) {
            warnings.add(new Warning("url-user", "RFC 3986, section 7.6"));
        }
        if (Arrays.stream(host.split("\\.", -1)).anyMatch(label -> label.startsWith("xn--"))) {
            warnings.add(new Warning("url-look-alike", "RFC 5890, section 4.4"));
        }
        return warnings;
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("scheme", scheme);
        fields.put("host", host);
        port.ifPresent(number -> fields.put("port", number));
        fields.put("warnings", warnings().stream().map(Warning::code).toList());
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public String toString() {
        return kind();
    }

    private static UrlCode parse(String text) throws MalformedException {
        require(PLAIN.matcher(text).matches(), "holds what a URL may not");
        var parts = FORM.matcher(text);
        require(parts.matches(), "not scheme://host");
        var authority = AUTHORITY.matcher(parts.group("authority"));
        require(authority.matches(), "not scheme://host");
        var host = authority.group("host").toLowerCase(Locale.ROOT);
        require(
                host.startsWith("[")
                        || (host.length() <= LONGEST_NAME && NAME.matcher(host).matches()),
                "host is not a name or address");
        var digits = Optional.ofNullable(authority.group("port")).map(Integer::valueOf);
        require(digits.isEmpty() || digits.get() <= LAST_PORT, "port");
        return new UrlCode(
                text,
                parts.group("scheme").toLowerCase(Locale.ROOT),
                host,
                digits,
                authority.group("user") == null ? UserInfo.NONE : UserInfo.PRESENT);
    }
}
