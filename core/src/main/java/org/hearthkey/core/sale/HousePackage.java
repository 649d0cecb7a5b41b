package org.hearthkey.core.sale;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.hearthkey.core.seal.CborArray;

/// The file with which a house is handed over: a lock that opens to the words of the package, then boxes, each with its
/// number and whether it is the last in its context. See `docs/formats/house-package.md`.
final class HousePackage {
    static final byte[] MAGIC = "hearthkey-house\n".getBytes(US_ASCII);
    static final int VERSION = 1;
    static final int VAULT_BYTES = 16;
    static final int KEY_BYTES = 32;
    static final int MOST_LOCK_BYTES = 512;
    static final int MOST_BOX_BYTES = 128 * 1024;
    static final long MOST_FILE_BYTES = 256L << 20;

    private static final String CONTEXT = "hearthkey-house/1";
    private static final int LAST = 1;

    private HousePackage() {}

    /// What a box is sealed with: it opens in its own place of its own package only.
    static byte[] context(byte[] vault, long number, boolean last) {
        return CborArray.of(CONTEXT, vault, number, last ? LAST : 0);
    }
}
