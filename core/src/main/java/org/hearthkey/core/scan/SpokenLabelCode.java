package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// A key's hash in the form that is read aloud and typed, an `nih:` URI: hex with hyphens anywhere and, mostly, a check
/// digit.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6920#section-7">RFC 6920, section 7</a>
public record SpokenLabelCode(String text, LabelHash hash, Optional<Character> check) implements Code {
    static final Kind KIND = new Kind("ni", "nih:", SpokenLabelCode::parse);

    private static final Pattern FORM = Pattern.compile(
            "nih:(?:(?<suite>[0-9])|(?<algorithm>[a-z0-9-]+));" + "(?<hex>[0-9a-f-]+)(?:;(?<check>[0-9a-f]))?");
    private static final int HEX = 16;

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return keyHash().isPresent() ? Proof.BINDS_KEY : Proof.NAMES_ONLY;
    }

    @Override
    public List<Warning> warnings() {
        return hash.warnings();
    }

    @Override
    public Optional<Fingerprint> keyHash() {
        return hash.whole();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("alg", hash.algorithm().text());
        fields.put("digest", hash.hex());
        fields.put("check", check.map(String::valueOf).orElse(null));
        fields.put("warnings", hash.warnings().stream().map(Warning::code).toList());
        return Collections.unmodifiableMap(fields);
    }

    private static SpokenLabelCode parse(String text) throws MalformedException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not nih:alg;hex[;check]");
        var suite = parts.group("suite");
        var algorithm = suite == null
                ? LabelHash.Algorithm.named(parts.group("algorithm"))
                : LabelHash.Algorithm.ofSuite(suite.charAt(0) - '0');
        var hex = parts.group("hex").replace("-", "");
        require(hex.length() % 2 == 0, "digest length is wrong for the algorithm");
        var hash = LabelHash.of(algorithm, HexFormat.of().parseHex(hex));
        var check = Optional.ofNullable(parts.group("check")).map(digit -> digit.charAt(0));
        require(check.isEmpty() || check.get() == checkDigit(hex), "Luhn mod-16 check digit");
        return new SpokenLabelCode(text, hash, check);
    }

    /// Luhn's check over hex digits: from the right every other digit counts double, and a product of two digits counts
    /// as their sum.
    private static char checkDigit(String hex) {
        int sum = 0;
        for (int i = 0; i < hex.length(); i++) {
            int factor = i % 2 == 0 ? 2 : 1;
            int product = factor * Character.digit(hex.charAt(hex.length() - 1 - i), HEX);
            sum += product / HEX + product % HEX;
        }
        return Character.forDigit((HEX - sum % HEX) % HEX, HEX);
    }
}
