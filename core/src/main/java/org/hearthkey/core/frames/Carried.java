package org.hearthkey.core.frames;

import java.util.Arrays;

/// What a series of frames carried. Nothing of it is trusted: it has to prove itself by its own signature.
public final class Carried {
    /// Bytes of no declared meaning, in a UR.
    public static final String UR_BYTES = "bytes";
    /// Bytes of no declared meaning, in a BBQr.
    public static final String BBQR_BINARY = "B";

    private final String type;
    private final byte[] content;

    /// Something to carry, or something that was carried.
    ///
    /// @param type as the frames say: `bytes` or another type of UR, or one letter of BBQr
    public Carried(String type, byte[] content) {
        this.type = type;
        this.content = content.clone();
    }

    public String type() {
        return type;
    }

    public byte[] bytes() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Carried that && type.equals(that.type) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return type + " of " + content.length + " bytes";
    }
}
