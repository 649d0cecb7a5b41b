package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/// The secret of a Zigbee device, printed on its label. The network makes the device's first key of it.
///
/// @param hex the code and its checksum, lower case
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Zigbee Base Device Behavior,
/// section 10.1</a>
public record InstallCode(String hex) {
    private static final Set<Integer> LENGTHS = Set.of(6, 8, 12, 16);
    private static final int CRC = 2;
    private static final int BLOCK = 16;
    private static final int END_OF_TEXT = 0x80;

    static InstallCode parse(String hex) throws MalformedException {
        require(
                hex.length() % 2 == 0 && LENGTHS.contains(hex.length() / 2 - CRC),
                "install code with CRC is not 8, 10, 14 or 18 bytes");
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] code = Arrays.copyOf(bytes, bytes.length - CRC);
        int crc = Byte.toUnsignedInt(bytes[code.length]) | Byte.toUnsignedInt(bytes[code.length + 1]) << Byte.SIZE;
        require(crc == Crc16.X_25.of(code), "install code CRC-16/X-25");
        byte[] repeated = new byte[code.length];
        Arrays.fill(repeated, code[0]);
        require(!Arrays.equals(code, repeated), "install code is one repeated byte");
        return new InstallCode(HexFormat.of().formatHex(bytes));
    }

    /// How long the code is without its checksum: 6, 8, 12 or 16 bytes.
    public int bytes() {
        return hex.length() / 2 - CRC;
    }

    /// The key that the network makes of the code, in lower-case hex: a secret as well.
    public String linkKey() {
        return HexFormat.of().formatHex(matyasMeyerOseas(HexFormat.of().parseHex(hex)));
    }

    /// AES as a hash: each block is enciphered under the hash of those before it.
    private static byte[] matyasMeyerOseas(byte[] text) {
        int blocks = (text.length + 1 + 2 + BLOCK - 1) / BLOCK;
        byte[] padded = Arrays.copyOf(text, blocks * BLOCK);
        padded[text.length] = (byte) END_OF_TEXT;
        int bits = text.length * Byte.SIZE;
        padded[padded.length - 2] = (byte) (bits >>> Byte.SIZE);
        padded[padded.length - 1] = (byte) bits;
        byte[] hash = new byte[BLOCK];
        for (int at = 0; at < padded.length; at += BLOCK) {
            var aes = AESEngine.newInstance();
            aes.init(true, new KeyParameter(hash));
            aes.processBlock(padded, at, hash, 0);
            for (int i = 0; i < BLOCK; i++) {
                hash[i] ^= padded[at + i];
            }
        }
        return hash;
    }

    @Override
    public String toString() {
        return "InstallCode";
    }
}
