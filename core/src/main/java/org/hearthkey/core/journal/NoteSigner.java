package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;

/// Signs notes with one key under one name.
public final class NoteSigner {
    private final NoteVerifier verifier;
    private final UnaryOperator<byte[]> key;

    /// @param key stays the caller's
    public NoteSigner(String name, Ed25519Key key) {
        verifier = NoteVerifier.of(name, NoteVerifier.Kind.NOTE, key.publicKey());
        this.key = key::sign;
    }

    /// @param key stays the caller's
    public NoteSigner(String name, MlDsaKey key) {
        verifier = NoteVerifier.of(name, NoteVerifier.Kind.ML_DSA_65, key.publicKey());
        this.key = key::sign;
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /// Signs `text`.
    ///
    /// @param text ends with a line feed
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text)));
    }

    /// Signs what somebody signed already.
    public SignedNote sign(SignedNote note) {
        return note.with(signature(note.text()));
    }

    private NoteSignature signature(String text) {
        return NoteSignature.of(verifier.name(), verifier.keyId(), key.apply(text.getBytes(UTF_8)));
    }
}
