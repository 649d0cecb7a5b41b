package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;

/// The vectors of c2sp.org/XAES-256-GCM. The first key's top bit makes L's doubling plain, the second's folds it.
class XaesTest {
    private static final byte[] NONCE = ascii("ABCDEFGHIJKLMNOPQRSTUVWX");
    private static final byte[] PLAIN = ascii("XAES-256-GCM");

    @Test
    void sealsAsTheSpecificationDoes() throws AEADBadTagException {
        byte[] sealed = new Xaes(keyOf(1)).seal(NONCE, PLAIN, new byte[0]);
        assertEquals("ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271", hex(sealed));
        assertArrayEquals(PLAIN, new Xaes(keyOf(1)).open(NONCE, sealed, 0, new byte[0]));
    }

    @Test
    void bindsTheContextAsTheSpecificationDoes() throws AEADBadTagException {
        byte[] context = ascii("c2sp.org/XAES-256-GCM");
        byte[] sealed = new Xaes(keyOf(3)).seal(NONCE, PLAIN, context);
        assertEquals("986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d", hex(sealed));
        assertArrayEquals(PLAIN, new Xaes(keyOf(3)).open(NONCE, sealed, 0, context));
        assertThrows(AEADBadTagException.class, () -> new Xaes(keyOf(3)).open(NONCE, sealed, 0, new byte[0]));
    }

    @Test
    void agreesOverTenThousandMessages() throws AEADBadTagException {
        SHAKEDigest in = new SHAKEDigest(128);
        SHAKEDigest out = new SHAKEDigest(128);
        for (int i = 0; i < 10_000; i++) {
            Xaes xaes = new Xaes(squeeze(in, 32));
            byte[] nonce = squeeze(in, 24);
            byte[] plain = squeeze(in, squeeze(in, 1)[0] & 0xff);
            byte[] context = squeeze(in, squeeze(in, 1)[0] & 0xff);
            byte[] sealed = xaes.seal(nonce, plain, context);
            assertArrayEquals(plain, xaes.open(nonce, sealed, 0, context));
            out.update(sealed, 0, sealed.length);
        }
        byte[] digest = new byte[32];
        out.doFinal(digest, 0, 32);
        assertEquals("e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939", hex(digest));
    }

    @Test
    void opensNothingThatIsTooShort() {
        assertThrows(AEADBadTagException.class, () -> new Xaes(keyOf(1)).open(NONCE, new byte[15], 0, new byte[0]));
    }

    private static byte[] squeeze(SHAKEDigest shake, int length) {
        byte[] bytes = new byte[length];
        shake.doOutput(bytes, 0, length);
        return bytes;
    }

    private static byte[] keyOf(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
