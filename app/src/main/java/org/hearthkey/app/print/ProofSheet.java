package org.hearthkey.app.print;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.print.PdfPen.Style;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.RetireWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.journal.TlogProof;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.secret.SecretBytes;

/// One page that says how a device left the home, and what proves it. What was not proven is said to be unproven.
public final class ProofSheet {
    private static final float MARGIN = 50;
    private static final float TEXT = 9.5f;
    private static final float LABEL_WIDTH = 118;
    private static final float PROOF_SIDE = 176;
    private static final float CHECKPOINT_SIDE = 112;
    private static final float BOX = 8;
    private static final float FOOT = 96;
    /// What a code holds that a camera still reads from paper.
    private static final int MOST_CHARACTERS = 2_200;
    /// Older certificates are counted.
    private static final int MOST_CERTIFICATES = 4;
    /// Further accounts are counted.
    private static final int MOST_ACCOUNTS = 6;

    private final Words words;
    private final Dates dates;
    private final Paper paper;

    public ProofSheet(Words words, Dates dates, Paper paper) {
        this.words = words;
        this.dates = dates;
        this.paper = paper;
    }

    /// What the page says.
    ///
    /// @param id of the home: what comes of a rehearsal says so
    /// @param certificates all that the device ever had, the newest first
    /// @param proof that the journal has the entry which calls it retired; empty until then
    /// @param checkpoint how far the journal has come, signed and short
    /// @param printed when
    public record Content(
            HomeName home,
            HomeId id,
            Retirement retirement,
            List<Credential.Certified> certificates,
            Optional<TlogProof> proof,
            SignedNote checkpoint,
            PaperCheckpoint typed,
            Instant printed) {
        public Content {
            certificates = List.copyOf(certificates);
        }
    }

