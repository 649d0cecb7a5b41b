package org.hearthkey.app.print;

import java.io.IOException;
import java.util.Optional;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.Words;

/// A page of headed rows and numbered steps, written from the top, with a code and two lines to sign at its foot.
final class HousePage {
    private static final float MARGIN = 50;
    private static final float TEXT = 10;
    /// So that a fingerprint is one line.
    private static final float MONO = 9;
    private static final float LABEL_WIDTH = 118;
    private static final float CODE_SIDE = 240;
    private static final float FOOT = 84;
    /// What a code holds that a camera still reads from paper.
    private static final int MOST_CHARACTERS = 2_400;

    private final PdfPen pen;
    private final Words words;
    private final float across;
    private float base;

    HousePage(PdfPen pen, Words words) {
        this.pen = pen;
        this.words = words;
        across = pen.width() - 2 * MARGIN;
        base = pen.height() - MARGIN - 12;
    }

    void title(String title, String lead) throws IOException {
        base = pen.write(title, Style.BOLD, 18, MARGIN, base, across);
        base = pen.write(lead, Style.PLAIN, 11, MARGIN, base - 4, across);
    }

    void head(String key) throws IOException {
        base -= 12;
        base = pen.write(words.text(key), Style.BOLD, 11.5f, MARGIN, base, across);
        base -= 2;
    }

    void row(String key, String value) throws IOException {
        row(key, value, Style.PLAIN, TEXT);
    }

    void mono(String key, String value) throws IOException {
        row(key, value, Style.MONO, MONO);
    }

    private void row(String key, String value, Style style, float size) throws IOException {
        pen.write(words.text(key), Style.PLAIN, TEXT, MARGIN, base, LABEL_WIDTH);
        base = pen.write(value, style, size, MARGIN + LABEL_WIDTH, base, across - LABEL_WIDTH) - 2;
    }

    /// Whether so many more lines fit above the foot.
    boolean hasRoom(int lines) {
        return base - lines * (TEXT + 4) > MARGIN + FOOT + CODE_SIDE;
    }

    void step(int number, String text) throws IOException {
        pen.box(MARGIN, base - 1, 8, false);
        base = pen.write(number + ". " + text, Style.PLAIN, TEXT, MARGIN + 16, base, across - 16) - 3;
    }

    void line(String text) throws IOException {
        base = pen.write(text, Style.PLAIN, TEXT, MARGIN + 16, base, across - 16) - 1;
    }

    /// What has to be typed letter by letter.
    void large(String text) throws IOException {
        base -= 14;
        base = pen.write(text, Style.MONO, 17, MARGIN, base, across) - 6;
    }

    /// The code at the foot, what it is, and what to do with it.
    void code(Optional<String> text, String key, String how) throws IOException {
        float y = MARGIN + FOOT;
        if (text.filter(found -> found.length() <= MOST_CHARACTERS).isPresent()) {
            pen.draw(QrDrawing.of(text.get()), MARGIN, y, CODE_SIDE);
            pen.write(words.text(key), Style.PLAIN, 8, MARGIN, y - 10, CODE_SIDE);
        }
        float x = MARGIN + CODE_SIDE + 18;
        pen.write(how, Style.PLAIN, 9, x, y + CODE_SIDE - 10, across - CODE_SIDE - 18);
    }

    void foot(String printed) throws IOException {
        float line = MARGIN + 34;
        float half = (across - 24) / 2;
        pen.rule(MARGIN, line, half);
        pen.rule(MARGIN + half + 24, line, half);
        pen.write(words.text("sheet.proof.place"), Style.PLAIN, 8, MARGIN, line - 11, half);
        pen.write(words.text("sheet.proof.signature"), Style.PLAIN, 8, MARGIN + half + 24, line - 11, half);
        pen.write(words.text("sheet.proof.printed", printed), Style.PLAIN, 8, MARGIN, MARGIN - 8, across);
    }
}
