package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Zigbee install code in any of the forms that makers print. A checksum that is wrong or missing is not repaired.
///
/// @param eui64 the device's address, in lower-case hex; a code alone has none
public record ZigbeeCode(String text, ZigbeeForm form, Optional<String> eui64, InstallCode code, Said said)
        implements Code {
    private static final String NAME = "zigbee-install-code";
    private static final int LONGEST = 256;

    /// With what makers print around the code.
    static final Kind LABEL = new Kind(
                    NAME,
                    Pattern.compile("HUE:Z:|G\\$M:|Z:|(?:RB01|ZB10)SG0D|\\|?[0-9A-Fa-f]{16}\\||"
                            + "[ -~&&[^%$]]{1,64}[%$](?:[ -~]{0,128}[%$])?[ZA]:[0-9A-Fa-f]{16}\\$I:"),
                    Kind.PRINTABLE_ASCII,
                    LONGEST,
                    ZigbeeCode::parse)
            .typed(Kind.Typing.opening(Pattern.compile("HUE:Z:|G\\$M:|Z:|(?:RB01|ZB10)SG0D|\\|?[0-9A-Fa-f]{16}\\|")));

    /// Nothing but hex digits, which only length and checksum tell from other numbers.
    static final Kind BARE = new Kind(
                    NAME,
                    Pattern.compile(
                            "(?:(?:[0-9A-Fa-f]{2}){8}|(?:[0-9A-Fa-f]{2}){10}|(?:[0-9A-Fa-f]{2}){14}|(?:[0-9A-Fa-f]{2}){18}|(?:[0-9A-Fa-f]{2}"
                                + " ){7,17}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4} ){3,8}[0-9A-Fa-f]{4})\\z"),
                    Kind.PRINTABLE_ASCII,
                    LONGEST,
                    ZigbeeCode::parseBare)
            .typed(Kind.Typing.opening(Pattern.compile("[0-9A-Fa-f ]{0,53}\\z")));

    private static final int STRONG = 16;

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_SECRET;
    }

    @Override
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        eui64.ifPresent(address -> marks.add(new Mark(Mark.Sort.ADDRESS, address)));
        marks.add(Mark.ofSecret(NAME, code.hex()));
        said.serial().ifPresent(serial -> marks.add(new Mark(Mark.Sort.SERIAL, serial)));
        return marks;
    }

    @Override
    public List<Warning> warnings() {
        return code.bytes() < STRONG
                ? List.of(new Warning("short-install-code", "Zigbee Base Device Behavior 3.0, section 10.1"))
                : List.of();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("form", form.code());
        fields.put("eui64", eui64.orElse(null));
        fields.put("installCode", code.hex());
        fields.put("codeBytes", code.bytes());
        fields.put("linkKey", code.linkKey());
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public String toString() {
        return NAME;
    }

    private static ZigbeeCode parse(String text) throws MalformedException {
        require(!ZigbeeForm.lacksChecksum(text), "the code lacks its CRC-16");
        for (var form : ZigbeeForm.values()) {
            var parts = form.match(text);
            if (parts.isPresent()) {
                return of(text, parts.get());
            }
        }
        throw new MalformedException("no known install-code form");
    }

    private static ZigbeeCode of(String text, ZigbeeForm.Parts parts) throws MalformedException {
        var code = InstallCode.parse(parts.code());
        var eui64 = Optional.of(parts.eui64().toLowerCase(Locale.ROOT));
        return new ZigbeeCode(text, parts.form(), eui64, code, parts.said());
    }

    private static ZigbeeCode parseBare(String text) throws MalformedException {
        var code = InstallCode.parse(text.replace(" ", ""));
        return new ZigbeeCode(text, ZigbeeForm.BARE, Optional.empty(), code, Said.NOTHING);
    }
}
