package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The device-specific key of a Z-Wave device as its label prints it, for typing. It has no check digit: most slips of
/// the finger make another key.
///
/// @param text the whole code, with all hyphens or with none
public record ZwaveDskCode(String text, ZwaveDsk dsk) implements Code {
    private static final String GROUP = "(?:[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
    private static final Pattern FORM = Pattern.compile("(?:[0-9]{5}-){7}[0-9]{5}|[0-9]{40}");

    static final Kind KIND = new Kind(
                    "zwave-dsk",
                    Pattern.compile("(?:(?:[0-9]{5}-){7}[0-9]{5}|[0-9]{40})\\z"),
                    Kind.PRINTABLE_ASCII,
                    64,
                    ZwaveDskCode::parse)
            .typed(Kind.Typing.whole(Pattern.compile("(?:" + GROUP + "-){7}" + GROUP + "|(?:" + GROUP + "){8}")));

    @Override
    public String kind() {
        return KIND.name();
    }

    /// Who completes the pairing holds the key; but only a part of it is known here, and no certificate is for it.
    @Override
    public Proof proof() {
        return Proof.BINDS_KEY;
    }

    @Override
    public List<Mark> marks() {
        return dsk.marks();
    }

    @Override
    public List<Warning> warnings() {
        return dsk.warnings();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("dsk", dsk.printed());
        fields.put("hex", dsk.hex());
        fields.put("pin", dsk.pin());
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Optional<String> spoken() {
        return Optional.of(dsk.printed());
    }

    /// The kind alone: the code is a secret.
    @Override
    public String toString() {
        return kind();
    }

    private static ZwaveDskCode parse(String text) throws MalformedException {
        require(FORM.matcher(text).matches(), "not eight groups of five digits");
        return new ZwaveDskCode(text, ZwaveDsk.parse(text.replace("-", "")));
    }
}
