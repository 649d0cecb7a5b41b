package org.hearthkey.core.peer;

import java.io.ByteArrayOutputStream;

/// Writes TLV for tests.
public final class Tlvs {
    private Tlvs() {}

    public static byte[] of(int first, byte[]... parts) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] small(int tag, int value) {
        return new byte[] {0x24, (byte) tag, (byte) value};
    }

    /// A 16-bit number above 255, from four hex digits.
    public static byte[] number(int tag, String hex) {
        int value = Integer.parseInt(hex, 16);
        return new byte[] {0x25, (byte) tag, (byte) value, (byte) (value >> 8)};
    }

    public static byte[] products(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new byte[] {0x36, 2, 5, (byte) value, (byte) (value >> 8), 0x18};
    }

    public static byte[] text(int tag, byte[] ascii) {
        return of(0x2c, new byte[] {(byte) tag, (byte) ascii.length}, ascii);
    }

    public static byte[] bytes(int tag, byte[] bytes) {
        return of(0x30, new byte[] {(byte) tag, (byte) bytes.length}, bytes);
    }
}
