package org.hearthkey.app.camera;

import java.util.Optional;

/// A part of a picture, in its dots.
public record Area(int x, int y, int width, int height) {
    /// No code is readable in fewer dots, and a click is no mark.
    public static final int SMALLEST = 16;

    /// The part between two corners, as far as it is within a picture; none if that is too small.
    public static Optional<Area> between(double x1, double y1, double x2, double y2, Frame picture) {
        int left = within(Math.min(x1, x2), picture.width());
        int top = within(Math.min(y1, y2), picture.height());
        int right = within(Math.max(x1, x2), picture.width());
        int below = within(Math.max(y1, y2), picture.height());
        return right - left < SMALLEST || below - top < SMALLEST
                ? Optional.empty()
                : Optional.of(new Area(left, top, right - left, below - top));
    }

    /// A square in the middle of a picture, a third of its shorter side.
    public static Area inTheMiddleOf(Frame picture) {
        int side = Math.min(picture.width(), picture.height());
        int third = Math.min(side, Math.max(SMALLEST, side / 3));
        return new Area((picture.width() - third) / 2, (picture.height() - third) / 2, third, third);
    }

    /// The same part so many dots to the right and down, as far as the picture goes.
    public Area moved(int right, int down, Frame picture) {
        int newX = Math.clamp(x + (long) right, 0, picture.width() - width);
        int newY = Math.clamp(y + (long) down, 0, picture.height() - height);
        return new Area(newX, newY, width, height);
    }

    /// The same part so many dots wider and higher, as far as the picture goes.
    public Area grown(int wider, int higher, Frame picture) {
        int newWidth = Math.clamp(width + (long) wider, Math.min(SMALLEST, width), picture.width() - x);
        int newHeight = Math.clamp(height + (long) higher, Math.min(SMALLEST, height), picture.height() - y);
        return new Area(x, y, newWidth, newHeight);
    }

    private static int within(double at, int length) {
        return Math.clamp(Math.round(at), 0, length);
    }
}
