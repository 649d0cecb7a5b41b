package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.PaperPrinter;
import org.hearthkey.app.print.RecoveryPaper;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.ShareWords;
import org.hearthkey.core.secret.SecretBytes;

/// New sheets on their way to paper and back. They are in memory only, and those before stay in force until the last of
/// these was read back.
final class SheetMaking {
    /// Where it is.
    sealed interface Step {
        /// They are put on paper.
        record Printing() implements Step {}

        /// They come back from paper.
        ///
        /// @param left the numbers of those that have not, counted from 1
        /// @param other whether what came last was no sheet of these
        record ReadingBack(List<Integer> left, boolean other) implements Step {
            public ReadingBack {
                left = List.copyOf(left);
            }
        }

        record Keeping() implements Step {}

        /// These sheets are in force.
        record Kept(IssuedSheets sheets) implements Step {}

        record Failed(Exception cause) implements Step {}
    }

    /// How far the putting on paper is.
    sealed interface Paperwork {
        record Resting() implements Paperwork {}

        record Busy() implements Paperwork {}

        record Printed(String printer) implements Paperwork {}

        record Saved(Path file) implements Paperwork {}

        record Failed(Exception cause) implements Paperwork {}
    }

    private final SheetDraft draft;
    private final HomeContext context;
    private final Background pictures;
    private final PaperPrinter printer;
    private Runnable ended;
    private Keeping keeping = Callable::call;
    private final SheetIntake intake;
    private final ObjectProperty<Paper> paper = new SimpleObjectProperty<>(Paper.A4);
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Printing());
    private final ReadOnlyObjectWrapper<Paperwork> paperwork = new ReadOnlyObjectWrapper<>(new Paperwork.Resting());
    private final ReadOnlyObjectWrapper<List<String>> printers = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Path> saved = Optional.empty();
    private boolean forgotten;

    /// @param pictures where pictures are looked through and paper is printed
    /// @param ended told when the owner goes back, whatever became of the sheets
    SheetMaking(SheetDraft draft, HomeContext context, Background pictures, PaperPrinter printer, Runnable ended) {
        this.draft = draft;
        this.context = context;
        this.pictures = pictures;
        this.printer = printer;
        this.ended = ended;
        intake = new SheetIntake(pictures, this::taken);
        pictures.run(printer::printers, printers::set, _ -> printers.set(List.of()));
    }

    /// From now on sheets come into force as part of something larger.
    void keptWith(Keeping larger) {
        keeping = larger;
    }

    /// From now on somebody else is told when the owner goes back.
    void endedWith(Runnable told) {
        ended = told;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Paperwork> paperworkProperty() {
        return paperwork.getReadOnlyProperty();
    }

    /// The names of this computer's printers, as soon as they are known.
    ReadOnlyObjectProperty<List<String>> printersProperty() {
        return printers.getReadOnlyProperty();
    }

    ObjectProperty<Paper> paperProperty() {
        return paper;
    }

    SheetIntake intake() {
        return intake;
    }

    /// The file that the owner had them saved as and should delete.
    Optional<Path> saved() {
        return saved;
    }

    /// How many sheets there are.
    int count() {
        return draft.shares().size();
    }

    /// Who will hold them, and how many of them it takes.
    SharePlan plan() {
        return draft.plan();
    }

    /// The words of one sheet, to be copied by hand. Whoever gets them closes them.
    ///
    /// @param number counted from 1
    ShareWords words(int number) {
        return draft.shares().get(number - 1).words();
    }

    /// Prints all sheets.
    void print(String name) {
        var size = paper.get();
        paperwork.set(new Paperwork.Busy());
        context.background().run(() -> drawn(size), pdf -> print(name, size, pdf), this::unprinted);
    }

    private void print(String name, Paper size, SecretBytes pdf) {
        if (forgotten) {
            pdf.close();
            return;
        }
        pictures.run(
                () -> {
                    try (pdf) {
                        printer.print(name, size, pdf, context.words().text("recovery.print.job"));
                    }
                    return name;
                },
                printed -> paperwork.set(new Paperwork.Printed(printed)),
                this::unprinted);
    }

    /// Saves all sheets as a file that only its owner may read, because the owner wants that.
    void save(Path folder) {
        var size = paper.get();
        paperwork.set(new Paperwork.Busy());
        context.background().run(() -> saved(folder, size), this::nowSaved, this::unprinted);
    }

    private void nowSaved(Path file) {
        saved = Optional.of(file);
        paperwork.set(new Paperwork.Saved(file));
    }

    private void unprinted(Exception cause) {
        paperwork.set(new Paperwork.Failed(cause));
    }

    private Path saved(Path folder, Paper size) throws IOException {
        var name = FileNames.of(
                context.words().text("recovery.save.file", draft.core().name().text()));
        try (var pdf = drawn(size);
                var files = new NewFiles(folder, NewFiles.Taken.REFUSED)) {
            files.reserveSecret(name);
            pdf.use(bytes -> {
                files.write(name, bytes);
                return bytes.length;
            });
            return files.keep().getFirst();
        }
    }

    private SecretBytes drawn(Paper size) throws IOException {
        var day = context.dates().day(draft.core().issued());
        return new RecoveryPaper(context.words(), size, draft.core(), draft.plan(), day).sheets(draft.shares());
    }

    /// On to reading back what was printed, saved or copied.
    void readBack() {
        step.set(new Step.ReadingBack(left(), false));
    }

    /// Back to the printing, as when a sheet is smudged.
    void printAgain() {
        step.set(new Step.Printing());
    }

    private List<Integer> left() {
        var left = draft.left();
        return draft.shares().stream()
                .filter(share -> left.contains(share.seat()))
                .map(share -> draft.shares().indexOf(share) + 1)
                .toList();
    }

    private void taken() {
        boolean other =
                intake.shares().stream().map(draft::readBack).toList().stream().anyMatch(Optional::isEmpty);
        intake.clear();
        var left = left();
        if (left.isEmpty()) {
            keep();
        } else {
            step.set(new Step.ReadingBack(left, other));
        }
    }

    private void keep() {
        step.set(new Step.Keeping());
        context.background()
                .run(
                        () -> keeping.keep(() -> context.home().recoverySheets().keep(draft)),
                        sheets -> {
                            forget();
                            step.set(new Step.Kept(sheets));
                            context.navigation().homeChanged();
                        },
                        cause -> step.set(new Step.Failed(cause)));
    }

    /// Back to what is known of the sheets. Those that were not kept are forgotten.
    void end() {
        forget();
        ended.run();
    }

    /// Forgets the shares. On the home's thread, which may still be keeping or drawing them.
    void forget() {
        forgotten = true;
        intake.close();
        context.background()
                .run(
                        () -> {
                            draft.close();
                            return draft;
                        },
                        _ -> {},
                        _ -> {});
    }
}
