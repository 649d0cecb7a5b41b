package org.hearthkey.app.print;

import java.io.IOException;
import java.util.List;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.secret.SecretBytes;

/// One page for whoever gets a device: its code, what kind of code that is, and what to do with the device first.
public final class HandOverSheet {
    private static final float MARGIN = 56;
    private static final float CODE_SIDE = 190;
    private static final float TEXT = 11;
    private static final float BETWEEN = 8;

    private final HomeId home;
    private final Words words;
    private final Paper paper;

    /// @param home whose codes they are: what comes of a rehearsal says so
    public HandOverSheet(HomeId home, Words words, Paper paper) {
        this.home = home;
        this.words = words;
        this.paper = paper;
    }

    /// The page as a PDF, which is as secret as the code on it.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes pdf(Sticker sticker) throws IOException {
        try (var pen = PdfPen.in(home, words, paper, words.text("sheet.handover.title", sticker.device()))) {
            float across = pen.width() - 2 * MARGIN;
            float base = pen.height() - MARGIN - 18;
            base = pen.write(
                    words.text("sheet.handover.title", sticker.device()), Style.BOLD, 18, MARGIN, base, across);
            base = pen.write(words.text("sheet.handover.warning"), Style.PLAIN, TEXT, MARGIN, base - BETWEEN, across);
            float code = base - CODE_SIDE - BETWEEN;
            StickerSheet.write(pen, sticker, MARGIN, code, CODE_SIDE, across);
            base = code - 2 * BETWEEN;
            for (var step : List.of(
                    words.text("sheet.handover.reset"),
                    words.text("sheet.handover.pair"),
                    words.text("sheet.handover.before"))) {
                base = pen.write(step, Style.PLAIN, TEXT, MARGIN, base - BETWEEN, across);
            }
            return pen.finish();
        }
    }
}
