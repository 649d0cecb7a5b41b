package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryViewModelTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private RecoveryViewModel model;
    private final PrintedPapers printer = new PrintedPapers();

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        model = new RecoveryViewModel(
                Contexts.of(home, new RecordedNavigation()),
                new AtOnce(),
                printer,
                QuietAir.CIRCUMSTANCES,
                Contexts.LOCKSMITH,
                QuietAir.NO_WAY);
        model.refresh();
    }

    private SheetMaking make(SharePlan plan) {
        var asked = model.asked();
        asked.plan().stackProperty().set(plan.groups().getFirst());
        asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
        var act = model.making(asked);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertTrue(asked.present().passphrase().isEmpty());
        return assertInstanceOf(
                        RecoveryViewModel.State.Making.class,
                        model.stateProperty().get())
                .making();
    }

    private static char[] words(SheetMaking making, int number) {
        try (var sheet = making.words(number);
                var text = sheet.text()) {
            return text.use(char[]::clone);
        }
    }

    private static void type(SheetIntake intake, char[] words) {
        intake.typing().letters().set(words);
        intake.typing().enter();
    }

    private Optional<Integer> set() {
        return home.home().recoverySheets().issued().map(sheets -> sheets.setIdentifier());
    }

    @Test
    void putsSheetsInForceOnlyOnceEachWasReadBack() {
        assertEquals(
                new RecoveryViewModel.State.NoSheets(), model.stateProperty().get());
        var making = make(SharePlan.of(3, 4));
        making.print("Office printer");
        assertEquals(1, printer.printed.size());
        making.readBack();
        for (int number = 1; number < 4; number++) {
            type(making.intake(), words(making, number));
        }
        assertEquals(
                new SheetMaking.Step.ReadingBack(List.of(4), false),
                making.stepProperty().get());
        assertEquals(Optional.empty(), set());
        var last = words(making, 4);
        type(making.intake(), last);
        assertInstanceOf(SheetMaking.Step.Kept.class, making.stepProperty().get());
        assertTrue(set().isPresent());
        assertFalse(Arrays.equals(last, words(making, 4)), "The shares were not forgotten");
        making.end();
        var inForce = assertInstanceOf(
                RecoveryViewModel.State.InForce.class, model.stateProperty().get());
        assertEquals(SharePlan.of(3, 4), inForce.sheets().plan());
    }

    @Test
    void groupsThatHoldSheetsAreKnownByTheirNames() {
        var plan = model.asked().plan();
        plan.groupedProperty().set(true);
        plan.add("Myself", SharePlan.Group.of(1, 1));
        plan.add("The family", SharePlan.Group.of(2, 3));
        assertTrue(plan.planProperty().get().isPresent());
        plan.add(" ", SharePlan.Group.of(1, 1));
        assertEquals(Optional.empty(), plan.planProperty().get(), "Without a name");
        var third = plan.holders().get(2);
        third.nameProperty().set("Myself");
        assertEquals(Optional.empty(), plan.planProperty().get(), "Two of one name");
        third.nameProperty().set("A lawyer");
        plan.togetherProperty().set(3);
        plan.remove(third);
        var chosen = plan.planProperty().get().orElseThrow();
        assertEquals(2, chosen.groupThreshold());
        assertEquals(
                List.of("Myself=1/1", "The family=2/3"),
                chosen.groups().stream().map(SharePlan.Group::text).toList());
        assertEquals(
                "Sheet 4: The family", SheetNames.of(chosen, Contexts.WORDS).name(4));
    }

    @Test
    void stoppingLeavesTheSheetsOfBeforeInForce() {
        home.makeSheets();
        model.refresh();
        var before = set();
        var making = make(SharePlan.TWO_OF_THREE);
        making.readBack();
        type(making.intake(), words(making, 1));
        making.end();
        assertEquals(before, set());
        assertInstanceOf(
                RecoveryViewModel.State.InForce.class, model.stateProperty().get());
    }

    @Test
    void saysThatASheetIsOfOthers() {
        var old = home.makeSheets();
        model.refresh();
        var making = make(SharePlan.TWO_OF_THREE);
        making.readBack();
        type(making.intake(), old.getFirst());
        assertEquals(
                new SheetMaking.Step.ReadingBack(List.of(1, 2, 3), true),
                making.stepProperty().get());
    }

    @Test
    void lockingForgetsTheShares() {
        var making = make(SharePlan.TWO_OF_THREE);
        var shown = words(making, 1);
        model.leave();
        assertFalse(Arrays.equals(shown, words(making, 1)));
        assertEquals(Optional.empty(), set());
    }

    @Test
    void asksForBothSecrets() {
        var asked = model.asked();
        asked.present().passphrase().set("not what opens it now".toCharArray());
        var act = model.making(asked);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.HOME),
                act.stateProperty().get());
        assertEquals(
                new RecoveryViewModel.State.NoSheets(), model.stateProperty().get());
    }

    @Test
    void savesAPdfThatOnlyItsOwnerMayRead() throws IOException {
        var making = make(SharePlan.TWO_OF_THREE);
        making.save(folder);
        var file = making.saved().orElseThrow();
        assertEquals(
                "Maple House recovery sheets SECRET.pdf", file.getFileName().toString());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void tellsOfAPrinterThatTookNothing() {
        var making = make(SharePlan.TWO_OF_THREE);
        printer.isOutOfPaper = true;
        making.print("Office printer");
        assertInstanceOf(
                SheetMaking.Paperwork.Failed.class, making.paperworkProperty().get());
    }

    @Test
    void provesAnyTwoSheetsInADrill() {
        var sheets = home.makeSheets();
        var later = RealisticHome.NOW.plus(Duration.ofDays(400));
        home.turnClockTo(later);
        var drill = drill();
        type(drill.intake(), sheets.get(2));
        assertEquals(new SheetDrill.State.Asking(1), drill.stateProperty().get());
        type(drill.intake(), sheets.get(0));
        var proven = assertInstanceOf(
                SheetDrill.State.Proven.class, drill.stateProperty().get());
        assertEquals(Optional.of(later), proven.sheets().drilled());
        assertEquals(List.of(), drill.intake().shares());
    }

    /// A camera sees the same code many times, and others beside it.
    @Test
    void provesSheetsThatAreHeldBeforeTheCamera() {
        var sheets = home.makeSheets();
        var drill = drill();
        drill.intake().seen(List.of("MT:Y.K9042C00KA0648G00"));
        assertEquals(new SheetDrill.State.Asking(0), drill.stateProperty().get());
        var first = new String(sheets.get(1));
        drill.intake().seen(List.of(first));
        drill.intake().seen(List.of(first, "https://example.org"));
        assertEquals(new SheetDrill.State.Asking(1), drill.stateProperty().get());
        drill.intake().seen(List.of(first, new String(sheets.get(2))));
        assertInstanceOf(SheetDrill.State.Proven.class, drill.stateProperty().get());
    }

    private SheetDrill drill() {
        model.refresh();
        model.drill();
        return assertInstanceOf(
                        RecoveryViewModel.State.Drilling.class,
                        model.stateProperty().get())
                .drill();
    }

    @Test
    void aDrillRefusesSheetsThatWereReplaced() throws IOException {
        var old = home.makeSheets();
        var sheets = home.makeSheets();
        var drill = drill();
        var file = Files.writeString(folder.resolve("old.txt"), new String(old.get(0)));
        drill.intake().read(List.of(file));
        assertEquals(new SheetDrill.State.Old(), drill.stateProperty().get());
        type(drill.intake(), sheets.get(0));
        type(drill.intake(), sheets.get(1));
        assertInstanceOf(SheetDrill.State.Proven.class, drill.stateProperty().get());
    }

    @Test
    void saysWhichFileHoldsNothingOfASheet() throws IOException {
        home.makeSheets();
        var drill = drill();
        var file = Files.writeString(folder.resolve("letter.txt"), "Dear Ida, the sheets are in the blue folder.");
        drill.intake().read(List.of(file));
        var flawed = assertInstanceOf(
                SheetIntake.State.Flawed.class, drill.intake().stateProperty().get());
        assertEquals(Optional.of(file), flawed.file());
        assertEquals(ShareFlaw.UNKNOWN_WORD, flawed.flaw().flaw());
    }

    @Test
    void notesWhereASheetIsAndSavesTheCore() throws IOException {
        home.makeSheets();
        model.refresh();
        var sheets = home.home().recoverySheets().issued().orElseThrow();
        model.keptAt(sheets.sheets().get(1).seat(), " with Grandmother ");
        var now = home.home().recoverySheets().issued().orElseThrow();
        assertEquals("with Grandmother", now.sheets().get(1).keptAt());
        model.saving().write(folder, CoreSaving.Form.FILE, Paper.A4);
        var written = assertInstanceOf(
                CoreSaving.State.Written.class, model.saving().stateProperty().get());
        assertArrayEquals(
                home.home().recoverySheets().core().orElseThrow().bytes(), Files.readAllBytes(written.file()));
    }
}
