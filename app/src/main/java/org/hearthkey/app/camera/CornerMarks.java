package org.hearthkey.app.camera;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places in a picture that look like the corner marks of a code, gathered from several ways of telling black from white.
final class CornerMarks {
    /// One place.
    ///
    /// @param module how many dots a module is wide there
    /// @param votes how often it was seen
    record Mark(double x, double y, double module, int votes) {
        double distance(Mark other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        private Mark with(Mark other) {
            int all = votes + other.votes;
            double share = other.votes / (double) all;
            return new Mark(
                    x + share * (other.x - x),
                    y + share * (other.y - y),
                    module + share * (other.module - module),
                    all);
        }
    }

    /// More than so many are a pattern of something else.
    private static final int MOST_IN_ONE = 300;

    private final List<Mark> marks = new ArrayList<>();

    /// @param scale how many dots of the picture one dot of `black` is wide
    void look(BitMatrix black, double scale) {
        for (var seen : new Finder(black).all()) {
            add(new Mark((seen.x + 0.5) * scale - 0.5, (seen.y + 0.5) * scale - 0.5, seen.module * scale, seen.votes));
        }
    }

    private void add(Mark seen) {
        for (int i = 0; i < marks.size(); i++) {
            var known = marks.get(i);
            if (known.distance(seen) < 2 * Math.max(known.module, seen.module)) {
                marks.set(i, known.with(seen));
                return;
            }
        }
        marks.add(seen);
    }

    /// The marks seen most often.
    List<Mark> best(int count) {
        return marks.stream()
                .sorted(Comparator.comparingInt(Mark::votes).reversed())
                .limit(count)
                .toList();
    }

    private static final class Finder extends FinderPatternFinder {
        Finder(BitMatrix black) {
            super(black);
        }

        List<Mark> all() {
            var black = getImage();
            for (int y = 0; y < black.getHeight() && getPossibleCenters().size() < MOST_IN_ONE; y++) {
                row(black, y);
            }
            return getPossibleCenters().stream()
                    .map(seen -> new Mark(seen.getX(), seen.getY(), seen.getEstimatedModuleSize(), seen.getCount()))
                    .toList();
        }

        private void row(BitMatrix black, int y) {
            var runs = new int[5];
            boolean dark = false;
            for (int x = 0; x <= black.getWidth(); x++) {
                boolean here = x < black.getWidth() && black.get(x, y);
                if (here != dark || x == black.getWidth()) {
                    if (dark && foundPatternCross(runs)) {
                        handlePossibleCenter(runs, y, x);
                    }
                    System.arraycopy(runs, 1, runs, 0, 4);
                    runs[4] = 0;
                    dark = here;
                }
                runs[4]++;
            }
        }
    }
}
