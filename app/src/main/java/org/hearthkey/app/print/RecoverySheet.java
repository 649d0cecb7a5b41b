package org.hearthkey.app.print;

import java.io.IOException;
import java.util.List;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.GroupWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;

/// One share on one page, for whoever finds it and has never seen the program: what it is, its words in a grid that a thumb
/// can follow, their code, and how the home is brought back.
final class RecoverySheet {
    private static final float MARGIN = 36;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 8;
    private static final float SECTION = 12;
    private static final float GAP = 10;
    private static final float NUMBER_BOX_WIDTH = 78;
    private static final float NUMBER_BOX_HEIGHT = 46;
    private static final float FINDER_WIDTH = 180;
    private static final int COLUMNS = 3;
    private static final float LOWEST_ROW = 17.5f;
    private static final float ROW_FOR_HEIGHT = 0.045f;
    private static final float CODE_SIDE = 165;
    private static final float FOOT = 30;
    private static final List<String> STEPS = List.of(
            "sheet.recovery.step-fetch",
            "sheet.recovery.step-file",
            "sheet.recovery.step-computer",
            "sheet.recovery.step-type",
            "sheet.recovery.step-words",
            "sheet.recovery.step-without");

    private final Words words;
    private final SealedCore core;
    private final SharePlan plan;
    private final String day;

    /// @param day when it is made, as people write it
    RecoverySheet(Words words, SealedCore core, SharePlan plan, String day) {
        this.words = words;
        this.core = core;
        this.plan = plan;
        this.day = day;
    }

    /// Draws the sheet of `share` on the page that is open.
    void draw(PdfPen pen, Share share) throws IOException {
        float base = head(pen, share);
        base = whatThisIs(pen, share, base - SECTION - GAP);
        base = grid(pen, share, base - GAP);
        base = waysBack(pen, share, base - GAP);
        warning(pen, base - GAP);
        foot(pen);
    }

    private static float across(PdfPen pen) {
        return pen.width() - 2 * MARGIN;
    }

    private float head(PdfPen pen, Share share) throws IOException {
        float top = pen.height() - MARGIN;
        float box = pen.width() - MARGIN - NUMBER_BOX_WIDTH;
        pen.outline(box, top - NUMBER_BOX_HEIGHT, NUMBER_BOX_WIDTH, NUMBER_BOX_HEIGHT, 1.8f);
        centered(pen, words.text("sheet.recovery.sheet"), Style.PLAIN, TEXT, box, top - 15);
        centered(pen, words.text("sheet.recovery.of", number(share), plan.shares()), Style.BOLD, 17, box, top - 36);
        float width = across(pen) - NUMBER_BOX_WIDTH - GAP;
        var title = words.text("sheet.recovery.title", core.name().text());
        float base = pen.write(title, Style.BOLD, 17, MARGIN, top - 16, width);
        base = pen.write(words.text("sheet.recovery.day", day), Style.PLAIN, TEXT, MARGIN, base + 4, width);
        float rule = Math.min(base + 4, top - NUMBER_BOX_HEIGHT - 8);
        pen.rule(MARGIN, rule, across(pen), 2);
        return rule;
    }

    private static void centered(PdfPen pen, String text, Style style, float size, float box, float base)
            throws IOException {
        float left = box + (NUMBER_BOX_WIDTH - pen.length(text, style, size)) / 2;
        pen.write(text, style, size, left, base, NUMBER_BOX_WIDTH);
    }

    private float whatThisIs(PdfPen pen, Share share, float top) throws IOException {
        float width = across(pen) - FINDER_WIDTH - 2 * GAP;
        float base = pen.write(words.text("sheet.recovery.what-title"), Style.BOLD, SECTION, MARGIN, top, width);
        base = pen.write(words.text("sheet.recovery.what"), Style.PLAIN, TEXT, MARGIN, base, width);
        base = pen.write(needs(share), Style.BOLD, TEXT, MARGIN, base, width);
        return Math.min(base, found(pen, top));
    }

    private float found(PdfPen pen, float top) throws IOException {
        float x = pen.width() - MARGIN - FINDER_WIDTH;
        float base = pen.write(words.text("sheet.recovery.found-title"), Style.BOLD, SECTION, x, top, FINDER_WIDTH);
        base = pen.write(words.text("sheet.recovery.found"), Style.PLAIN, TEXT, x, base, FINDER_WIDTH) - 3;
        base = blank(pen, "sheet.recovery.owner", x, base, FINDER_WIDTH) - 7;
        return blank(pen, "sheet.recovery.phone", x, base, FINDER_WIDTH);
    }

    /// A word and a line to write on.
    private float blank(PdfPen pen, String key, float x, float base, float width) throws IOException {
        var text = words.text(key);
        float next = pen.write(text, Style.PLAIN, TEXT, x, base, width);
        float taken = pen.length(text, Style.PLAIN, TEXT) + 5;
        pen.rule(x + taken, base - 3, width - taken);
        return next;
    }

