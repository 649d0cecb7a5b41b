package org.hearthkey.app.camera;

import com.google.zxing.common.BitMatrix;

/// The shades of a picture, with the sums that tell the mean shade of any rectangle at once. At most 8 million dots: the
/// sums are of 32 bits.
final class GrayField {
    private static final int WHITE = 255;

    private final byte[] gray;
    private final int width;
    private final int height;
    private final int[] sums;

    /// @param gray row by row from the top, a byte from 0 (black) to 255 a dot
    GrayField(byte[] gray, int width, int height) {
        this.gray = gray;
        this.width = width;
        this.height = height;
        sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += gray[y * width + x] & WHITE;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The mean shade of the square of `2 * reach + 1` dots around a dot, as far as it lies in the picture.
    double mean(int x, int y, int reach) {
        int left = Math.clamp(x - reach, 0, width - 1);
        int top = Math.clamp(y - reach, 0, height - 1);
        int right = Math.clamp(x + reach, 0, width - 1) + 1;
        int below = Math.clamp(y + reach, 0, height - 1) + 1;
        return sum(left, top, right, below) / (double) ((right - left) * (below - top));
    }

    private int sum(int left, int top, int right, int below) {
        int row = width + 1;
        return sums[below * row + right] - sums[top * row + right] - sums[below * row + left] + sums[top * row + left];
    }

    /// The shade between dots.
    double at(double x, double y) {
        int left = Math.clamp((int) x, 0, Math.max(0, width - 2));
        int top = Math.clamp((int) y, 0, Math.max(0, height - 2));
        double right = Math.clamp(x - left, 0, 1);
        double below = Math.clamp(y - top, 0, 1);
        int first = top * width + left;
        int beside = Math.min(1, width - 1);
        int under = first + Math.min(1, height - 1) * width;
        double upper = (gray[first] & WHITE) * (1 - right) + (gray[first + beside] & WHITE) * right;
        double lower = (gray[under] & WHITE) * (1 - right) + (gray[under + beside] & WHITE) * right;
        return upper * (1 - below) + lower * below;
    }

    /// The same picture with each dot the mean of the square around it.
    GrayField smoothed(int reach) {
        var smooth = new byte[gray.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                smooth[y * width + x] = (byte) Math.round(mean(x, y, reach));
            }
        }
        return new GrayField(smooth, width, height);
    }

    /// The same picture with its edges made steeper: what each dot differs from its surroundings is added to it.
    GrayField sharpened(int reach, double strength) {
        var sharp = new byte[gray.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int own = gray[y * width + x] & WHITE;
                sharp[y * width + x] =
                        (byte) Math.clamp(Math.round(own + strength * (own - mean(x, y, reach))), 0, WHITE);
            }
        }
        return new GrayField(sharp, width, height);
    }

    /// The picture at `times` its size, with shades in between.
    GrayField enlarged(double times) {
        int wide = (int) Math.max(2, width * times);
        int high = (int) Math.max(2, height * times);
        var large = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                large[y * wide + x] = (byte) Math.round(at((x + 0.5) / times - 0.5, (y + 0.5) / times - 0.5));
            }
        }
        return new GrayField(large, wide, high);
    }

    /// Black is what is darker than `part` of its surroundings.
    BitMatrix darkerThan(double part, int reach) {
        var black = new BitMatrix(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((gray[y * width + x] & WHITE) < part * mean(x, y, reach)) {
                    black.set(x, y);
                }
            }
        }
        return black;
    }

    byte[] gray() {
        return gray;
    }
}
