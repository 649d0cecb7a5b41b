package org.hearthkey.core.frames;

import static org.hearthkey.core.frames.MalformedFrameException.require;

import java.util.Arrays;
import java.util.zip.CRC32;

/// Bytes as letters: each byte is the first and the last letter of a word, and four bytes of checksum follow.
///
/// @see <a href="https://github.com/BlockchainCommons/Research/blob/master/papers/bcr-2020-012-bytewords.md">
/// BCR-2020-012, minimal encoding</a>
final class Bytewords {
    /// Of all 256 words, from `able` to `zoom`.
    private static final String LETTERS =
            "aeadaoaxaaahamatayasbkbdbnbtbabsbebybgbwbbbzcmchcscfcycwcecackctcxclcpcndkdadsdidedtdrdndwdpdmdl"
                    + "dyeheyeoeeecenemetesftfrfnfsfmfhfzfpfwfxfyfefgflfdgagegrgsgtglgwgdgygmgughgohfhghdhkhthphhhlhyhe"
                    + "hnhsidiaieihiyioisinimjejzjnjtjljojsjpjkjykpkoktkskkknkgkekikblblalylflslrlplnltloldlelulklgmnmy"
                    + "mhmemomumwmdmtmsmknlnyndnsntnnnenboyoeotoxonolospdptpkpypspmplpepfpaprqdqzrerprlrorhrdrkrfryrnrs"
                    + "rtsesasrssskswstspsosgsbsfsntotktitttdtetytltbtstptatnuyuoutueurvtvyvovlvevwvavdvswlwdwmwpwewyws"
                    + "wtwnwzwfwkykynylyaytzszoztzczezm";

    private static final int LETTERS_IN_ALPHABET = 26;
    private static final byte[] BYTES = new byte[LETTERS_IN_ALPHABET * LETTERS_IN_ALPHABET];
    private static final boolean[] IS_WORD = new boolean[BYTES.length];

    static {
        for (int b = 0; b < LETTERS.length() / 2; b++) {
            int word = word(LETTERS, 2 * b);
            BYTES[word] = (byte) b;
            IS_WORD[word] = true;
        }
    }

    private Bytewords() {}

    private static int word(String letters, int at) {
        return (letters.charAt(at) - 'a') * LETTERS_IN_ALPHABET + letters.charAt(at + 1) - 'a';
    }

    /// Lower-case letters, two a byte.
    static String encode(byte[] content) {
        var letters = new StringBuilder();
        for (byte b : content) {
            append(letters, Byte.toUnsignedInt(b));
        }
        long crc = crc32(content);
        for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
            append(letters, (int) (crc >>> shift) & 0xFF);
        }
        return letters.toString();
    }

    private static void append(StringBuilder letters, int b) {
        letters.append(LETTERS, 2 * b, 2 * b + 2);
    }

    /// The bytes before the checksum.
    ///
    /// @param letters from `a` to `z`
    static byte[] decode(String letters) throws MalformedFrameException {
        require(letters.length() % 2 == 0, "bytewords: an odd number of letters");
        byte[] bytes = new byte[letters.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int word = word(letters, 2 * i);
            require(IS_WORD[word], "bytewords: not a word");
            bytes[i] = BYTES[word];
        }
        require(bytes.length > Integer.BYTES, "bytewords: CRC-32");
        byte[] content = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
        long crc = 0;
        for (int i = content.length; i < bytes.length; i++) {
            crc = crc << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        require(crc == crc32(content), "bytewords: CRC-32");
        return content;
    }

    static long crc32(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
