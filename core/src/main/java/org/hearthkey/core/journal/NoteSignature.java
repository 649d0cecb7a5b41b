package org.hearthkey.core.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line under a signed note: who signed, and the signature.
///
/// @param name of the key; without spaces and plus signs
/// @param base64 of the key's id, 4 bytes, and the signature
public record NoteSignature(String name, String base64) {
    static final int KEY_ID_BYTES = 4;

    private static final String DASH = "\u2014 ";
    private static final Pattern NAME = Pattern.compile("[^\\p{Z}\\s\\p{Cc}+]+");

    public NoteSignature {
        if (!isName(name)
                || CanonicalBase64.decode(base64)
                        .filter(bytes -> bytes.length > KEY_ID_BYTES)
                        .isEmpty()) {
            throw new IllegalArgumentException("Not a note's signature");
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Base64.getEncoder().encodeToString(bytes));
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Reads one line without its end.
    static Optional<NoteSignature> parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1)));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    String line() {
        return DASH + name + " " + base64;
    }

    int keyId() {
        return ByteBuffer.wrap(decoded()).getInt();
    }

    byte[] signature() {
        var bytes = decoded();
        return Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length);
    }

    private byte[] decoded() {
        return Base64.getDecoder().decode(base64);
    }
}
