package org.hearthkey.core.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The SHA-256 of a certificate or a public key, by which people and logs tell one from another.
public final class Fingerprint implements Comparable<Fingerprint> {
    public static final int LENGTH = 32;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The fingerprint of these bytes.
    public static Fingerprint of(byte[] content) {
        return new Fingerprint(digest().digest(content));
    }

    /// The fingerprint of bytes that are read to their end.
    ///
    /// @throws IOException as `content` throws it
    public static Fingerprint of(InputStream content) throws IOException {
        var digested = new DigestInputStream(content, digest());
        digested.transferTo(OutputStream.nullOutputStream());
        return new Fingerprint(digested.getMessageDigest().digest());
    }

    /// What computes fingerprints, for bytes that come one after the other.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// A fingerprint which somebody else computed, such as the digest on a label.
    ///
    /// @throws IllegalArgumentException unless there are 32 bytes
    public static Fingerprint ofDigest(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes, not " + digest.length);
        }
        return new Fingerprint(digest.clone());
    }

    /// Reads 64 lower-case hex digits; no other spelling is one.
    public static Optional<Fingerprint> parse(String hex) {
        return HEX.matcher(hex).matches()
                ? Optional.of(new Fingerprint(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// 64 lower-case hex digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The first 40 bits as words, for comparing by eye or by telephone.
    public FourWords words() {
        return FourWords.of(bytes);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
