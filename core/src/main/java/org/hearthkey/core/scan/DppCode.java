package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.jspecify.annotations.Nullable;

/// A Wi-Fi Easy Connect code: the key itself, and how to reach the device to configure it. The key is made for that
/// protocol; whether it may also serve in a certificate is the maker's to say.
///
/// @param text the whole code
/// @param items all one-letter items of the code in their order; letters that we do not know are kept and ignored
/// @see <a href="https://www.wi-fi.org/wi-fi-download/34972">Wi-Fi Easy Connect 3.0, section 5.2.1</a>
public record DppCode(String text, Map<Character, String> items, DppKey key, DppHints hints) implements Code {
    static final Kind KIND = new Kind("dpp", "DPP:", DppCode::parse).atMost(4096);

    private static final Pattern ITEM = Pattern.compile("[A-Za-z]:.*");
    private static final String END = ";;";

    public DppCode {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public Optional<Fingerprint> keyHash() {
        return Optional.of(key.publicKey().hash());
    }

    /// The key the device proves itself with to its Wi-Fi network.
    public PublicKeyInfo publicKey() {
        return key.publicKey();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("order", items.keySet().stream().map(String::valueOf).collect(Collectors.joining()));
        fields.putAll(hints.fields());
        fields.putAll(key.fields());
        return Collections.unmodifiableMap(fields);
    }

    private static DppCode parse(String text) throws MalformedException {
        require(text.startsWith("DPP:"), "no DPP: prefix");
        require(text.endsWith(END), "does not end in ;;");
        var body = text.substring("DPP:".length(), Math.max("DPP:".length(), text.length() - END.length()));
        require(!body.isEmpty(), "empty");
        var items = new LinkedHashMap<Character, String>();
        for (var item : body.split(";", -1)) {
            require(ITEM.matcher(item).matches(), "field without a one-letter name and colon");
            require(items.put(item.charAt(0), item.substring(2)) == null, "repeated field");
        }
        var hints = DppHints.of(items);
        var key = Optional.ofNullable(items.get('K')).orElseThrow(() -> new MalformedException("no key"));
        return new DppCode(text, items, DppKey.parse(key), hints);
    }
}
