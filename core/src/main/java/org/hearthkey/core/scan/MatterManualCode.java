package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The digits that stand beside a Matter QR code, for typing: the secret of the device and not much else. The check
/// digit catches slips of the finger and proves nothing.
///
/// @param text the whole code, perhaps with single hyphens or spaces between its digits
/// @param shortDiscriminator 0 to 15
/// @param product present where `vendor` is
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.4</a>
public record MatterManualCode(
        String text, int shortDiscriminator, MatterPasscode passcode, OptionalInt vendor, OptionalInt product)
        implements Code {
    static final Kind KIND = new Kind(
                    "matter-manual",
                    Pattern.compile("[0-9](?:[- ]?[0-9]){10}(?:(?:[- ]?[0-9]){10})?\\z"),
                    Kind.PRINTABLE_ASCII,
                    64,
                    MatterManualCode::parse)
            .typed(Kind.Typing.whole(Pattern.compile("[0-3][0-9]{10}|[4-7][0-9]{20}")));

    private static final Pattern FORM = Pattern.compile("[0-9](?:[- ]?[0-9])*+");
    private static final Pattern SEPARATOR = Pattern.compile("[- ]");
    private static final int SHORT = 11;
    private static final int LONG = 21;
    private static final int CHUNK_BITS = 14;

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
        return passcode.mark(shortDiscriminator).stream().toList();
    }

    @Override
    public Said said() {
        return MatterVendor.said(vendor.orElse(0), product.orElse(0), Optional.empty());
    }

    /// A number above those that were given to makers is no reason to refuse: the digits only repeat what they are told.
    @Override
    public List<Warning> warnings() {
        var warnings = new ArrayList<>(passcode.warnings(vendor.orElse(0)));
        if (vendor.orElse(0) > MatterVendor.HIGHEST) {
            warnings.add(new Warning("reserved-vendor-id", "Matter Core, section 2.5.2"));
        }
        return warnings;
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("shortDiscriminator", shortDiscriminator);
        fields.put("passcode", passcode.number());
        vendor.ifPresent(number -> fields.put("vid", number));
        product.ifPresent(number -> fields.put("pid", number));
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Optional<String> spoken() {
        return Optional.of(Grouping.ofManualCode(SEPARATOR.matcher(text).replaceAll("")));
    }

    /// The kind alone: the code is a secret.
    @Override
    public String toString() {
        return kind();
    }

    private static MatterManualCode parse(String text) throws MalformedException {
        require(FORM.matcher(text).matches(), "non-digit");
        var digits = SEPARATOR.matcher(text).replaceAll("");
        require(digits.length() == SHORT || digits.length() == LONG, "length is not 11 or 21 digits");
        require(Verhoeff.holds(digits), "Verhoeff check digit");
        int first = digits.charAt(0) - '0';
        require(first < 8, "leading digit 8/9 (future version)");
        boolean namesProduct = (first & 4) != 0;
        require(namesProduct == (digits.length() == LONG), "length does not agree with the leading digit");
        int second = number(digits, 1, 6, 0xFFFF, "chunk 2 above 65535");
        int third = number(digits, 6, 10, 0x1FFF, "chunk 3 above 8191");
        var passcode = MatterPasscode.of((third << CHUNK_BITS) | (second & 0x3FFF));
        int shortDiscriminator = ((first & 3) << 2) | (second >> CHUNK_BITS);
        if (!namesProduct) {
            return new MatterManualCode(text, shortDiscriminator, passcode, OptionalInt.empty(), OptionalInt.empty());
        }
        int vendor = number(digits, 10, 15, 0xFFFF, "vendor id above 65535");
        int product = number(digits, 15, 20, 0xFFFF, "product id above 65535");
        return new MatterManualCode(
                text, shortDiscriminator, passcode, OptionalInt.of(vendor), OptionalInt.of(product));
    }

    private static int number(String digits, int from, int to, int highest, String why) throws MalformedException {
        int number = Integer.parseInt(digits, from, to, 10);
        require(number <= highest, why);
        return number;
    }
}
