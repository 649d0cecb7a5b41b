package org.hearthkey.app.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.secret.SecretBytes;

/// Draws letters and codes on pages. Lengths are points of 1/72 inch; y grows upwards. The letters are in the file, so that
/// it looks the same everywhere and no font of this computer is looked at.
final class PdfPen implements AutoCloseable {
    private static final String FONTS = "/org/hearthkey/app/ui/fonts/";
    private static final String UNKNOWN = "?";
    private static final float MARK_SIZE = 10;

    private final Paper paper;
    private final PDDocument document = new PDDocument(); // keeps everything in memory
    private final PDFont plain;
    private final PDFont bold;
    private final PDFont mono;
    private final Optional<String> watermark;
    private PDPageContentStream page;

    private PdfPen(Paper paper, String title, Optional<String> watermark) throws IOException {
        this.paper = paper;
        this.watermark = watermark;
        document.getDocumentInformation().setTitle(title);
        plain = font("HearthkeySans-Regular.ttf");
        bold = font("HearthkeySans-SemiBold.ttf");
        mono = font("JetBrainsMono-Regular.ttf");
        page = blankPage();
    }

    /// A pen for a page of this home: what comes of a rehearsal says so across every page.
    static PdfPen in(HomeId home, Words words, Paper paper, String title) throws IOException {
        var mark = home.isRehearsal() ? Optional.of(words.text("sheet.rehearsal.mark")) : Optional.<String>empty();
        return new PdfPen(paper, title, mark);
    }

    /// The ways of writing.
    enum Style {
        PLAIN,
        BOLD,
        /// For what is typed letter by letter.
        MONO
    }

    float width() {
        return paper.size().getWidth();
    }

    float height() {
        return paper.size().getHeight();
    }

    /// Goes on to a new page.
    void nextPage() throws IOException {
        page.close();
        page = blankPage();
    }

    /// Writes a text in lines of at most this width, the first one with its base at `y`.
    ///
    /// @return the base of the line that would come next
    float write(String text, Style style, float size, float x, float y, float width) throws IOException {
        var font = font(style);
        float base = y;
        for (var line : lines(shown(text, font), font, size, width)) {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, base);
            page.showText(line);
            page.endText();
            base -= size * 1.35f;
        }
        return base;
    }

    /// Draws a code with its light frame into a square, of which this is the lower left corner. All squares are one shape,
    /// so that no light lines show between them.
    void draw(QrDrawing code, float x, float y, float side) throws IOException {
        float square = side / (code.side() + 2 * QrDrawing.QUIET_ZONE);
        for (int row = 0; row < code.side(); row++) {
            float bottom = y + side - (row + 1 + QrDrawing.QUIET_ZONE) * square;
            for (int from = 0; from < code.side(); from++) {
                int to = from;
                while (to < code.side() && code.isDark(to, row)) {
                    to++;
                }
                if (to > from) {
                    page.addRect(x + (from + QrDrawing.QUIET_ZONE) * square, bottom, (to - from) * square, square);
                    from = to;
                }
            }
        }
        page.fill();
    }

    /// Draws a thin dashed frame to cut along.
    void frame(float x, float y, float width, float height) throws IOException {
        page.setLineWidth(0.5f);
        page.setStrokingColor(0.6f);
        page.setLineDashPattern(new float[] {3, 3}, 0);
        page.addRect(x, y, width, height);
        page.stroke();
    }

    /// Draws the outline of something that must not be overlooked.
    void outline(float x, float y, float width, float height, float line) throws IOException {
        page.setLineWidth(line);
        page.setStrokingColor(0f);
        page.setLineDashPattern(new float[0], 0);
        page.addRect(x, y, width, height);
        page.stroke();
    }

    /// Draws a line to write on.
    void rule(float x, float y, float width) throws IOException {
        rule(x, y, width, 0.5f);
    }

    /// Draws a line of this thickness.
    void rule(float x, float y, float width, float line) throws IOException {
        page.setLineWidth(line);
        page.setStrokingColor(0f);
        page.setLineDashPattern(new float[0], 0);
        page.moveTo(x, y);
        page.lineTo(x + width, y);
        page.stroke();
    }

    /// Draws a box to tick, or one that is ticked.
    void box(float x, float y, float side, boolean ticked) throws IOException {
        page.setLineWidth(0.7f);
        page.setStrokingColor(0f);
        page.setLineDashPattern(new float[0], 0);
        page.addRect(x, y, side, side);
        page.stroke();
        if (ticked) {
            page.setLineWidth(1.3f);
            page.moveTo(x + side * 0.2f, y + side * 0.5f);
            page.lineTo(x + side * 0.42f, y + side * 0.22f);
            page.lineTo(x + side * 0.85f, y + side * 0.82f);
            page.stroke();
        }
    }

    /// How long a text is on one line.
    float length(String text, Style style, float size) throws IOException {
        var font = font(style);
        return length(shown(text, font), font, size);
    }

    /// The whole file. Nothing can be drawn afterwards.
    SecretBytes finish() throws IOException {
        page.close();
        try (var file = new WipedOutput()) {
            ArchiveMarks.put(document);
            document.save(file);
            return file.secret();
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
        document.close();
    }

    private PDPageContentStream blankPage() throws IOException {
        var blank = new PDPage(paper.size());
        document.addPage(blank);
        var content = new PDPageContentStream(document, blank);
        if (watermark.isPresent()) {
            mark(content, watermark.get());
        }
        return content;
    }

    /// Light, below everything else, from corner to corner; and once more at the top, for whoever copies a part.
    private void mark(PDPageContentStream content, String text) throws IOException {
        float size = 0.7f * height() / length(text, bold, 1);
        double angle = Math.atan2(height(), width());
        content.setNonStrokingColor(0.86f);
        content.beginText();
        content.setFont(bold, size);
        content.setTextMatrix(Matrix.getRotateInstance(angle, width() * 0.22f, height() * 0.18f));
        content.showText(text);
        content.endText();
        content.setNonStrokingColor(0f);
        content.beginText();
        content.setFont(bold, MARK_SIZE);
        content.newLineAtOffset((width() - length(text, bold, MARK_SIZE)) / 2, height() - 2 * MARK_SIZE);
        content.showText(text);
        content.endText();
    }

    private PDFont font(Style style) {
        return switch (style) {
            case PLAIN -> plain;
            case BOLD -> bold;
            case MONO -> mono;
        };
    }

    private PDFont font(String file) throws IOException {
        try (var in = PdfPen.class.getResourceAsStream(FONTS + file)) {
            if (in == null) {
                throw new IllegalStateException("Not in the program: " + file);
            }
            return PDType0Font.load(document, in);
        }
    }

    /// What the font has no letter for is shown as a question mark.
    private static String shown(String text, PDFont font) {
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            var letter = Character.toString(point);
            shown.append(hasLetter(font, letter) ? letter : UNKNOWN);
        });
        return shown.toString();
    }

    private static boolean hasLetter(PDFont font, String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IOException | IllegalArgumentException noSuchLetter) {
            return false;
        }
    }

    /// Breaks after spaces and hyphens, and within a word only where it is longer than a line.
    private static List<String> lines(String text, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("(?<=[ -])", -1)) {
            if (!line.isEmpty() && length(line + word.stripTrailing(), font, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (var letter : word.codePoints().mapToObj(Character::toString).toList()) {
                if (length(line + letter.strip(), font, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(letter);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float length(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// A buffer that leaves nothing behind but what it hands over.
    private static final class WipedOutput extends ByteArrayOutputStream {
        SecretBytes secret() {
            return SecretBytes.owning(toByteArray());
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }
}
