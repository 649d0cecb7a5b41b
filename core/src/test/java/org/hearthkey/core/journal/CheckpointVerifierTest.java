package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.journal.CheckpointVerifier.Signed;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;
import org.junit.jupiter.api.Test;

class CheckpointVerifierTest {
    private static final String NAME = "hearthkey/k3pw7xqa";
    private static final String TEXT = NAME + "\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private final SecureRandom random = new SecureRandom();
    private final Ed25519Key first = Ed25519Key.generate(random);
    private final MlDsaKey second = MlDsaKey.generate(random);
    private final NoteSigner classic = new NoteSigner(NAME, first);
    private final NoteSigner quantum = new NoteSigner(NAME, second);
    private final CheckpointVerifier verifier =
            new CheckpointVerifier(classic.verifier(), Optional.of(quantum.verifier()));
    private final SignedNote half = classic.sign(TEXT);
    private final SignedNote whole = quantum.sign(half);

    @Test
    void tellsWhichOfTheKeysSigned() {
        assertEquals(Signed.BOTH, verifier.signed(whole));
        assertEquals(Signed.FIRST_ONLY, verifier.signed(half));
        assertEquals(Signed.NOT, verifier.signed(quantum.sign(TEXT)));
        assertEquals(Signed.FIRST_ONLY, new CheckpointVerifier(classic.verifier(), Optional.empty()).signed(whole));
        assertEquals(Optional.of(whole), SignedNote.parse(whole.bytes()));
    }

    @Test
    void aSecondSignatureThatDoesNotFitSpoilsTheNote() {
        var line = whole.signatures().getLast();
        var changed = line.signature();
        changed[100] ^= 1;
        assertEquals(Signed.NOT, verifier.signed(half.with(NoteSignature.of(NAME, line.keyId(), changed))));
        var other = TEXT.replace("\n7\n", "\n8\n");
        assertEquals(Signed.NOT, verifier.signed(new SignedNote(other, whole.signatures())));
    }

    @Test
    void aSecondKeyOfSomebodyElseDoesNotCount() {
        var stranger = new NoteSigner(NAME, MlDsaKey.generate(random));
        assertEquals(Signed.FIRST_ONLY, verifier.signed(stranger.sign(half)));
    }

    @Test
    void theSecondKeyIsNamedAsTheFormatSays() throws NoSuchAlgorithmException {
        var type = "hearthkey/ML-DSA-65".getBytes(UTF_8);
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(NAME.getBytes(UTF_8));
        sha256.update(new byte[] {0x0a, (byte) 0xff});
        sha256.update(type);
        var id = Arrays.copyOf(sha256.digest(second.publicKey()), 4);
        var line = Base64.getDecoder().decode(whole.signatures().getLast().base64());
        assertEquals(
                List.of(4 + MlDsaKey.SIGNATURE_BYTES, ByteBuffer.wrap(id).getInt()),
                List.of(line.length, ByteBuffer.wrap(line).getInt()));
        assertTrue(
                MlDsaKey.verifies(second.publicKey(), TEXT.getBytes(UTF_8), Arrays.copyOfRange(line, 4, line.length)));
        var told = quantum.verifier().toString();
        assertEquals(told, NoteVerifier.parse(told).orElseThrow().toString());
        assertEquals(Optional.empty(), NoteVerifier.parse(told.replaceFirst("A", "B")));
    }
}
