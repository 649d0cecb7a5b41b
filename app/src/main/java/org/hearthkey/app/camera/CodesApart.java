package org.hearthkey.app.camera;

import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.app.camera.CornerMarks.Mark;

/// Tells the large codes of one page from each other, such as the four of a sealed core: every three corner marks that
/// stand as those of one code do are tried, the squarest first, and the marks of a code that was read belong to no other.
final class CodesApart extends Detector {
    /// Twelve codes, and what else looks like a mark.
    private static final int MOST_MARKS = 60;

    /// Four codes in a square stand so that nine threes are as square as theirs, each of which takes a millisecond.
    private static final int MOST_TRIES = 120;

    /// A sheet that lies flat; ZXing itself finds what is seen from the side, one at a time.
    private static final double SQUARE = 0.4;

    /// From the edge of a code to the middle of its corner mark, in modules.
    private static final float HALF_MARK = 3.5f;

    private final List<FinderPattern> seen;

    private CodesApart(BitMatrix picture, List<FinderPattern> seen) {
        super(picture);
        this.seen = seen;
    }

    /// @param seen what looks like a corner mark
    static Set<String> texts(BitMatrix picture, List<FinderPattern> seen) {
        return seen.size() > MOST_MARKS ? Set.of() : new CodesApart(picture, seen).texts();
    }

    /// Three of the marks by their place in the list.
    private record Three(int a, int b, int c, Corners corners) {
        boolean sharesOne(Set<Integer> taken) {
            return taken.contains(a) || taken.contains(b) || taken.contains(c);
        }
    }

    private Set<String> texts() {
        var texts = new LinkedHashSet<String>();
        var taken = new HashSet<Integer>();
        int tries = 0;
        for (var three : threes()) {
            if (three.sharesOne(taken)) {
                continue;
            }
            if (tries++ > MOST_TRIES || Thread.currentThread().isInterrupted()) {
                break;
            }
            var text = text(three.corners());
            if (text.isPresent()) {
                texts.add(text.get());
                taken.addAll(List.of(three.a(), three.b(), three.c()));
            }
        }
        return texts;
    }

    private List<Three> threes() {
        var marks = seen.stream().map(CodesApart::mark).toList();
        var threes = new ArrayList<Three>();
        for (int a = 0; a < marks.size(); a++) {
            for (int b = a + 1; b < marks.size(); b++) {
                for (int c = b + 1; c < marks.size(); c++) {
                    add(a, b, c, marks, threes);
                }
            }
        }
        threes.sort(Comparator.comparingDouble(three -> three.corners().oddness()));
        return threes;
    }

    private static void add(int a, int b, int c, List<Mark> marks, List<Three> threes) {
        Corners.of(marks.get(a), marks.get(b), marks.get(c))
                .filter(corners -> corners.oddness() < SQUARE)
                .ifPresent(corners -> threes.add(new Three(a, b, c, corners)));
    }

    /// Without its votes, which say nothing of whether it is square.
    private static Mark mark(FinderPattern seen) {
        return new Mark(seen.getX(), seen.getY(), seen.getEstimatedModuleSize(), 0);
    }

    /// As a flat sheet has it, where a spoilt spot cannot mislead; else with the help of the small mark inside the code,
    /// as ZXing looks for it.
    private Optional<String> text(Corners corners) {
        return flat(corners).flatMap(QrFinder::text).or(() -> bent(corners).flatMap(QrFinder::text));
    }

    private Optional<BitMatrix> flat(Corners corners) {
        float last = corners.side() - HALF_MARK;
        var topLeft = corners.topLeft();
        var topRight = corners.topRight();
        var bottomLeft = corners.bottomLeft();
        var onPicture = PerspectiveTransform.quadrilateralToQuadrilateral(
                HALF_MARK,
                HALF_MARK,
                last,
                HALF_MARK,
                last,
                last,
                HALF_MARK,
                last,
                (float) topLeft.x(),
                (float) topLeft.y(),
                (float) topRight.x(),
                (float) topRight.y(),
                (float) (topRight.x() + bottomLeft.x() - topLeft.x()),
                (float) (topRight.y() + bottomLeft.y() - topLeft.y()),
                (float) bottomLeft.x(),
                (float) bottomLeft.y());
        try {
            return Optional.of(
                    GridSampler.getInstance().sampleGrid(getImage(), corners.side(), corners.side(), onPicture));
        } catch (NotFoundException beyondThePicture) {
            return Optional.empty();
        }
    }

    private Optional<BitMatrix> bent(Corners corners) {
        try {
            var info = new FinderPatternInfo(new FinderPattern[] {
                pattern(corners.bottomLeft()), pattern(corners.topLeft()), pattern(corners.topRight())
            });
            return Optional.of(processFinderPatternInfo(info).getBits());
        } catch (NotFoundException | FormatException none) {
            return Optional.empty();
        }
    }

    private FinderPattern pattern(Mark mark) {
        return seen.stream()
                .filter(pattern -> mark(pattern).equals(mark))
                .findFirst()
                .orElseThrow();
    }
}
