package org.hearthkey.app.camera;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.List;

/// A guess at where the modules of a code lie in a picture, and how well the modules that every code has agree with it.
///
/// The guess is four corners and how much the label is bent: around a pipe, a line of modules is neither straight nor
/// evenly divided.
final class ModuleGrid {
    private static final int CORNERS = 8;
    private static final int BENDS = 4;

    /// The middle of a corner mark is so far inside the code.
    private static final double MARK = 3.5;

    private final GrayField field;
    private final int side;
    private final double pixels;
    private final List<Known> known;

    /// A module that is the same in every code of a size.
    ///
    /// @param sign 1 if dark, -1 if light, 0 if either, but not in between
    private record Known(double x, double y, int sign) {}

    /// @param pixels about how many dots a module is wide
    ModuleGrid(GrayField field, Version version, double pixels) {
        this.field = field;
        side = version.getDimensionForVersion();
        this.pixels = pixels;
        known = known(version);
    }

    private static List<Known> known(Version version) {
        int side = version.getDimensionForVersion();
        var known = new ArrayList<Known>();
        for (int[] corner : new int[][] {{0, 0}, {side - 7, 0}, {0, side - 7}}) {
            // With its light frame, as far as that lies in the code.
            for (int y = -1; y <= 7; y++) {
                for (int x = -1; x <= 7; x++) {
                    int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                    known.add(new Known(corner[0] + x + 0.5, corner[1] + y + 0.5, ring == 2 || ring == 4 ? -1 : 1));
                }
            }
        }
        for (int i = 8; i < side - 8; i++) {
            int sign = i % 2 == 0 ? 1 : -1;
            known.add(new Known(i + 0.5, 6.5, sign));
            known.add(new Known(6.5, i + 0.5, sign));
        }
        int[] centers = version.getAlignmentPatternCenters();
        for (int cy : centers) {
            for (int cx : centers) {
                if ((cx > 8 || cy > 8) && (cx < side - 9 || cy > 8) && (cx > 8 || cy < side - 9)) {
                    for (int y = -2; y <= 2; y++) {
                        for (int x = -2; x <= 2; x++) {
                            int ring = Math.max(Math.abs(x), Math.abs(y));
                            known.add(new Known(cx + x + 0.5, cy + y + 0.5, ring == 1 ? -1 : 1));
                        }
                    }
                }
            }
        }
        for (int i = -1; i <= side; i++) {
            known.add(new Known(i + 0.5, side + 0.5, -1));
            known.add(new Known(side + 0.5, i + 0.5, -1));
        }
        int step = side > 40 ? 3 : 2;
        for (int y = 8; y < side; y += 1) {
            for (int x = 8 + y % step; x < side; x += step) {
                known.add(new Known(x + 0.5, y + 0.5, 0));
            }
        }
        return known;
    }

    /// The guess that three marks suggest: the fourth corner where it lies in a picture taken from straight above.
    double[] begin(Corners marks) {
        var topLeft = marks.topLeft();
        var topRight = marks.topRight();
        var bottomLeft = marks.bottomLeft();
        return new double[] {
            topLeft.x(),
            topLeft.y(),
            topRight.x(),
            topRight.y(),
            topRight.x() + bottomLeft.x() - topLeft.x(),
            topRight.y() + bottomLeft.y() - topLeft.y(),
            bottomLeft.x(),
            bottomLeft.y(),
            0,
            0,
            0,
            0
        };
    }

    /// How well the known modules agree, and how clearly the others are one or the other.
    Fit fit(double[] guess) {
        var points = new float[2 * known.size()];
        for (int i = 0; i < known.size(); i++) {
            points[2 * i] = (float) known.get(i).x;
            points[2 * i + 1] = (float) known.get(i).y;
        }
        place(guess, points);
        int reach = (int) Math.max(2, Math.round(5 * pixels));
        double agreement = 0;
        double either = 0;
        double contrast = 0;
        for (int i = 0; i < known.size(); i++) {
            double x = points[2 * i];
            double y = points[2 * i + 1];
            if (x < 0 || y < 0 || x >= field.width() || y >= field.height()) {
                return new Fit(0, 0);
            }
            double darker = field.mean((int) x, (int) y, reach) - field.at(x, y);
            int sign = known.get(i).sign;
            agreement += sign * darker;
            either += sign == 0 ? Math.abs(darker) : 0;
            contrast += sign == 0 ? 0 : Math.abs(darker);
        }
        return new Fit(agreement + 0.5 * either, contrast == 0 ? 0 : agreement / contrast);
    }

