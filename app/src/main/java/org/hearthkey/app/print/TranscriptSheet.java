package org.hearthkey.app.print;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Setting;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.secret.SecretBytes;

/// The transcript of a ceremony on paper, with a line for everybody who took part to sign on.
public final class TranscriptSheet {
    private static final float MARGIN = 50;
    private static final float TEXT = 9.5f;
    private static final float LABEL_WIDTH = 118;
    private static final float SIGNATURE_HEIGHT = 40;
    /// Below this a new page begins.
    private static final float FOOT = 90;

    private final Words words;
    private final Dates dates;
    private final Paper paper;
    private final CeremonyWords said;

    public TranscriptSheet(Words words, Dates dates, Paper paper) {
        this.words = words;
        this.dates = dates;
        this.paper = paper;
        said = CeremonyWords.in(words.locale());
    }

    /// The pages as a PDF. They hold no secret.
    ///
    /// @throws IOException if they cannot be drawn
    public SecretBytes pdf(Transcript transcript) throws IOException {
        var title = words.text("sheet.transcript.title", transcript.content().title());
        try (var pen = PdfPen.in(transcript.content().homeId(), words, paper, title)) {
            new Pages(pen, transcript).draw();
            return pen.finish();
        }
    }

    private final class Pages {
        private final PdfPen pen;
        private final Transcript transcript;
        private final Transcript.Content content;
        private final float across;
        private float base;
        private int page = 1;

        Pages(PdfPen pen, Transcript transcript) {
            this.pen = pen;
            this.transcript = transcript;
            content = transcript.content();
            across = pen.width() - 2 * MARGIN;
            base = pen.height() - MARGIN - 12;
        }

        void draw() throws IOException {
            base = pen.write(
                    words.text("sheet.transcript.title", content.title()), Style.BOLD, 18, MARGIN, base, across);
            base = pen.write(
                    words.text("sheet.transcript.home", content.home().text(), content.homeId()),
                    Style.PLAIN,
                    11,
                    MARGIN,
                    base,
                    across);
            setting(content.setting());
            keys();
            for (var step : content.steps()) {
                step(step);
            }
            overruled();
            signatures();
            foot();
        }

        private void need(float height) throws IOException {
            if (base - height < FOOT) {
                foot();
                pen.nextPage();
                page++;
                base = pen.height() - MARGIN - 12;
            }
        }

        private void head(String text) throws IOException {
            need(48);
            base -= 8;
            base = pen.write(text, Style.BOLD, 11.5f, MARGIN, base, across);
        }

        private void row(String label, String value, Style style) throws IOException {
            need(28);
            float left = pen.write(label, Style.PLAIN, TEXT, MARGIN, base, LABEL_WIDTH - 8);
            base = Math.min(left, pen.write(value, style, TEXT, MARGIN + LABEL_WIDTH, base, across - LABEL_WIDTH));
        }

        private void setting(Setting setting) throws IOException {
            head(words.text("sheet.setting.section"));
            row(words.text("sheet.setting.begun"), dates.dayAndTime(setting.begun()), Style.PLAIN);
            for (Instant resumed : setting.resumed()) {
                row(words.text("sheet.setting.resumed"), dates.dayAndTime(resumed), Style.PLAIN);
            }
            row(words.text("sheet.setting.ended"), dates.dayAndTime(content.ended()), Style.PLAIN);
            for (var person : setting.people()) {
                row(person.role(), person.name(), Style.PLAIN);
            }
            var program = setting.program();
            row(
                    words.text("sheet.setting.program"),
                    words.text("sheet.setting.version", program.version(), program.java(), program.system()),
                    Style.PLAIN);
            for (Map.Entry<String, String> jar : new TreeMap<>(program.jars()).entrySet()) {
                row(jar.getKey(), jar.getValue(), Style.MONO);
            }
            row(words.text("sheet.setting.randomness"), setting.randomness(), Style.PLAIN);
            row(words.text("sheet.setting.script"), content.script().hex(), Style.MONO);
            var air = setting.air().isEmpty()
                    ? words.text("sheet.setting.quiet")
                    : setting.air().stream().map(said::found).collect(Collectors.joining(". "));
            row(words.text("sheet.setting.air"), air, Style.PLAIN);
        }

        private void keys() throws IOException {
            head(words.text("sheet.keys.section"));
            for (var key : content.keys()) {
                row(key.role(), key.fingerprint().words().toString(), Style.BOLD);
                row("", key.fingerprint().hex(), Style.MONO);
            }
        }

        private void step(Transcript.Step step) throws IOException {
            var done = step.done();
            head(words.text("sheet.transcript.step", done.number(), step.title()));
            var result = done.result() == Done.Result.DONE
                    ? words.text("sheet.transcript.done", done.initials())
                    : words.text("sheet.transcript.left-out", done.initials(), done.reason());
            row(
                    words.text("sheet.transcript.times"),
                    words.text(
                            "sheet.transcript.from-to", dates.dayAndTime(done.begun()), dates.dayAndTime(done.ended())),
                    Style.PLAIN);
            row(words.text("sheet.transcript.result"), result, Style.PLAIN);
            for (int i = 0; i < done.written().size(); i++) {
                row(step.asked().get(i), done.written().get(i), Style.PLAIN);
            }
        }

        private void overruled() throws IOException {
            head(words.text("sheet.overruled.section"));
            var all = content.overruled().isEmpty()
                    ? words.text("sheet.overruled.none")
                    : content.overruled().stream().map(said::overruled).collect(Collectors.joining(". "));
            need(28);
            base = pen.write(all, Style.PLAIN, TEXT, MARGIN, base, across);
        }

        private void signatures() throws IOException {
            head(words.text("sheet.signatures.section"));
            float half = (across - 24) / 2;
            for (var person : content.setting().people()) {
                need(SIGNATURE_HEIGHT + 20);
                base -= SIGNATURE_HEIGHT;
                pen.rule(MARGIN, base + 12, half);
                pen.rule(MARGIN + half + 24, base + 12, half);
                pen.write(person.role() + ": " + person.name(), Style.PLAIN, 8, MARGIN, base, half);
                base = pen.write(words.text("sheet.signatures.place"), Style.PLAIN, 8, MARGIN + half + 24, base, half);
            }
        }

        private void foot() throws IOException {
            pen.write(
                    words.text(
                            "sheet.transcript.hash",
                            page,
                            transcript.fingerprint().hex()),
                    Style.PLAIN,
                    7.5f,
                    MARGIN,
                    MARGIN - 8,
                    across);
        }
    }
}
