package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The device-specific key of a Z-Wave device: the first 128 bits of the public key that it pairs with.
///
/// @param digits 40, of which each five are a number up to 65535
/// @see <a href="https://z-wavealliance.org/development-resources-overview/specification-for-developers/">Z-Wave
///     Transport-Encapsulation Command Class Specification, section 3.2.5.6</a>
public record ZwaveDsk(String digits) {
    static final int LENGTH = 40;

    private static final int GROUP = 5;
    private static final String ZERO = "0".repeat(LENGTH);

    /// @param digits 40 ASCII digits
    static ZwaveDsk parse(String digits) throws MalformedException {
        for (int i = 0; i < LENGTH; i += GROUP) {
            require(Integer.parseInt(digits, i, i + GROUP, 10) <= 0xFFFF, "DSK group above 65535");
        }
        require(!digits.equals(ZERO), "all-zero DSK");
        return new ZwaveDsk(digits);
    }

    /// As it is printed: eight groups of five.
    String printed() {
        return Grouping.EIGHT_FIVES.apply(digits);
    }

    /// The part that the owner types to show that the device is in front of them.
    String pin() {
        return digits.substring(0, GROUP);
    }

    /// The 16 bytes of the key, in lower-case hex.
    String hex() {
        var hex = new StringBuilder();
        groups().forEach(group -> hex.append(HexFormat.of().toHexDigits((short) group)));
        return hex.toString();
    }

    private IntStream groups() {
        return IntStream.iterate(0, i -> i < LENGTH, i -> i + GROUP)
                .map(i -> Integer.parseInt(digits, i, i + GROUP, 10));
    }

    List<Mark> marks() {
        return List.of(new Mark(Mark.Sort.KEY_PART, hex()));
    }

    /// A key is random: eight equal groups are no key.
    List<Warning> warnings() {
        return groups().distinct().count() == 1
                ? List.of(new Warning("repeating-dsk", "Z-Wave Security 2, section 3.2.5"))
                : List.of();
    }

    /// Nothing: its first group is a secret.
    @Override
    public String toString() {
        return "DSK";
    }
}