    private String needs(Share share) {
        var seat = share.seat();
        if (plan.groups().size() == 1) {
            return words.text("sheet.recovery.needs", seat.threshold(), plan.shares());
        }
        var group = plan.groups().get(seat.group());
        return words.text(
                "sheet.recovery.needs-groups",
                plan.groupThreshold(),
                plan.groups().size(),
                GroupWords.in(words.locale()).holders(plan, seat.group()),
                group.threshold(),
                group.members());
    }

    /// Read down each column.
    private float grid(PdfPen pen, Share share, float top) throws IOException {
        try (var printed = share.words()) {
            var title = words.text("sheet.recovery.words-title", printed.size(), number(share));
            float base = pen.write(title, Style.BOLD, SECTION, MARGIN, top - 6, across(pen) / 2);
            var order = words.text("sheet.recovery.words-order");
            float length = pen.length(order, Style.PLAIN, TEXT);
            pen.write(order, Style.PLAIN, TEXT, pen.width() - MARGIN - length, top - 6, length + 1);
            int rows = (printed.size() + COLUMNS - 1) / COLUMNS;
            float width = across(pen) / COLUMNS;
            float height = rowHeight(pen);
            float ceiling = base + 8;
            for (int column = 0; column < COLUMNS; column++) {
                pen.outline(MARGIN + column * width, ceiling - rows * height, width, rows * height, 0.7f);
            }
            for (int row = 1; row < rows; row++) {
                pen.rule(MARGIN, ceiling - row * height, across(pen));
            }
            for (int i = 0; i < printed.size(); i++) {
                int column = i / rows;
                float x = MARGIN + column * width;
                float line = ceiling - (i % rows + 1) * height + (height - 8) / 2;
                var place = Integer.toString(i + 1);
                pen.write(place, Style.PLAIN, TEXT, x + 20 - pen.length(place, Style.PLAIN, TEXT), line, 20);
                pen.write(printed.word(i), Style.MONO, 13, x + 30, line, width - 30);
            }
            return ceiling - rows * height;
        }
    }

    /// A4 is higher than Letter.
    private static float rowHeight(PdfPen pen) {
        return LOWEST_ROW + (pen.height() - Paper.LETTER.size().getHeight()) * ROW_FOR_HEIGHT;
    }

    private float waysBack(PdfPen pen, Share share, float top) throws IOException {
        try (var printed = share.words();
                var text = printed.text()) {
            var code = text.use(letters -> QrDrawing.onPaper(new String(letters)));
            pen.draw(code, MARGIN, top - CODE_SIDE, CODE_SIDE);
        }
        float under = pen.write(
                words.text("sheet.recovery.code"), Style.PLAIN, SMALL, MARGIN, top - CODE_SIDE - 8, CODE_SIDE);
        float x = MARGIN + CODE_SIDE + GAP;
        float width = across(pen) - CODE_SIDE - GAP;
        float base = pen.write(words.text("sheet.recovery.do-title"), Style.BOLD, SECTION, x, top - SECTION, width);
        for (int i = 0; i < STEPS.size(); i++) {
            pen.write((i + 1) + ".", Style.BOLD, TEXT, x, base, 14);
            var step =
                    words.text(STEPS.get(i), core.root().fingerprint().words().toString());
            base = pen.write(step, Style.PLAIN, TEXT, x + 14, base, width - 14) - 2;
        }
        base = blank(pen, "sheet.recovery.kept", x, base - 4, width);
        return Math.min(under, base);
    }

    private void warning(PdfPen pen, float top) throws IOException {
        float inner = across(pen) - 2 * GAP;
        float base =
                pen.write(words.text("sheet.recovery.honest"), Style.BOLD, TEXT, MARGIN + GAP, top - TEXT - 5, inner);
        base = pen.write(words.text("sheet.recovery.never"), Style.PLAIN, TEXT, MARGIN + GAP, base, inner);
        pen.outline(MARGIN, base + 5, across(pen), top - base - 5, 1.5f);
    }

    private void foot(PdfPen pen) throws IOException {
        float base = MARGIN + FOOT;
        float half = across(pen) * 0.6f;
        blank(pen, "sheet.recovery.proven", MARGIN, base, half - GAP);
        blank(pen, "sheet.recovery.proven-by", MARGIN + half, base, across(pen) - half);
        pen.rule(MARGIN, MARGIN + 16, across(pen));
        var set = words.text("sheet.recovery.set", core.setIdentifier());
        pen.write(set, Style.PLAIN, SMALL, MARGIN, MARGIN + 6, across(pen));
        var burn = words.text("sheet.recovery.burn");
        float end = pen.width() - MARGIN - pen.length(burn, Style.PLAIN, SMALL);
        pen.write(burn, Style.PLAIN, SMALL, end, MARGIN + 6, across(pen));
        var root = words.text(
                "sheet.recovery.fingerprint", core.root().fingerprint().hex());
        pen.write(root, Style.MONO, 6.5f, MARGIN, MARGIN - 4, across(pen));
    }

    private int number(Share share) {
        return plan.number(share.seat());
    }
}
