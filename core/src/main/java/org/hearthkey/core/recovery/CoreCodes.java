package org.hearthkey.core.recovery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// The sealed core as texts for QR codes on paper: `HK1:2:5:0F3A…:` and its part in Base45, where 2 of 5 is which part it
/// is and the hex the beginning of the whole core's SHA-256. They may be read in any order.
public final class CoreCodes {
    /// So many are one page, on which they fill the paper.
    private static final int USUAL_CODES = 4;

    /// With level H, a code whose squares are eight tenths of a millimeter where it is eight and a half centimeters wide.
    private static final int USUAL_PART_BYTES = 400;

    /// A home of very many zones has denser codes, six tenths of a millimeter a square, rather than more than six.
    private static final int USUAL_MOST_CODES = 6;

    private static final int MOST_PART_BYTES = 800;

    private static final byte[] PREFIX = {'H', 'K', '1', ':'};
    private static final int SUM_BYTES = 8;
    private static final Pattern CODE = Pattern.compile("HK1:([1-9]\\d?):([1-9]\\d?):([0-9A-F]{16}):(.+)");

    private final Map<Integer, byte[]> parts = new TreeMap<>();
    private String sum = "";
    private int count;

    /// Codes that were not read yet.
    public CoreCodes() {}

    /// The texts of all codes, in order.
    public static List<String> of(SealedCore core) {
        var bytes = core.bytes();
        int usual = Math.clamp(Math.ceilDiv(bytes.length, USUAL_PART_BYTES), USUAL_CODES, USUAL_MOST_CODES);
        int count = Math.max(usual, Math.ceilDiv(bytes.length, MOST_PART_BYTES));
        int length = Math.ceilDiv(bytes.length, count);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var part = Arrays.copyOfRange(bytes, i * length, Math.min(bytes.length, (i + 1) * length));
            texts.add("HK1:%d:%d:%s:%s".formatted(i + 1, count, sum(bytes), Base45.encode(part)));
        }
        return texts;
    }

    /// Whether a file begins with the text of a code, as programs that read codes write it.
    public static boolean areCodes(byte[] file) {
        return file.length > PREFIX.length && Arrays.equals(file, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    /// Takes one code. One of another core begins anew.
    ///
    /// @return whether it is of a core
    public boolean add(String text) {
        var code = CODE.matcher(text);
        if (!code.matches()) {
            return false;
        }
        int number = Integer.parseInt(code.group(1));
        int of = Integer.parseInt(code.group(2));
        var part = Base45.decode(code.group(4));
        if (number > of || part.isEmpty()) {
            return false;
        }
        if (!sum.equals(code.group(3)) || count != of) {
            parts.clear();
            sum = code.group(3);
            count = of;
        }
        parts.put(number, part.get());
        return true;
    }

    /// How many codes the core has; 0 before the first was read.
    public int count() {
        return count;
    }

    /// The numbers of those that were not read yet, counted from 1.
    public List<Integer> missing() {
        var missing = new ArrayList<Integer>();
        for (int number = 1; number <= count; number++) {
            if (!parts.containsKey(number)) {
                missing.add(number);
            }
        }
        return missing;
    }

    /// The core, once all codes were read.
    ///
    /// @throws RefusedException damaged, if the codes are not all of one core
    public Optional<SealedCore> core() throws RefusedException {
        if (count == 0 || !missing().isEmpty()) {
            return Optional.empty();
        }
        int length = parts.values().stream().mapToInt(part -> part.length).sum();
        var bytes = new byte[length];
        int at = 0;
        for (var part : parts.values()) {
            System.arraycopy(part, 0, bytes, at, part.length);
            at += part.length;
        }
        if (!sum(bytes).equals(sum)) {
            throw new RefusedException(Refusal.DAMAGED, "the codes of the sealed core");
        }
        return Optional.of(SealedCore.read(bytes));
    }

    private static String sum(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().withUpperCase().formatHex(hash, 0, SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
