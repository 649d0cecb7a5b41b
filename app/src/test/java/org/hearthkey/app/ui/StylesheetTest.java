package org.hearthkey.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearthkey.app.ui.shell.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Computes from the stylesheets whether everything can be read.
///
/// @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
class StylesheetTest {
    private static final double TEXT = 4.5;
    private static final double OUTLINE = 3;
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|hk)-[a-z-]+):\\s*(#[0-9A-Fa-f]{6});");
    private static final Pattern RULE = Pattern.compile("(?m)^(\\.hk-[\\w-]+) \\{");
    private static final List<String> PAPERS = List.of(
            "-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-color-bg-inset", "-color-accent-subtle");
    private static final List<String> INKS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg");

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void textCanBeReadOnEveryGround(String sheet) throws IOException {
        var tokens = tokens(sheet);
        for (String ink : INKS) {
            for (String paper : PAPERS) {
                require(tokens, ink, paper, TEXT);
            }
        }
        for (String state : List.of("success", "warning", "danger", "accent")) {
            require(tokens, "-color-" + state + "-fg", "-color-" + state + "-subtle", TEXT);
            require(tokens, "-color-fg-default", "-color-" + state + "-subtle", TEXT);
            require(tokens, "-color-fg-muted", "-color-" + state + "-subtle", TEXT);
        }
        require(tokens, "-color-fg-muted", "-color-neutral-muted", TEXT);
        for (String filled : List.of("accent", "danger")) {
            require(tokens, "-color-fg-emphasis", "-color-" + filled + "-emphasis", TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void fieldsAndBarsCanBeSeen(String sheet) throws IOException {
        var tokens = tokens(sheet);
        require(tokens, "-hk-border-control", "-color-bg-default", OUTLINE);
        for (String line : List.of("success", "warning", "danger", "accent")) {
            require(tokens, "-hk-line-" + line, "-color-bg-default", OUTLINE);
        }
        for (String paper : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset")) {
            require(tokens, "-hk-line-accent", paper, OUTLINE); // the outline of what has the focus
        }
    }

    @Test
    void lightAndDarkNameTheSameTokens() throws IOException {
        assertEquals(tokens("light.css").keySet(), tokens("dark.css").keySet());
    }

    @Test
    void noColorIsWrittenAmongTheRules() throws IOException {
        var rules = text("hearthkey.css");
        assertFalse(
                Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(").matcher(rules).find());
    }

    @Test
    void aClassIsDrawnInOneSheetOnly() throws IOException {
        var drawn = new TreeMap<String, String>();
        for (String sheet : Theme.SHEETS) {
            var found = RULE.matcher(text(sheet));
            while (found.find()) {
                var before = drawn.putIfAbsent(found.group(1), sheet);
                assertTrue(before == null || before.equals(sheet), () -> found.group(1) + " is in " + sheet + " too");
            }
        }
    }

    private static void require(Map<String, String> tokens, String ink, String paper, double least) {
        double ratio = contrast(color(tokens, ink), color(tokens, paper));
        assertTrue(ratio >= least, () -> "%s on %s has only %.2f".formatted(ink, paper, ratio));
    }

    private static String color(Map<String, String> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String sheet) throws IOException {
        var tokens = new TreeMap<String, String>();
        var found = TOKEN.matcher(text(sheet));
        while (found.find()) {
            tokens.put(found.group(1), found.group(2));
        }
        return tokens;
    }

    private static String text(String sheet) throws IOException {
        try (var in = Objects.requireNonNull(StylesheetTest.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
