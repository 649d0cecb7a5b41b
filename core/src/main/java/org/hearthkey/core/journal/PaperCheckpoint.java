package org.hearthkey.core.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;

/// A checkpoint short enough to be typed from paper: forty letters and digits in ten groups. They are the data of a Bech32m
/// string whose human-readable part is the home's id: the size in 8 characters, the first 130 bits of the root hash in
/// 26, and 6 that catch every slip of up to four characters, and the paper of another home. It carries no signature: the
/// paper is the owner's own.
///
/// @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki">BIP 350</a>
public final class PaperCheckpoint {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;
    private static final int BITS = 5;
    private static final int SIZE_SYMBOLS = 8;
    private static final int ROOT_SYMBOLS = 26;
    private static final int CHECK_SYMBOLS = 6;
    private static final int SYMBOLS = SIZE_SYMBOLS + ROOT_SYMBOLS + CHECK_SYMBOLS;
    private static final int GROUP = 4;
    private static final long LARGEST_SIZE = (1L << (SIZE_SYMBOLS * BITS)) - 1;

    private final String symbols;

    private PaperCheckpoint(String symbols) {
        this.symbols = symbols;
    }

    /// What to write down of `checkpoint`.
    ///
    /// @throws IllegalArgumentException for a journal of more than 2^40 entries
    public static PaperCheckpoint of(HomeId home, long size, TreeHash root) {
        if (size < 0 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("Too many entries to be written down: " + size);
        }
        var symbols = new int[SYMBOLS];
        for (int i = 0; i < SIZE_SYMBOLS; i++) {
            symbols[i] = symbol(size, SIZE_SYMBOLS - 1 - i);
        }
        var bytes = root.bytes();
        for (int i = 0; i < ROOT_SYMBOLS; i++) {
            symbols[SIZE_SYMBOLS + i] = bits(bytes, i * BITS);
        }
        int check = remainder(home, symbols) ^ BECH32M;
        for (int i = 0; i < CHECK_SYMBOLS; i++) {
            symbols[SYMBOLS - CHECK_SYMBOLS + i] = symbol(check, CHECK_SYMBOLS - 1 - i);
        }
        var text = new StringBuilder();
        Arrays.stream(symbols).forEach(symbol -> text.append(ALPHABET.charAt(symbol)));
        return new PaperCheckpoint(text.toString());
    }

    /// Reads what somebody typed for this home. Spaces, hyphens and the case of letters do not matter; all else does.
    public static Optional<PaperCheckpoint> parse(HomeId home, String typed) {
        var text = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        var symbols = text.chars().map(ALPHABET::indexOf).toArray();
        return symbols.length == SYMBOLS
                        && Arrays.stream(symbols).allMatch(symbol -> symbol >= 0)
                        && remainder(home, symbols) == BECH32M
                ? Optional.of(new PaperCheckpoint(text))
                : Optional.empty();
    }

    /// How many entries the journal had.
    public long size() {
        return symbols.substring(0, SIZE_SYMBOLS)
                .chars()
                .mapToLong(ALPHABET::indexOf)
                .reduce(0, (size, symbol) -> (size << BITS) | symbol);
    }

    /// Five bits of a number, counted from its end.
    private static int symbol(long number, int fromEnd) {
        return (int) (number >>> (fromEnd * BITS)) & 31;
    }

    /// Five bits from bit `from` on.
    private static int bits(byte[] bytes, int from) {
        int at = from / 8;
        int two = (Byte.toUnsignedInt(bytes[at]) << 8) | Byte.toUnsignedInt(bytes[at + 1]);
        return (two >>> (16 - BITS - from % 8)) & 31;
    }

    private static int remainder(HomeId home, int[] symbols) {
        int remainder = 1;
        var name = home.text();
        for (int i = 0; i < name.length(); i++) {
            remainder = step(remainder, name.charAt(i) >> BITS);
        }
        remainder = step(remainder, 0);
        for (int i = 0; i < name.length(); i++) {
            remainder = step(remainder, name.charAt(i) & 31);
        }
        for (int symbol : symbols) {
            remainder = step(remainder, symbol);
        }
        return remainder;
    }

    private static int step(int remainder, int symbol) {
        int top = remainder >>> 25;
        int next = ((remainder & 0x1ffffff) << BITS) ^ symbol;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaperCheckpoint that && symbols.equals(that.symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    /// Ten groups of four with spaces between: the one spelling that is printed.
    @Override
    public String toString() {
        return String.join(" ", symbols.split("(?<=\\G.{" + GROUP + "})", -1)).strip();
    }
}