    /// The page as a PDF. It holds no secret.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes pdf(Content content) throws IOException {
        var device = content.retirement().device().name().text();
        try (var pen = PdfPen.in(content.id(), words, paper, words.text("sheet.proof.title", device))) {
            new Page(pen, content).draw();
            return pen.finish();
        }
    }

    private final class Page {
        private final PdfPen pen;
        private final Content content;
        private final Retirement retirement;
        private final float across;
        private float base;

        Page(PdfPen pen, Content content) {
            this.pen = pen;
            this.content = content;
            retirement = content.retirement();
            across = pen.width() - 2 * MARGIN;
            base = pen.height() - MARGIN - 12;
        }

        void draw() throws IOException {
            var name = retirement.device().name().text();
            base = pen.write(words.text("sheet.proof.title", name), Style.BOLD, 18, MARGIN, base, across);
            var told = retirement
                    .retired()
                    .map(at -> words.text("sheet.proof.retired", content.home().text(), dates.day(at)))
                    .orElseGet(() ->
                            words.text("sheet.proof.unfinished", content.home().text()));
            base = pen.write(told, Style.PLAIN, 11, MARGIN, base, across);
            device();
            steps();
            evidence();
            codes();
            signature();
        }

        private void head(String key) throws IOException {
            base -= 8;
            base = pen.write(words.text(key), Style.BOLD, 11.5f, MARGIN, base, across);
        }

        private void row(String key, String value) throws IOException {
            row(words.text(key), value, Style.PLAIN);
        }

        private void row(String label, String value, Style style) throws IOException {
            pen.write(label, Style.PLAIN, TEXT, MARGIN, base, LABEL_WIDTH);
            base = pen.write(value, style, TEXT, MARGIN + LABEL_WIDTH, base, across - LABEL_WIDTH);
        }

        private void device() throws IOException {
            var device = retirement.device();
            var particulars = device.particulars();
            head("sheet.device.section");
            row(
                    "sheet.device.kind",
                    String.join(
                            ", ",
                            List.of(particulars.type(), device.zone().display(), particulars.location()).stream()
                                    .filter(part -> !part.isEmpty())
                                    .toList()));
            row(words.text("sheet.device.number"), device.id().toString(), Style.MONO);
            row(words.text("sheet.device.address"), device.address().text(), Style.MONO);
            for (var certified :
                    content.certificates().stream().limit(MOST_CERTIFICATES).toList()) {
                row(words.text("sheet.device.certificate"), certified.serial().hex(), Style.MONO);
                var revoked = certified.revoked();
                if (revoked.isPresent()) {
                    row(
                            "",
                            words.text(
                                    "sheet.device.revoked",
                                    dates.dayAndTime(revoked.get().at()),
                                    new DeviceWords(words).reason(revoked.get().reason()),
                                    revoked.get().reason().text()),
                            Style.PLAIN);
                }
            }
            var more = content.certificates().size() - MOST_CERTIFICATES;
            if (more > 0) {
                row("", words.text("sheet.device.more", more), Style.PLAIN);
            }
        }

        private void steps() throws IOException {
            var said = new RetireWords(words, dates);
            head("sheet.steps.section");
            for (var standing : retirement.steps()) {
                pen.box(MARGIN, base - 1, BOX, standing.isDone());
                pen.write(said.step(standing.step()), Style.PLAIN, TEXT, MARGIN + 14, base, 196);
                base = pen.write(said.proof(standing, retirement), Style.PLAIN, TEXT, MARGIN + 214, base, across - 214);
                if (standing.step() == Step.ACCOUNTS) {
                    accounts(said);
                }
            }
        }

        private void accounts(RetireWords said) throws IOException {
            for (var account :
                    retirement.accounts().stream().limit(MOST_ACCOUNTS).toList()) {
                pen.box(MARGIN + 14, base - 1, BOX, account.removed().isPresent());
                pen.write(account.name().text(), Style.PLAIN, TEXT, MARGIN + 28, base, 184);
                base = pen.write(said.account(account), Style.PLAIN, TEXT, MARGIN + 214, base, across - 214);
            }
            var more = retirement.accounts().size() - MOST_ACCOUNTS;
            if (more > 0) {
                base = pen.write(
                        words.text("sheet.steps.more", more), Style.PLAIN, TEXT, MARGIN + 28, base, across - 28);
            }
        }

        private void evidence() throws IOException {
            var said = new RetireWords(words, dates);
            head("sheet.evidence.section");
            row("sheet.evidence.list", said.list(retirement));
            row("sheet.evidence.delivered", said.delivered(retirement));
            row("sheet.evidence.receipt", said.receipt(retirement));
            row("sheet.evidence.probe", said.probe(retirement));
            row(
                    "sheet.evidence.journal",
                    content.proof()
                            .map(proof -> words.text("sheet.evidence.entry", proof.index()))
                            .orElseGet(() -> words.text("sheet.evidence.no-entry")));
            row(words.text("sheet.evidence.checkpoint"), content.typed().toString(), Style.MONO);
        }

        private void codes() throws IOException {
            var bottom = MARGIN + FOOT;
            var proof = content.proof().map(TlogProof::toString);
            code(proof, "sheet.proof.code", MARGIN, bottom, PROOF_SIDE);
            code(
                    Optional.of(content.checkpoint().toString()),
                    "sheet.checkpoint.code",
                    MARGIN + PROOF_SIDE + 24,
                    bottom,
                    CHECKPOINT_SIDE);
            pen.write(
                    words.text("sheet.proof.how"),
                    Style.PLAIN,
                    8,
                    MARGIN + PROOF_SIDE + CHECKPOINT_SIDE + 36,
                    bottom + CHECKPOINT_SIDE - 4,
                    across - PROOF_SIDE - CHECKPOINT_SIDE - 36);
        }

        private void code(Optional<String> text, String key, float x, float y, float side) throws IOException {
            if (text.filter(found -> found.length() <= MOST_CHARACTERS).isPresent()) {
                pen.draw(QrDrawing.of(text.get()), x, y, side);
            } else {
                pen.frame(x, y, side, side);
                var why = text.isPresent() ? "sheet.proof.too-long" : "sheet.proof.none";
                pen.write(words.text(why), Style.PLAIN, 8, x + 10, y + side / 2, side - 20);
            }
            pen.write(words.text(key), Style.PLAIN, 8, x, y - 10, side);
        }

        private void signature() throws IOException {
            float line = MARGIN + 34;
            float half = (across - 24) / 2;
            pen.rule(MARGIN, line, half);
            pen.rule(MARGIN + half + 24, line, half);
            pen.write(words.text("sheet.proof.place"), Style.PLAIN, 8, MARGIN, line - 11, half);
            pen.write(words.text("sheet.proof.signature"), Style.PLAIN, 8, MARGIN + half + 24, line - 11, half);
            pen.write(
                    words.text("sheet.proof.printed", dates.dayAndTime(content.printed())),
                    Style.PLAIN,
                    8,
                    MARGIN,
                    MARGIN - 8,
                    across);
        }
    }
}
