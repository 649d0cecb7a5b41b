package org.hearthkey.app.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.scan.Code;

/// Says in words what a label says of its maker and model, where some labels have only numbers. Nothing of it is proven:
/// whoever prints a label can print any number.
public final class MakerWords {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{4}(?:-[0-9A-F]{4})?");
    private static final String MATTER = "matter-";

    /// Makers that many homes know, by the numbers that the Connectivity Standards Alliance gave them.
    ///
    /// @see <a href="https://on.dcl.csa-iot.org/dcl/vendorinfo/vendors">The list of all of them</a>
    private static final Map<String, String> MAKERS = Map.ofEntries(
            Map.entry("100B", "Signify"),
            Map.entry("101D", "Assa Abloy"),
            Map.entry("1021", "Legrand"),
            Map.entry("105E", "Schneider Electric"),
            Map.entry("109B", "Leviton"),
            Map.entry("10F2", "ubisys"),
            Map.entry("115A", "Nanoleaf"),
            Map.entry("115F", "Aqara"),
            Map.entry("117C", "IKEA"),
            Map.entry("1188", "TP-Link"),
            Map.entry("1217", "Amazon"),
            Map.entry("125D", "Tuya"),
            Map.entry("130A", "Eve"),
            Map.entry("1321", "Sonoff"),
            Map.entry("1349", "Apple"),
            Map.entry("134E", "tado"),
            Map.entry("135D", "Nuki"),
            Map.entry("1392", "Tapo"),
            Map.entry("1397", "SwitchBot"),
            Map.entry("6006", "Google"));

    private final Words words;

    public MakerWords(Words words) {
        this.words = words;
    }

    /// Whether this is a number in place of a name.
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /// Whether a label names its model by a number, which tells an owner nothing.
    public static boolean hasNumbers(Code code) {
        return code.said().model().filter(MakerWords::isNumber).isPresent();
    }

    /// Model and maker, such as `model number 0001 by Signify (maker number 100B)`; empty where the label names no model.
    public Optional<String> said(Code code) {
        return code.said().model().map(named -> {
            var model = words.text(isNumber(named) ? "maker.model-number.claim" : "maker.model.claim", named);
            return code.said()
                    .maker()
                    .map(maker -> words.text("maker.made.claim", model, maker(code, maker)))
                    .orElse(model);
        });
    }

    private String maker(Code code, String maker) {
        if (!isNumber(maker)) {
            return maker;
        }
        return Optional.ofNullable(MAKERS.get(maker))
                .filter(_ -> code.kind().startsWith(MATTER))
                .map(name -> words.text("maker.known.claim", name, maker))
                .orElseGet(() -> words.text("maker.number.claim", maker));
    }
}
