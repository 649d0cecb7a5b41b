package org.hearthkey.app.print;

import java.io.IOException;
import java.util.List;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.secret.SecretBytes;

/// Stickers to cut out, two a row, each with the code of one device. It says on every page that whoever has it can take the
/// devices over.
public final class StickerSheet {
    private static final float MARGIN = 42;
    private static final float GAP = 10;
    private static final float STICKER_HEIGHT = 128;
    private static final float CODE_SIDE = 116;
    private static final float HEAD = 74;

    private final HomeId home;
    private final Words words;
    private final Paper paper;

    /// @param home whose codes they are: what comes of a rehearsal says so
    public StickerSheet(HomeId home, Words words, Paper paper) {
        this.home = home;
        this.words = words;
        this.paper = paper;
    }

    /// The sheet as a PDF, which is as secret as the codes on it.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes pdf(List<Sticker> stickers) throws IOException {
        try (var pen = PdfPen.in(home, words, paper, words.text("sheet.stickers.title"))) {
            float top = head(pen);
            float y = top;
            for (int i = 0; i < stickers.size(); i++) {
                boolean left = i % 2 == 0;
                if (left && y - STICKER_HEIGHT < MARGIN) {
                    pen.nextPage();
                    y = head(pen);
                }
                draw(pen, stickers.get(i), left ? MARGIN : MARGIN + width(pen) + GAP, y - STICKER_HEIGHT);
                y -= left ? 0 : STICKER_HEIGHT + GAP;
            }
            return pen.finish();
        }
    }

    private float head(PdfPen pen) throws IOException {
        float across = pen.width() - 2 * MARGIN;
        float base = pen.height() - MARGIN - 14;
        float next = pen.write(words.text("sheet.stickers.title"), Style.BOLD, 16, MARGIN, base, across);
        pen.write(words.text("sheet.secret.warning"), Style.PLAIN, 9, MARGIN, next, across);
        return pen.height() - MARGIN - HEAD;
    }

    private static float width(PdfPen pen) {
        return (pen.width() - 2 * MARGIN - GAP) / 2;
    }

    private static void draw(PdfPen pen, Sticker sticker, float x, float y) throws IOException {
        float width = width(pen);
        pen.frame(x, y, width, STICKER_HEIGHT);
        write(pen, sticker, x, y + (STICKER_HEIGHT - CODE_SIDE) / 2, CODE_SIDE, width);
    }

    /// A code, and beside it what it is of.
    static void write(PdfPen pen, Sticker sticker, float x, float y, float side, float width) throws IOException {
        float right = x + side;
        float room = width - side - 6;
        float base = pen.write(sticker.device(), Style.BOLD, 11, right, y + side - 14, room);
        base = pen.write(sticker.zone(), Style.PLAIN, 9, right, base, room);
        float below = pen.write(sticker.kindWords(), Style.PLAIN, 7, right, base - 2, room);
        sticker.lend(text -> {
            pen.draw(QrDrawing.of(text), x, y, side);
            var typed = sticker.typed(text);
            if (typed.isPresent()) {
                pen.write(typed.get(), Style.MONO, 8, right, below - 4, room);
            }
        });
    }
}
