package org.hearthkey.core.scan;

/// The checksums of 16 bits that labels carry. They catch slips of a printer or a reader, never a forger.
enum Crc16 {
    /// Zigbee install codes.
    X_25(0x8408, 0xFFFF),
    /// LoRaWAN codes.
    MODBUS(0xA001, 0);

    private static final int START = 0xFFFF;

    private final int polynomial;
    private final int last;

    Crc16(int reflectedPolynomial, int last) {
        this.polynomial = reflectedPolynomial;
        this.last = last;
    }

    /// From 0 to 65,535.
    int of(byte[] bytes) {
        int crc = START;
        for (byte b : bytes) {
            crc ^= Byte.toUnsignedInt(b);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 1 ? crc >>> 1 ^ polynomial : crc >>> 1;
            }
        }
        return crc ^ last;
    }
}
