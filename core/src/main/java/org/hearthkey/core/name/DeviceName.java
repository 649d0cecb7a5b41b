package org.hearthkey.core.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the family calls a device, for example `Garage camera`. It is the common name in its certificate and part of
/// the names of files, so it holds no slash.
///
/// @param text 1 to 64 visible characters, NFC, no space at either end, no `/` and no `\`
public record DeviceName(String text) {
    private static final int MAX_LABEL = 63;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

    public DeviceName {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a device: " + text);
        }
    }

    /// Reads what somebody typed; space around it is not part of it.
    public static Optional<DeviceName> parse(String typed) {
        return Optional.of(SpokenText.tidied(typed))
                .filter(DeviceName::isWellFormed)
                .map(DeviceName::new);
    }

    /// The name as a DNS label: `Garage camera` is `garage-camera`, `Türöffner` is `turoffner`. A name without a single
    /// Latin letter or digit gets `device-` and the first 8 hex digits of its SHA-256, so that it stays the same.
    /// Different names may have the same label; who gives out DNS names compares them.
    public String label() {
        var latin =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var hyphened =
                OTHERS.matcher(spelledOut(latin.toLowerCase(Locale.ROOT))).replaceAll("-");
        var cut = hyphened.substring(0, Math.min(MAX_LABEL, hyphened.length()));
        var label = OUTER_HYPHENS.matcher(cut).replaceAll("");
        return label.isEmpty() ? "device-" + shortHash() : label;
    }

    /// The Latin letters which no normalization form takes apart.
    private static String spelledOut(String text) {
        return text.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("ı", "i");
    }

    private String shortHash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isWellFormed(String text) {
        return SpokenText.isWellFormed(text) && text.indexOf('/') < 0 && text.indexOf('\\') < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
