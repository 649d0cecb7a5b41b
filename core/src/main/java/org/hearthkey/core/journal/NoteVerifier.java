package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;

/// A key that signs notes, as those know it who verify them: its name, how it signs, and its public half.
///
/// @see <a href="https://c2sp.org/signed-note@v1.0.0">C2SP signed-note</a>
/// @see <a href="https://c2sp.org/tlog-cosignature@v1.0.1">C2SP tlog-cosignature</a>
public final class NoteVerifier {
    /// How a key signs.
    public enum Kind {
        /// Ed25519 over the text.
        NOTE("\u0001", Ed25519Key.PUBLIC_BYTES),
        /// Ed25519 over a time and the text: a witness saw no larger tree of this log at that time.
        COSIGNATURE("\u0004", Ed25519Key.PUBLIC_BYTES),
        /// ML-DSA-65 over the text. C2SP has no byte for it yet: `ff` and a name of our own stand for one.
        ML_DSA_65("\u00ffhearthkey/ML-DSA-65", MlDsaKey.PUBLIC_BYTES);

        /// One character a byte.
        private final String type;
        private final int publicBytes;

        Kind(String type, int publicBytes) {
            this.type = type;
            this.publicBytes = publicBytes;
        }

        private byte[] type() {
            return type.getBytes(ISO_8859_1);
        }

        private boolean isOf(byte[] typed) {
            return typed.length == type.length() + publicBytes
                    && Arrays.equals(typed, 0, type.length(), type(), 0, type.length());
        }
    }

    /// What a note is to this key.
    public enum Verdict {
        SIGNED,
        /// It bears this key's name and id, and the signature does not fit. The whole note is to be refused.
        FORGED,
        /// This key did not sign it.
        NOT_SIGNED
    }

    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final int TIME_BYTES = Long.BYTES;

    private final String name;
    private final Kind kind;
    private final byte[] publicKey;

    private NoteVerifier(String name, Kind kind, byte[] publicKey) {
        if (!NoteSignature.isName(name) || publicKey.length != kind.publicBytes) {
            throw new IllegalArgumentException("Not the name and public key of a note's signer");
        }
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey.clone();
    }

    public static NoteVerifier of(String name, Kind kind, byte[] publicKey) {
        return new NoteVerifier(name, kind, publicKey);
    }

    /// Reads a verifier key: `name+id+key`, the id in hex, the key as Base64 of its kind and its bytes.
    public static Optional<NoteVerifier> parse(String vkey) {
        var parts = VKEY.matcher(vkey);
        if (!parts.matches() || !NoteSignature.isName(parts.group(1))) {
            return Optional.empty();
        }
        return CanonicalBase64.decode(parts.group(3))
                .flatMap(key -> Arrays.stream(Kind.values())
                        .filter(kind -> kind.isOf(key))
                        .findFirst()
                        .map(kind -> of(parts.group(1), kind, Arrays.copyOfRange(key, kind.type.length(), key.length))))
                .filter(verifier -> verifier.toString().equals(vkey));
    }

    public String name() {
        return name;
    }

    /// Tells keys of one name apart; no protection by itself.
    int keyId() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(UTF_8));
            sha256.update((byte) '\n');
            sha256.update(kind.type());
            return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public Verdict verify(SignedNote note) {
        var verdict = Verdict.NOT_SIGNED;
        for (var signature : note.signatures()) {
            if (signature.name().equals(name) && signature.keyId() == keyId()) {
                if (!fits(note.text(), signature.signature())) {
                    return Verdict.FORGED;
                }
                verdict = Verdict.SIGNED;
            }
        }
        return verdict;
    }

    private boolean fits(String text, byte[] signature) {
        return switch (kind) {
            case NOTE -> Ed25519Key.verifies(publicKey, text.getBytes(UTF_8), signature);
            case ML_DSA_65 -> MlDsaKey.verifies(publicKey, text.getBytes(UTF_8), signature);
            case COSIGNATURE -> cosignatureFits(text, signature);
        };
    }

    private boolean cosignatureFits(String text, byte[] signature) {
        if (signature.length != TIME_BYTES + Ed25519Key.SIGNATURE_BYTES) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        var bare = Arrays.copyOfRange(signature, TIME_BYTES, signature.length);
        return seconds >= 0 && Ed25519Key.verifies(publicKey, cosigned(seconds, text), bare);
    }

    private static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    /// The verifier key, as configurations of other programs take it.
    @Override
    public String toString() {
        var key = ByteBuffer.allocate(kind.type.length() + publicKey.length)
                .put(kind.type())
                .put(publicKey);
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(key.array());
    }
}