    /// @param strength the more, the better the grid lies; to be compared within one picture and one size only
    /// @param likeness 0 is chance, 1 is a clean print
    record Fit(double strength, double likeness) {}

    /// Moves the fourth corner, then everything, to where the known modules agree best.
    double[] fitted(double[] begin) {
        var best = begin;
        double bestScore = fit(best).strength();
        int reach = Math.max(4, side / 5);
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                var guess = begin.clone();
                guess[4] += 1.0 * across * (begin[2] - begin[0]) / (side - 2 * MARK)
                        + 1.0 * down * (begin[6] - begin[0]) / (side - 2 * MARK);
                guess[5] += 1.0 * across * (begin[3] - begin[1]) / (side - 2 * MARK)
                        + 1.0 * down * (begin[7] - begin[1]) / (side - 2 * MARK);
                double score = fit(guess).strength();
                if (score > bestScore) {
                    bestScore = score;
                    best = guess;
                }
            }
        }
        return climbed(best, bestScore);
    }

    private double[] climbed(double[] from, double score) {
        var best = from.clone();
        double bestScore = score;
        for (double step = 0.5; step >= 0.06; step /= 2) {
            for (int round = 0; round < 4; round++) {
                double before = bestScore;
                for (int i = 0; i < CORNERS + BENDS; i++) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        double kept = best[i];
                        best[i] = kept + sign * step * (i < CORNERS ? pixels : 1.0);
                        double tried = fit(best).strength();
                        if (tried > bestScore) {
                            bestScore = tried;
                        } else {
                            best[i] = kept;
                        }
                    }
                }
                if (bestScore - before < 0.002 * bestScore) {
                    break;
                }
            }
        }
        return best;
    }

    /// From modules to dots of the picture.
    private void place(double[] guess, float[] points) {
        double half = side / 2.0;
        for (int i = 0; i < points.length; i += 2) {
            double u = (points[i] - half) / half;
            double v = (points[i + 1] - half) / half;
            points[i] += (float) (guess[8] * u * (1 - u * u) + guess[9] * (1 - v * v));
            points[i + 1] += (float) (guess[10] * v * (1 - v * v) + guess[11] * (1 - u * u));
        }
        float far = (float) (side - MARK);
        float near = (float) MARK;
        PerspectiveTransform.quadrilateralToQuadrilateral(
                        near,
                        near,
                        far,
                        near,
                        far,
                        far,
                        near,
                        far,
                        (float) guess[0],
                        (float) guess[1],
                        (float) guess[2],
                        (float) guess[3],
                        (float) guess[4],
                        (float) guess[5],
                        (float) guess[6],
                        (float) guess[7])
                .transformPoints(points);
    }

    /// The shade of each module, row by row, less the mean of its surroundings: below zero is dark.
    double[] shades(double[] guess) {
        var shades = new double[side * side];
        int reach = (int) Math.max(2, Math.round(5 * pixels));
        double[] within = {-0.22, 0, 0.22};
        var points = new float[2 * side * side * 9];
        int next = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (double down : within) {
                    for (double across : within) {
                        points[next++] = (float) (x + 0.5 + across);
                        points[next++] = (float) (y + 0.5 + down);
                    }
                }
            }
        }
        place(guess, points);
        for (int i = 0; i < shades.length; i++) {
            double sum = 0;
            for (int n = 0; n < 9; n++) {
                sum += field.at(points[18 * i + 2 * n], points[18 * i + 2 * n + 1]);
            }
            int middle = 18 * i + 8;
            shades[i] = sum / 9 - field.mean((int) points[middle], (int) points[middle + 1], reach);
        }
        return shades;
    }

    /// The code, each module dark or light.
    ///
    /// @param sharpening how much of what its four neighbors gave to a module in a blurred picture is taken back
    BitMatrix bits(double[] shades, double sharpening) {
        var bits = new BitMatrix(side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double own = shades[y * side + x];
                double beside = 0;
                beside += x > 0 ? shades[y * side + x - 1] : 0;
                beside += x < side - 1 ? shades[y * side + x + 1] : 0;
                beside += y > 0 ? shades[(y - 1) * side + x] : 0;
                beside += y < side - 1 ? shades[(y + 1) * side + x] : 0;
                if (own - sharpening * beside / 4 < 0) {
                    bits.set(x, y);
                }
            }
        }
        return bits;
    }
}
