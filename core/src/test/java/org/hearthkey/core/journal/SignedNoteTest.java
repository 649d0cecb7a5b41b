package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.hearthkey.core.journal.NoteVerifier.Kind;
import org.hearthkey.core.journal.NoteVerifier.Verdict;
import org.hearthkey.core.key.Ed25519Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final String TEXT = "Everything that was done\nin one home.\n";

    private final Ed25519Key key = Ed25519Key.generate(new SecureRandom());
    private final NoteSigner signer = new NoteSigner("hearthkey/k3pw7xqa", key);
    private final SignedNote note = signer.sign(TEXT);

    /// The example of golang.org/x/mod/sumdb/note.
    @Test
    void verifiesANoteOfGo() {
        var verifier = NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                .orElseThrow();
        var read = SignedNote.parse("""
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """).orElseThrow();
        assertEquals(Verdict.SIGNED, verifier.verify(read));
    }

    @Test
    void readsBackWhatItWrote() {
        assertEquals(Optional.of(note), SignedNote.parse(note.bytes()));
        assertEquals(Optional.of(note), SignedNote.parse(note.toString()));
        assertEquals(Verdict.SIGNED, signer.verifier().verify(note));
        var told = signer.verifier().toString();
        assertEquals(told, NoteVerifier.parse(told).orElseThrow().toString());
    }

    @Test
    void theTextMayHoldEmptyLines() {
        var poem = signer.sign("One line\n\nand another\n");
        assertEquals(Optional.of(poem), SignedNote.parse(poem.bytes()));
    }

    @Test
    void anotherTextIsForged() {
        var forged = new SignedNote(TEXT.replace("one", "two"), note.signatures());
        assertEquals(Verdict.FORGED, signer.verifier().verify(forged));
    }

    @Test
    void anotherKeyOfTheSameNameSignedNothing() {
        var other = new NoteSigner("hearthkey/k3pw7xqa", Ed25519Key.generate(new SecureRandom()));
        assertEquals(Verdict.NOT_SIGNED, other.verifier().verify(note));
        assertEquals(Verdict.NOT_SIGNED, cosigner().verify(note));
    }

    @Test
    void oneForgedLineSpoilsTheNote() {
        var signed = note.signatures().getFirst();
        var bad = NoteSignature.of(signed.name(), signed.keyId(), new byte[Ed25519Key.SIGNATURE_BYTES]);
        assertEquals(Verdict.FORGED, signer.verifier().verify(note.with(bad)));
        var unknown = NoteSignature.of("somebody", 7, new byte[1]);
        assertEquals(Verdict.SIGNED, signer.verifier().verify(note.with(unknown)));
    }

    @Test
    void verifiesTheCosignatureOfAWitness() {
        var signed = key.sign(("cosignature/v1\ntime 1795348800\n" + TEXT).getBytes(UTF_8));
        var timed = ByteBuffer.allocate(8 + signed.length)
                .putLong(1_795_348_800L)
                .put(signed)
                .array();
        var cosigned =
                note.with(NoteSignature.of("hearthkey/k3pw7xqa", cosigner().keyId(), timed));
        assertEquals(Verdict.SIGNED, cosigner().verify(cosigned));
        assertEquals(Verdict.SIGNED, signer.verifier().verify(cosigned));
        timed[7]++;
        var later = note.with(NoteSignature.of("hearthkey/k3pw7xqa", cosigner().keyId(), timed));
        assertEquals(Verdict.FORGED, cosigner().verify(later));
        var bare = note.with(NoteSignature.of("hearthkey/k3pw7xqa", cosigner().keyId(), signed));
        assertEquals(Verdict.FORGED, cosigner().verify(bare));
    }

    private NoteVerifier cosigner() {
        return NoteVerifier.of("hearthkey/k3pw7xqa", Kind.COSIGNATURE, key.publicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAAAA==\n", // no more than an id
                "text\n\n\u2014 name AAAAAAE\n", // no padding
                "text\n\n\u2014 name AAAAAAF=\n", // unused bits
                "text\n\n\u2014 na+me AAAAAAE=\n",
                "text\n\n\u2014 na\u00a0me AAAAAAE=\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n- name AAAAAAE=\n",
                "text\n\n\u2014 name AAAAAAE=",
                "text\n\n\u2014 name AAAAAAE=\r\n",
                "te\txt\n\n\u2014 name AAAAAAE=\n",
                "te\rxt\n\n\u2014 name AAAAAAE=\n",
                "text\n\u2014 name AAAAAAE=\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertEquals(Optional.empty(), SignedNote.parse(text));
        assertEquals(Optional.empty(), SignedNote.parse(text.getBytes(UTF_8)));
    }

    @Test
    void refusesWhatIsTooLargeOrNotUtf8() {
        var line = "\u2014 name AAAAAAE=\n";
        assertTrue(SignedNote.parse("text\n\n" + line.repeat(32)).isPresent());
        assertEquals(Optional.empty(), SignedNote.parse("text\n\n" + line.repeat(33)));
        assertEquals(Optional.empty(), SignedNote.parse("a".repeat(64 * 1024) + "\n\n" + line));
        var bytes = note.bytes();
        bytes[0] = (byte) 0xff;
        assertEquals(Optional.empty(), SignedNote.parse(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name", "name+00000000+AQ==", "na me+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void refusesWhatIsNoVerifierKey(String vkey) {
        assertEquals(Optional.empty(), NoteVerifier.parse(vkey));
    }

    @Test
    void aVerifierKeyWithAnotherIdIsNone() {
        var told = "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertEquals(Optional.empty(), NoteVerifier.parse(told));
    }

    @Test
    void aNoteNeedsATextAndASignature() {
        assertThrows(IllegalArgumentException.class, () -> signer.sign("no end of line"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NoteSignature("a name", Base64.getEncoder().encodeToString(new byte[9])));
    }
}
