package org.hearthkey.app.camera;

/// One picture of a camera, or of the screen. Its pixels belong to who holds it: the camera does not write into them again.
///
/// @param argb row by row from the top, eight bits a channel
@SuppressWarnings("ArrayRecordComponent") // pixels are looked at, never compared
public record Frame(int width, int height, int[] argb) {
    public Frame {
        if (argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(argb.length + " pixels are not " + width + " x " + height);
        }
    }

    /// A part of it.
    public Frame cut(Area area) {
        var part = new int[area.width() * area.height()];
        for (int row = 0; row < area.height(); row++) {
            System.arraycopy(argb, (area.y() + row) * width + area.x(), part, row * area.width(), area.width());
        }
        return new Frame(area.width(), area.height(), part);
    }
}
