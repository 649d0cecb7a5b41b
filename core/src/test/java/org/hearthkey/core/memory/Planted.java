package org.hearthkey.core.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/// Secrets that a test has let into the program and will look for in its memory. Kept only with every bit turned over, so
/// that what the test remembers is not what it finds.
public final class Planted {
    private static final int DRAWN = 40;
    private static final int ALPHABET = 26;

    private final Map<String, byte[]> turned = new TreeMap<>();

    /// Draws a secret of small letters and remembers it.
    public void draw(String name, SecureRandom random) {
        char[] letters = new char[DRAWN];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) ('a' + random.nextInt(ALPHABET));
        }
        letters(name, letters);
        Arrays.fill(letters, '\0');
    }

    /// Remembers letters in every form that Java may keep them in. They stay the caller's.
    public void letters(String name, char[] letters) {
        for (Charset form : List.of(UTF_8, ISO_8859_1, UTF_16BE, UTF_16LE)) {
            var encoded = form.encode(CharBuffer.wrap(letters));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            bytes(name + " in " + form, bytes);
            encoded.clear();
            encoded.put(new byte[encoded.capacity()]);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Remembers bytes. They stay the caller's.
    public void bytes(String name, byte[] bytes) {
        turned.put(name, turnedOver(bytes));
    }

    /// Lends a planted secret once more, as letters.
    public <R> R lend(String name, Function<char[], R> use) {
        byte[] bytes = turnedOver(Objects.requireNonNull(turned.get(name + " in " + ISO_8859_1)));
        char[] letters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            letters[i] = (char) (bytes[i] & 0xff);
        }
        try {
            return use.apply(letters);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(letters, '\0');
        }
    }

    Map<String, byte[]> needles() {
        var needles = new TreeMap<String, byte[]>();
        turned.forEach((name, bytes) -> needles.put(name, turnedOver(bytes)));
        return needles;
    }

    private static byte[] turnedOver(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = (byte) ~bytes[i];
        }
        return other;
    }
}
