package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An Apple Home code of an accessory: the secret that pairs it, and a short name to find it by.
///
/// @param text the whole code
/// @param category what sort of accessory it is, 1 to 255
/// @param flags bit 0 says that it is paired or has a tag to touch, 1 that it speaks IP, 2 Bluetooth, 3 something else
/// @param setupId four letters or digits
/// @param setupCode eight digits; printed on the accessory as 841-31-633
/// @see <a href="https://developer.apple.com/homekit/">HomeKit Accessory Protocol, section 4.2</a>
public record HomeKitCode(String text, int category, int flags, String setupId, String setupCode) implements Code {
    static final Kind KIND = new Kind("homekit", "X-HM://", HomeKitCode::parse).atMost(64);

    private static final Pattern FORM = Pattern.compile("X-HM://(?<payload>[0-9A-Z]{9})(?<setupId>[0-9A-Z]{4})");
    private static final int BASE = 36;
    private static final int PAYLOAD_BITS = 46;
    private static final int CATEGORY_SHIFT = 31;
    private static final int FLAGS_SHIFT = 27;
    private static final int RESERVED_SHIFT = 39;
    private static final int HIGHEST_SETUP_CODE = 99_999_999;
    private static final int PAIRED_OR_NFC = 1;
    private static final int IP = 2;
    private static final int BLUETOOTH = 4;

    /// Eight times the same digit, or a run: too easy to guess. Eight zeros mean that there is no code.
    private static final Pattern EASY = Pattern.compile("([0-9])\\1{7}|12345678|87654321");

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_SECRET;
    }

    @Override
    public List<Mark> marks() {
        return List.of(Mark.ofSecret(kind(), setupCode), new Mark(Mark.Sort.SHORT_NAME, "homekit:" + setupId));
    }

    @Override
    public Said said() {
        return new Said(Optional.empty(), Optional.empty(), Optional.empty(), type());
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("category", category);
        fields.put("flags", flags);
        fields.put("ip", (flags & IP) != 0);
        fields.put("ble", (flags & BLUETOOTH) != 0);
        fields.put("pairedOrNfc", (flags & PAIRED_OR_NFC) != 0);
        fields.put("setupId", setupId);
        fields.put("setupCode", Grouping.THREE_TWO_THREE.apply(setupCode));
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Optional<String> spoken() {
        return Optional.of(Grouping.THREE_TWO_THREE.apply(setupCode));
    }

    /// The kind alone: the code is a secret.
    @Override
    public String toString() {
        return kind();
    }

    private Optional<String> type() {
        return Optional.ofNullable(
                switch (category) {
                    case 2 -> "bridge";
                    case 3 -> "fan";
                    case 4 -> "garage door";
                    case 5 -> "light";
                    case 6 -> "lock";
                    case 7 -> "plug";
                    case 8, 15 -> "switch";
                    case 9 -> "thermostat";
                    case 10 -> "sensor";
                    case 11 -> "alarm";
                    case 12 -> "door";
                    case 13 -> "window";
                    case 14 -> "blind";
                    case 16 -> "repeater";
                    case 17 -> "camera";
                    case 19 -> "air purifier";
                    case 20 -> "heating";
                    case 21 -> "air conditioner";
                    case 22 -> "humidifier";
                    case 23 -> "dehumidifier";
                    case 28 -> "sprinkler";
                    case 29 -> "faucet";
                    case 30 -> "shower";
                    default -> null;
                });
    }

    private static HomeKitCode parse(String text) throws MalformedException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not X-HM:// + 9 base36 + 4 setup-id characters (upper case)");
        long payload = Long.parseLong(parts.group("payload"), BASE);
        require(payload >>> PAYLOAD_BITS == 0, "payload above 46 bits");
        require(payload >>> RESERVED_SHIFT == 0, "version or reserved bits are not zero");
        int category = (int) (payload >>> CATEGORY_SHIFT);
        require(category > 0, "category 0");
        int flags = (int) ((payload >>> FLAGS_SHIFT) & 0xF);
        require((flags & (IP | BLUETOOTH)) != 0, "neither IP nor BLE flag");
        int number = (int) (payload & ((1L << FLAGS_SHIFT) - 1));
        require(number <= HIGHEST_SETUP_CODE, "setup code above 99999999");
        var setupCode = Integer.toString(100_000_000 + number).substring(1);
        require(!EASY.matcher(setupCode).matches(), "setup code on the disallowed list");
        return new HomeKitCode(text, category, flags, parts.group("setupId"), setupCode);
    }
}
