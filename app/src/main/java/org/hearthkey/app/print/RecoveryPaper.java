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
        var sheet = new RecoverySheet(words, core, plan, day);
        try (var pen = PdfPen.in(core.home(), words, paper, title())) {
            for (int i = 0; i < shares.size(); i++) {
                if (i > 0) {
                    pen.nextPage();
                }
                sheet.draw(pen, shares.get(i));
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

    private float facts(PdfPen pen, float x, float y, float width) throws IOException {
        var root = core.root().fingerprint();
        float base = pen.write(words.text("sheet.core.day", day), Style.PLAIN, TEXT, x, y, width);
        base = pen.write(words.text("sheet.core.set", core.setIdentifier()), Style.PLAIN, TEXT, x, base, width);
        base = pen.write(words.text("sheet.core.root", root.words().toString()), Style.PLAIN, TEXT, x, base, width);
        return pen.write(root.hex(), Style.MONO, 7, x, base, width);
    }
}
