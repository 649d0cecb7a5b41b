package org.hearthkey.app.camera;

/// Tells whether a camera shows nothing at all: its lens is covered, or a program that pretends to be a camera sends no
/// picture. Cameras begin with a few dark pictures, so one alone says nothing.
///
/// Used by one thread at a time.
public final class Blankness {
    /// Two seconds at the slowest rate that cameras usually have.
    static final int ENOUGH = 30;

    /// Every so many dots one is looked at, across and down.
    private static final int STEP = 8;

    /// What the noise of a lens in the dark stays below.
    private static final int DARK = 32;

    /// A surface without anything on it still has more shades than this through a lens.
    private static final int ONE_SHADE = 2;

    private int blanks;

    /// Looks at the next picture.
    ///
    /// @return whether there has been nothing to see for a while
    public boolean lasts(Frame next) {
        blanks = isBlank(next) ? Math.min(ENOUGH, blanks + 1) : 0;
        return blanks == ENOUGH;
    }

    private static boolean isBlank(Frame frame) {
        int darkest = 255;
        int brightest = 0;
        for (int y = STEP / 2; y < frame.height(); y += STEP) {
            for (int x = STEP / 2; x < frame.width(); x += STEP) {
                int dot = frame.argb()[y * frame.width() + x];
                int shade = ((dot >> 16 & 0xFF) + 2 * (dot >> 8 & 0xFF) + (dot & 0xFF)) / 4;
                darkest = Math.min(darkest, shade);
                brightest = Math.max(brightest, shade);
            }
        }
        return brightest < DARK || brightest - darkest <= ONE_SHADE;
    }
}
