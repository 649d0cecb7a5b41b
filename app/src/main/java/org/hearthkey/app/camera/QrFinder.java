package org.hearthkey.app.camera;

import com.google.zxing.Binarizer;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.multi.qrcode.detector.MultiDetector;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the codes in a picture of black and white. ZXing weighs every three corner marks against each other, so its
/// time grows with the cube of their number: a picture of nothing but marks would keep it busy for hours. The marks are
/// therefore counted first.
final class QrFinder extends FinderPatternFinder {
    /// Looking for many codes took 6 s for 64 marks and 24 s for 400; 36 marks are 12 codes.
    private static final int MOST_MARKS_FOR_MANY = 36;

    /// Looking for one code in 900 marks took 0.2 s.
    private static final int MOST_MARKS_FOR_ONE = 900;

    private static final int MARKS_A_CODE = 3;

    /// As ZXing does at least: a mark that is not three rows high in its middle is too small to be read.
    private static final int ROWS_A_STEP = 3;

    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]+");

    /// A kind of code that may hold other text (ESP provisioning): a JSON object.
    private static final Pattern JSON = Pattern.compile("\\{[^\\p{Cc}\ufffd]*}");

    /// A checkpoint of a journal is a signed note: lines, an empty one, and signatures that begin with a long dash.
    private static final Pattern NOTE = Pattern.compile("(?:[ -~]+\n)+\n(?:\u2014 [ -~]+\n)+");

    private QrFinder(BitMatrix picture) {
        super(picture);
    }

    static Set<String> texts(Binarizer binarizer) {
        try {
            return texts(binarizer.getBlackMatrix());
        } catch (NotFoundException oneShadeOnly) {
            return Set.of();
        }
    }

    private static Set<String> texts(BitMatrix picture) {
        var finder = new QrFinder(picture);
        int marks = finder.countMarks();
        // The finder of many codes misses some that the finder of one sees.
        var many = marks <= MOST_MARKS_FOR_MANY ? many(picture) : Stream.<BitMatrix>empty();
        var one = marks <= MOST_MARKS_FOR_ONE ? one(picture) : Stream.<BitMatrix>empty();
        var texts = Stream.concat(many, one)
                .flatMap(code -> text(code).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (marks >= MARKS_A_CODE * (texts.size() + 1)) {
            texts.addAll(CodesApart.texts(picture, finder.getPossibleCenters()));
        }
        return texts;
    }

    private static Stream<BitMatrix> many(BitMatrix picture) {
        try {
            return Arrays.stream(new MultiDetector(picture).detectMulti(null)).map(DetectorResult::getBits);
        } catch (NotFoundException none) {
            return Stream.empty();
        }
    }

    private static Stream<BitMatrix> one(BitMatrix picture) {
        try {
            return Stream.of(new Detector(picture).detect().getBits());
        } catch (NotFoundException | FormatException none) {
            return Stream.empty();
        }
    }

    static Optional<String> text(BitMatrix code) {
        try {
            return Optional.of(new Decoder().decode(code, HINTS))
                    .filter(QrFinder::isText)
                    .map(DecoderResult::getText);
        } catch (ChecksumException | FormatException unreadable) {
            return Optional.empty();
        }
    }

    /// Bytes are not text because some character set has letters for them: they must be ASCII. A code that is one part
    /// of a series is not whole.
    private static boolean isText(DecoderResult code) {
        if (code.hasStructuredAppend()) {
            return false;
        }
        var segments = Optional.ofNullable(code.getByteSegments()).orElse(List.of());
        boolean ascii = segments.stream().allMatch(QrFinder::isPrintableAscii)
                && PRINTABLE_ASCII.matcher(code.getText()).matches();
        return ascii
                || JSON.matcher(code.getText()).matches()
                || NOTE.matcher(code.getText()).matches();
    }

    private static boolean isPrintableAscii(byte[] segment) {
        for (byte b : segment) {
            if (b < ' ' || b > '~') {
                return false;
            }
        }
        return true;
    }

    /// Walks the rows as ZXing will, and stops where there are too many.
    private int countMarks() {
        var picture = getImage();
        for (int y = 0; y < picture.getHeight(); y += ROWS_A_STEP) {
            var runs = new int[5];
            boolean black = false;
            for (int x = 0; x <= picture.getWidth(); x++) {
                boolean here = x < picture.getWidth() && picture.get(x, y);
                if (here != black || x == picture.getWidth()) {
                    // A run ended. The five runs of a mark are black, white, black, white, black.
                    if (black && foundPatternCross(runs)) {
                        handlePossibleCenter(runs, y, x);
                    }
                    System.arraycopy(runs, 1, runs, 0, 4);
                    runs[4] = 0;
                    black = here;
                }
                runs[4]++;
            }
            if (getPossibleCenters().size() > MOST_MARKS_FOR_ONE) {
                break;
            }
        }
        return getPossibleCenters().size();
    }
}
