package org.hearthkey.core.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/// Makes codes as the makers of labels do, right or wrong: the other direction of what is tested.
final class LabelDigits {
    private static final String BASE38 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
    private static final int[][] PENTAGON = pentagon();
    private static final int[] INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};

    private LabelDigits() {}

    /// The fields of one Matter device, packed with the widths 3, 16, 16, 2, 8, 12, 27 and 4.
    static byte[] matter(int... fields) {
        int[] widths = {3, 16, 16, 2, 8, 12, 27, 4};
        var bytes = new byte[11];
        int at = 0;
        for (int f = 0; f < widths.length; f++) {
            for (int i = 0; i < widths[f]; i++, at++) {
                if ((fields[f] >> i & 1) == 1) {
                    bytes[at / 8] |= (byte) (1 << at % 8);
                }
            }
        }
        return bytes;
    }

    static String base38(byte[] bytes, int... more) {
        var all = Arrays.copyOf(bytes, bytes.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[bytes.length + i] = (byte) more[i];
        }
        var text = new StringBuilder();
        for (int start = 0; start < all.length; start += 3) {
            int count = Math.min(3, all.length - start);
            int value = 0;
            for (int i = 0; i < count; i++) {
                value |= (all[start + i] & 0xFF) << (8 * i);
            }
            for (int digit = 0; digit < (count == 3 ? 5 : 2 * count); digit++, value /= 38) {
                text.append(BASE38.charAt(value % 38));
            }
        }
        return text.toString();
    }

    static String matterQr(byte[] bytes, int... more) {
        return "MT:" + base38(bytes, more);
    }

    /// The ten or twenty digits with their check digit.
    static String checked(String digits) {
        int c = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            c = PENTAGON[c][shuffled(digit, (i + 1) % 8)];
        }
        return digits + INVERSE[c];
    }

    static String manual(int shortDiscriminator, int passcode) {
        return checked(String.format(
                Locale.ROOT,
                "%d%05d%04d",
                shortDiscriminator >> 2,
                ((shortDiscriminator & 3) << 14) | (passcode & 0x3FFF),
                passcode >> 14));
    }

    static String manual(int shortDiscriminator, int passcode, int vendor, int product) {
        return checked(String.format(
                Locale.ROOT,
                "%d%05d%04d%05d%05d",
                4 | shortDiscriminator >> 2,
                ((shortDiscriminator & 3) << 14) | (passcode & 0x3FFF),
                passcode >> 14,
                vendor,
                product));
    }

    static String homeKit(long version, long reserved, long category, long flags, long code, String setupId) {
        long payload = version << 43 | reserved << 39 | category << 31 | flags << 27 | code;
        var digits = Long.toString(payload, 36).toUpperCase(Locale.ROOT);
        return "X-HM://" + "0".repeat(9 - digits.length()) + digits + setupId;
    }

    /// A Z-Wave code with the checksum that belongs to what follows it.
    static String zwave(String version, String afterChecksum) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(afterChecksum.getBytes(StandardCharsets.US_ASCII));
            int checksum = ((hash[0] & 0xFF) << 8) | (hash[1] & 0xFF);
            return "90" + version + String.format(Locale.ROOT, "%05d", checksum) + afterChecksum;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static int shuffled(int digit, int rounds) {
        int[] row = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
        return rounds == 0 ? digit : shuffled(row[digit], rounds - 1);
    }

    /// The multiplication of turns and flips of a pentagon, written down.
    private static int[][] pentagon() {
        var rows = new String[] {
            "0123456789",
            "1234067895",
            "2340178956",
            "3401289567",
            "4012395678",
            "5987604321",
            "6598710432",
            "7659821043",
            "8765932104",
            "9876543210"
        };
        return Arrays.stream(rows)
                .map(row -> row.chars().map(c -> c - '0').toArray())
                .toArray(int[][]::new);
    }
}
