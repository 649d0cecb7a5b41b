package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a BBQr. All parts are needed; there is no checksum.
///
/// @param type of what is carried, a letter: `B` for plain bytes
/// @param total of parts, 1 to 1,295
/// @param index of this part, from 0
/// @param data of this part in lower-case hex, still packed where the encoding packs
/// @param inflated the same unpacked, where one part is all
/// @see <a href="https://github.com/coinkite/BBQr/blob/master/BBQr.md">BBQr</a>
public record BbqrFrame(
        String text, Encoding encoding, char type, int total, int index, String data, Optional<String> inflated)
        implements Frame {
    /// How the bytes became letters.
    public enum Encoding {
        HEX('H'),
        BASE32('2'),
        /// Packed, then as [#BASE32].
        DEFLATED('Z');

        private final char letter;

        Encoding(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }

        static Encoding of(char letter) {
            return switch (letter) {
                case 'H' -> HEX;
                case '2' -> BASE32;
                default -> DEFLATED;
            };
        }
    }

    private static final Pattern FORM = Pattern.compile(
            "B\\$(?<encoding>[H2Z])(?<type>[A-Z])(?<total>[0-9A-Z]{2})(?<index>[0-9A-Z]{2})(?<data>[0-9A-Z]+)");
    private static final Pattern HEX_DATA = Pattern.compile("[0-9A-F]*+");
    private static final int BASE = 36;
    private static final int GROUP = 8;

    /// Reads one part.
    public static BbqrFrame parse(String text) throws MalformedFrameException {
        var parts = FORM.matcher(text);
        require(parts.matches(), "not B$ header + data");
        int total = Integer.parseInt(parts.group("total"), BASE);
        int index = Integer.parseInt(parts.group("index"), BASE);
        require(total > 0, "no parts");
        require(index < total, "part index out of range");
        var encoding = Encoding.of(parts.group("encoding").charAt(0));
        var letters = parts.group("data");
        if (encoding != Encoding.HEX && index < total - 1) {
            require(letters.length() % GROUP == 0, "base32 part other than the last is not a multiple of 8");
        }
        byte[] data = decode(encoding, letters);
        Optional<String> inflated = encoding == Encoding.DEFLATED && total == 1
                ? Optional.of(HexFormat.of().formatHex(Inflation.inflate(data, MOST_BYTES)))
                : Optional.empty();
        return new BbqrFrame(
                text,
                encoding,
                parts.group("type").charAt(0),
                total,
                index,
                HexFormat.of().formatHex(data),
                inflated);
    }

    private static byte[] decode(Encoding encoding, String letters) throws MalformedFrameException {
        if (encoding != Encoding.HEX) {
            return Base32.decode(letters);
        }
        require(letters.length() % 2 == 0 && HEX_DATA.matcher(letters).matches(), "hex data");
        return HexFormat.of().parseHex(letters);
    }

    @Override
    public Optional<Carried> whole() {
        return total == 1
                ? Optional.of(new Carried(String.valueOf(type), HexFormat.of().parseHex(inflated.orElse(data))))
                : Optional.empty();
    }

    /// Writes a part.
    ///
    /// @throws IllegalArgumentException if it is none that could be read
    static BbqrFrame of(Encoding encoding, char type, int total, int index, byte[] data) {
        var letters = encoding == Encoding.HEX ? HexFormat.of().withUpperCase().formatHex(data) : Base32.encode(data);
        var text = "B$" + encoding.letter() + type + base36(total) + base36(index) + letters;
        try {
            return parse(text);
        } catch (MalformedFrameException misuse) {
            throw new IllegalArgumentException(misuse);
        }
    }

    private static String base36(int number) {
        var digits = Integer.toString(number, BASE).toUpperCase(Locale.ROOT);
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
