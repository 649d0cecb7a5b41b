package org.hearthkey.app.print;

import java.io.IOException;
import java.util.List;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.secret.SecretBytes;

/// The recovery sheets, one share a page, and the sealed core that lies beside them. Black on white, for whoever finds a
/// page has never seen the program.
public final class RecoveryPaper {
    private static final float MARGIN = 50;
    private static final int COLUMNS = 3;
    private static final float WORD_HEIGHT = 19;
    private static final float CODE_SIDE = 176;
    private static final int CODES_A_PAGE = 4;
    private static final float CODE_GAP = 12;
    private static final float CODE_LABEL = 16;
    private static final float TEXT = 10;
    private static final float BETWEEN = 6;

    private final Words words;
    private final Paper paper;
    private final SealedCore core;
    private final SharePlan plan;
    private final String day;

    /// @param day when the sheets are made, as people write it
    public RecoveryPaper(Words words, Paper paper, SealedCore core, SharePlan plan, String day) {
        this.words = words;
        this.paper = paper;
        this.core = core;
        this.plan = plan;
        this.day = day;
    }

    /// One page a share, which is as secret as the words on it.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes sheets(List<Share> shares) throws IOException {
        try (var pen = PdfPen.in(core.home(), words, paper, title())) {
            for (int i = 0; i < shares.size(); i++) {
                if (i > 0) {
                    pen.nextPage();
                }
                sheet(pen, shares.get(i));
            }
            return pen.finish();
        }
    }

    /// The sealed core, which is no secret without the sheets: four codes a page.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes core() throws IOException {
        try (var pen = PdfPen.in(core.home(), words, paper, title())) {
            var codes = CoreCodes.of(core);
            for (int first = 0; first < codes.size(); first += CODES_A_PAGE) {
                if (first > 0) {
                    pen.nextPage();
                }
                corePage(pen, codes, first);
            }
            return pen.finish();
        }
    }

    private void corePage(PdfPen pen, List<String> codes, int first) throws IOException {
        float top = coreHead(pen, codes.size());
        float side = Math.min((pen.width() - 2 * MARGIN - CODE_GAP) / 2, (top - MARGIN) / 2 - CODE_LABEL);
        for (int i = first; i < Math.min(codes.size(), first + CODES_A_PAGE); i++) {
            float x = i % 2 == 0 ? MARGIN : pen.width() - MARGIN - side;
            int row = (i - first) / 2;
            float y = top - side - row * (side + CODE_LABEL);
            pen.draw(QrDrawing.onPaper(codes.get(i)), x, y, side);
            pen.write(words.text("sheet.core.number", i + 1, codes.size()), Style.PLAIN, 9, x, y - 6, side);
        }
    }

    private float coreHead(PdfPen pen, int codes) throws IOException {
        float across = pen.width() - 2 * MARGIN;
        float base = pen.height() - MARGIN - 16;
        base = pen.write(words.text("sheet.core.title"), Style.BOLD, 20, MARGIN, base, across);
        base = pen.write(core.name().text(), Style.BOLD, 13, MARGIN, base, across) - BETWEEN;
        base = pen.write(words.text("sheet.core.what", codes), Style.PLAIN, TEXT, MARGIN, base, across) - BETWEEN;
        return facts(pen, MARGIN, base, across) - BETWEEN;
    }

    private String title() {
        return words.text("sheet.recovery.file", core.name().text());
    }

    private void sheet(PdfPen pen, Share share) throws IOException {
        float across = pen.width() - 2 * MARGIN;
        float base = pen.height() - MARGIN - 16;
        base = pen.write(heading(share), Style.BOLD, 20, MARGIN, base, across);
        base = pen.write(core.name().text(), Style.BOLD, 13, MARGIN, base, across) - BETWEEN;
        base = pen.write(needs(share), Style.PLAIN, 11, MARGIN, base, across) - BETWEEN;
        base = words(pen, share, base) - 2 * BETWEEN;
        float right = MARGIN + CODE_SIDE + 14;
        try (var printed = share.words();
                var text = printed.text()) {
            var code = text.use(letters -> QrDrawing.onPaper(new String(letters)));
            pen.draw(code, MARGIN, base - CODE_SIDE, CODE_SIDE);
        }
        float beside = base - 12;
        beside = pen.write(words.text("sheet.recovery.code"), Style.PLAIN, 9, right, beside, across - CODE_SIDE - 14);
        beside = facts(pen, right, beside - BETWEEN, across - CODE_SIDE - 14) - BETWEEN;
        beside =
                pen.write(words.text("sheet.recovery.kept"), Style.PLAIN, TEXT, right, beside, across - CODE_SIDE - 14);
        pen.rule(right, beside - 12, across - CODE_SIDE - 14);
        base -= CODE_SIDE + 18;
        base = pen.write(words.text("sheet.recovery.what-title"), Style.BOLD, 11, MARGIN, base, across);
        base = pen.write(words.text("sheet.recovery.what"), Style.PLAIN, TEXT, MARGIN, base, across) - BETWEEN;
        base = pen.write(words.text("sheet.recovery.do-title"), Style.BOLD, 11, MARGIN, base, across);
        for (var step : List.of(
                "sheet.recovery.do-first",
                "sheet.recovery.do-second",
                "sheet.recovery.do-third",
                "sheet.recovery.do-fourth")) {
            base = pen.write(words.text(step), Style.PLAIN, TEXT, MARGIN, base, across);
        }
    }

    private String heading(Share share) {
        int number = 1 + share.seat().member();
        for (int group = 0; group < share.seat().group(); group++) {
            number += plan.groups().get(group).members();
        }
        return words.text("sheet.recovery.title", number, plan.shares());
    }

    private String needs(Share share) {
        var seat = share.seat();
        if (plan.groups().size() == 1) {
            return words.text("sheet.recovery.needs", seat.threshold(), plan.shares());
        }
        return words.text(
                "sheet.recovery.needs-groups",
                plan.groupThreshold(),
                plan.groups().size(),
                seat.group() + 1,
                seat.threshold());
    }

    /// Read down each column, so that a thumb can follow.
    private float words(PdfPen pen, Share share, float top) throws IOException {
        float width = (pen.width() - 2 * MARGIN) / COLUMNS;
        try (var printed = share.words()) {
            int rows = (printed.size() + COLUMNS - 1) / COLUMNS;
            for (int i = 0; i < printed.size(); i++) {
                int column = i / rows;
                float x = MARGIN + column * width;
                float base = top - 14 - i % rows * WORD_HEIGHT;
                pen.write(Integer.toString(i + 1), Style.PLAIN, 9, x, base, 20);
                pen.write(printed.word(i), Style.MONO, 14, x + 24, base, width - 24);
            }
            return top - 14 - rows * WORD_HEIGHT;
        }
    }

    private float facts(PdfPen pen, float x, float y, float width) throws IOException {
        var root = core.root().fingerprint();
        float base = pen.write(words.text("sheet.recovery.day", day), Style.PLAIN, TEXT, x, y, width);
        base = pen.write(words.text("sheet.recovery.set", core.setIdentifier()), Style.PLAIN, TEXT, x, base, width);
        base = pen.write(words.text("sheet.recovery.root", root.words().toString()), Style.PLAIN, TEXT, x, base, width);
        return pen.write(root.hex(), Style.MONO, 7, x, base, width);
    }
}
