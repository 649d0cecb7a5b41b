package org.hearthkey.app.camera;

import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.camera.CornerMarks.Mark;

/// Reads a code that the quick ways missed: looks for corner marks in several ways, lays the grid of each possible size
/// over every three of them, bends it until the modules that all codes have agree, and only then tells dark from light,
/// module by module and not dot by dot.
final class PatientReader {
    private static final int MOST_MARKS = 10;
    private static final int MOST_CORNERS = 14;
    private static final int MOST_FITS = 16;
    private static final long MOST_PIXELS_TO_ENLARGE = 800_000;

    /// A print of anything else agrees less.
    private static final double ALIKE = 0.45;

    private static final double WORTH_FITTING = 0.15;

    private static final double[] SHARPENINGS = {0, 0.3, 0.6, 0.9, 1.2, 1.6};

    private final GrayField field;
    private int fits;

    private PatientReader(GrayField field) {
        this.field = field;
    }

    static Optional<String> read(GrayField field) {
        return new PatientReader(field).read();
    }

    private Optional<String> read() {
        return corners(marks()).stream()
                .flatMap(corners -> read(corners).stream())
                .findFirst();
    }

    private List<Mark> marks() {
        var marks = new CornerMarks();
        var smooth = field.smoothed(1);
        hybrid(field).ifPresent(black -> marks.look(black, 1));
        hybrid(smooth).ifPresent(black -> marks.look(black, 1));
        for (var source : List.of(smooth, field.smoothed(2))) {
            marks.look(source.darkerThan(0.94, 12), 1);
            marks.look(source.darkerThan(0.88, 24), 1);
        }
        if ((long) field.width() * field.height() <= MOST_PIXELS_TO_ENLARGE) {
            lookEnlarged(marks);
        }
        return marks.best(MOST_MARKS);
    }

    /// The rings of a small mark are too thin to be seen at its own size.
    private void lookEnlarged(CornerMarks marks) {
        var large = field.enlarged(2).smoothed(1);
        hybrid(large).ifPresent(black -> marks.look(black, 0.5));
        marks.look(large.darkerThan(0.95, 20), 0.5);
        marks.look(large.darkerThan(0.9, 36), 0.5);
        marks.look(large.sharpened(4, 2).darkerThan(0.95, 24), 0.5);
        marks.look(large.smoothed(2).darkerThan(0.95, 28), 0.5);
        marks.look(large.smoothed(3).darkerThan(0.95, 32), 0.5);
    }

    private static Optional<BitMatrix> hybrid(GrayField field) {
        try {
            return Optional.of(new HybridBinarizer(new PlanarYUVLuminanceSource(
                            field.gray(), field.width(), field.height(), 0, 0, field.width(), field.height(), false))
                    .getBlackMatrix());
        } catch (NotFoundException oneShadeOnly) {
            return Optional.empty();
        }
    }

    private static List<Corners> corners(List<Mark> marks) {
        var corners = new ArrayList<Corners>();
        for (int a = 0; a < marks.size(); a++) {
            for (int b = a + 1; b < marks.size(); b++) {
                for (int c = b + 1; c < marks.size(); c++) {
                    Corners.of(marks.get(a), marks.get(b), marks.get(c)).ifPresent(corners::add);
                }
            }
        }
        corners.sort(Comparator.comparingDouble(Corners::oddness));
        return corners.subList(0, Math.min(MOST_CORNERS, corners.size()));
    }

    private Optional<String> read(Corners corners) {
        for (var version : corners.versions()) {
            var grid = new ModuleGrid(field, version, corners.module());
            var begin = grid.begin(corners);
            if (grid.fit(begin).likeness() < WORTH_FITTING) {
                continue;
            }
            if (fits++ > MOST_FITS || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            var guess = grid.fitted(begin);
            if (grid.fit(guess).likeness() >= ALIKE) {
                var shades = grid.shades(guess);
                for (double sharpening : SHARPENINGS) {
                    var text = QrFinder.text(grid.bits(shades, sharpening));
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
