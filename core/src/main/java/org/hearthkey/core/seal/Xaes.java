package org.hearthkey.core.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// XAES-256-GCM under one key, for one thread: AES-256-GCM with a key of its own for each nonce, so that nonces of 24
/// bytes can be drawn at random for ever. What the JDK derives from the key cannot be overwritten; closing forgets it.
///
/// @see <a href="https://c2sp.org/XAES-256-GCM">C2SP: XAES-256-GCM</a>
public final class Xaes implements AutoCloseable {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 24;
    public static final int TAG_BYTES = 16;

    private static final String AES = "AES";
    private static final int BLOCK = 16;
    private static final int HALF_NONCE = 12;

    private final byte[] subkey;
    private @Nullable Ciphers ciphers = new Ciphers(Jdk.cipher("AES/ECB/NoPadding"), Jdk.cipher("AES/GCM/NoPadding"));

    /// @param block under the key itself
    /// @param gcm under the key of the last nonce
    private record Ciphers(Cipher block, Cipher gcm) {}

    public Xaes(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key of " + key.length + " bytes");
        }
        try (LentKey lent = new LentKey(key, AES)) {
            Cipher block = opened().block;
            block.init(Cipher.ENCRYPT_MODE, lent);
            subkey = doubled(block.doFinal(new byte[BLOCK]));
        } catch (GeneralSecurityException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// The ciphertext of `plain` and its tag.
    public byte[] seal(byte[] nonce, byte[] plain, byte[] context) {
        try {
            return run(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length, context);
        } catch (GeneralSecurityException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// Opens the ciphertext and tag that `box` holds from `offset` to its end.
    ///
    /// @throws AEADBadTagException if key, nonce, context or any byte is not the one it was sealed with
    public byte[] open(byte[] nonce, byte[] box, int offset, byte[] context) throws AEADBadTagException {
        if (box.length - offset < TAG_BYTES) {
            throw new AEADBadTagException("Shorter than a tag");
        }
        try {
            return run(Cipher.DECRYPT_MODE, nonce, box, offset, box.length - offset, context);
        } catch (AEADBadTagException forged) {
            throw forged;
        } catch (GeneralSecurityException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int offset, int length, byte[] context)
            throws GeneralSecurityException {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("A nonce of " + nonce.length + " bytes");
        }
        Ciphers open = opened();
        byte[] key = keyFor(nonce, open.block);
        try (LentKey lent = new LentKey(key, AES)) {
            open.gcm.init(mode, lent, new GCMParameterSpec(8 * TAG_BYTES, nonce, HALF_NONCE, NONCE_BYTES - HALF_NONCE));
            open.gcm.updateAAD(context);
            return open.gcm.doFinal(input, offset, length);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] keyFor(byte[] nonce, Cipher block) throws GeneralSecurityException {
        byte[] blocks = new byte[2 * BLOCK];
        for (int i = 0; i < 2; i++) {
            int at = i * BLOCK;
            blocks[at + 1] = (byte) (i + 1);
            blocks[at + 2] = 'X';
            System.arraycopy(nonce, 0, blocks, at + 4, HALF_NONCE);
            for (int j = 0; j < BLOCK; j++) {
                blocks[at + j] ^= subkey[j];
            }
        }
        return block.doFinal(blocks);
    }

    private Ciphers opened() {
        if (ciphers == null) {
            throw new IllegalStateException("This key has been forgotten");
        }
        return ciphers;
    }

    @Override
    public void close() {
        Arrays.fill(subkey, (byte) 0);
        ciphers = null;
    }

    /// Multiplies by x in the field of CMAC.
    private static byte[] doubled(byte[] value) {
        byte[] shifted = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int below = i + 1 < BLOCK ? (value[i + 1] & 0xff) >>> 7 : 0;
            shifted[i] = (byte) (value[i] << 1 | below);
        }
        if (value[0] < 0) {
            shifted[BLOCK - 1] ^= (byte) 0x87;
        }
        return shifted;
    }
}
