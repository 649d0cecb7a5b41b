package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.hearthkey.core.key.Ed25519Key;

/// Signs notes with one key under one name.
public final class NoteSigner {
    private final Ed25519Key key;
    private final NoteVerifier verifier;

    /// @param key stays the caller's
    public NoteSigner(String name, Ed25519Key key) {
        this.key = key;
        verifier = NoteVerifier.of(name, NoteVerifier.Kind.NOTE, key.publicKey());
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /// Signs `text`.
    ///
    /// @param text ends with a line feed
    public SignedNote sign(String text) {
        var signature = NoteSignature.of(verifier.name(), verifier.keyId(), key.sign(text.getBytes(UTF_8)));
        return new SignedNote(text, List.of(signature));
    }
}
