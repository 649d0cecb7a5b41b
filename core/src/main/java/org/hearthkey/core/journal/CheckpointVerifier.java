package org.hearthkey.core.journal;

import java.util.Optional;

/// Tells which of a journal's two keys signed a note.
///
/// @param first Ed25519
/// @param second ML-DSA-65, where there is one
public record CheckpointVerifier(NoteVerifier first, Optional<NoteVerifier> second) {
    /// Who signed.
    public enum Signed {
        BOTH,
        /// The second key did not, or is not known.
        FIRST_ONLY,
        /// The first key did not, or a signature of either does not fit.
        NOT
    }

    /// Who signed this note. A signature that does not fit spoils the whole note.
    public Signed signed(SignedNote note) {
        var classic = first.verify(note);
        var quantum = second.map(key -> key.verify(note)).orElse(NoteVerifier.Verdict.NOT_SIGNED);
        if (classic != NoteVerifier.Verdict.SIGNED || quantum == NoteVerifier.Verdict.FORGED) {
            return Signed.NOT;
        }
        return quantum == NoteVerifier.Verdict.SIGNED ? Signed.BOTH : Signed.FIRST_ONLY;
    }
}
