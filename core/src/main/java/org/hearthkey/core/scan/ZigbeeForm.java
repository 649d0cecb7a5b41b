package org.hearthkey.core.scan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a Zigbee label writes its install code. Makers have invented a form each; all but the bare one name the device's
/// address as well.
public enum ZigbeeForm {
    /// `Z:ADDRESS$I:CODE` among other fields: Danfoss, Inovelli, Ledvance, Ubisys.
    ZI(
            "zi",
            "(?:(?<before>[ -~&&[^%$]]+(?:[%$][ -~&&[^%$]]+)*)[%$])?Z:(?<eui>[0-9A-Fa-f]{16})\\$I:(?<code>[0-9A-Fa-f]+)"
                    + "(?:[%$](?<after>[ -~&&[^%$]]+(?:[%$][ -~&&[^%$]]+)*))?"),
    /// `G$M:MODEL$S:SERIAL$D:DATE%Z$A:ADDRESS$I:CODE`.
    AQARA(
            "aqara",
            "(?<before>G\\$M:[ -~&&[^%$]]+(?:[%$]["
                    + " -~&&[^%$]]+)*)[%$]A:(?<eui>[0-9A-Fa-f]{16})\\$I:(?<code>[0-9A-Fa-f]+)"),
    /// `ADDRESS|CODE`: frient, Innr, Müller.
    PIPE("pipe", "(?<frame>\\|?)(?<eui>[0-9A-Fa-f]{16})\\|(?<code>[0-9A-Fa-f]+)\\k<frame>"),
    /// `HUE:Z:CODE M:ADDRESS` and more.
    HUE("hue", "HUE:Z:(?<code>[0-9A-Fa-f]+) M:(?<eui>[0-9A-Fa-f]{16})(?: [A-Z]{1,2}:[!-~]+)*"),
    /// `RB01SG0D…ADDRESSDLKCODE` of 95 characters: Bosch.
    SGTIN("rb01", "(?:RB01|ZB10)SG0D[0-9A-Fa-f]{32}(?<eui>[0-9A-Fa-f]{16})DLK(?<code>[0-9A-Fa-f]{36})"),
    /// The code alone.
    BARE("bare", "(?!)");

    /// The same without a checksum, in 91 characters.
    private static final Pattern WITHOUT_CHECKSUM =
            Pattern.compile("(?:RB01|ZB10)SG0D[0-9A-Fa-f]{48}DLK[0-9A-Fa-f]{32}");

    /// A second address or code: one of them would be believed by some readers.
    private static final Pattern TAKEN = Pattern.compile("[ZAI](?::.*)?");

    private final String code;
    private final Pattern pattern;

    ZigbeeForm(String code, String pattern) {
        this.code = code;
        this.pattern = Pattern.compile(pattern);
    }

    /// What scripts call it.
    public String code() {
        return code;
    }

    /// The pieces of a label; hex in the case that it was printed in.
    record Parts(ZigbeeForm form, String eui64, String code, Said said) {}

    static boolean lacksChecksum(String text) {
        return WITHOUT_CHECKSUM.matcher(text).matches();
    }

    Optional<Parts> match(String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        return collect(matcher, "before", fields) && collect(matcher, "after", fields)
                ? Optional.of(new Parts(this, matcher.group("eui"), matcher.group("code"), said(fields)))
                : Optional.empty();
    }

    /// Whether no field says again what the code says.
    private boolean collect(MatchResult parts, String name, Map<String, String> fields) {
        var text = parts.namedGroups().containsKey(name) ? parts.group(name) : null;
        if (text == null) {
            return true;
        }
        for (var field : text.split("[%$]", 0)) {
            // Aqara has the letter alone before its address.
            if (TAKEN.matcher(field).matches() && !(this == AQARA && field.equals("Z"))) {
                return false;
            }
            int colon = field.indexOf(':');
            if (colon > 0) {
                // `M` is the model before the code and the maker's number after it.
                fields.putIfAbsent(name + "-" + field.substring(0, colon), field.substring(colon + 1));
            }
        }
        return true;
    }

    private static Said said(Map<String, String> fields) {
        return new Said(
                first(fields, "after-M"),
                first(fields, "before-M"),
                first(fields, "before-S", "after-S"),
                Optional.empty());
    }

    private static Optional<String> first(Map<String, String> fields, String... names) {
        return Arrays.stream(names)
                .<@Nullable String>map(fields::get)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
