package org.hearthkey.app.camera;

/// One picture of a camera. Its pixels belong to who holds it: the camera does not write into them again.
///
/// @param argb row by row from the top, eight bits a channel
@SuppressWarnings("ArrayRecordComponent") // pixels are looked at, never compared
public record Frame(int width, int height, int[] argb) {
    public Frame {
        if (argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(argb.length + " pixels are not " + width + " x " + height);
        }
    }
}
