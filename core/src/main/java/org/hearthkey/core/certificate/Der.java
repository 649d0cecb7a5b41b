package org.hearthkey.core.certificate;

import java.util.Arrays;

/// The encoded bytes of a signed thing. They are what was signed and what is compared, so they never change.
public final class Der {
    private final byte[] bytes;

    public Der(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Der that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
