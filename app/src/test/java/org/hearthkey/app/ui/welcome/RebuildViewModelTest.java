package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hearthkey.app.ui.welcome.RebuildState.Step;
import org.hearthkey.app.ui.welcome.RebuildViewModel.Brought;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildViewModelTest {
    @TempDir
    Path folder;

    private LostHome lost;
    private RebuildViewModel model;

    @BeforeEach
    void loseTheHome() throws IOException {
        lost = LostHome.in(folder);
        model = lost.model();
    }

    @AfterEach
    void close() {
        lost.close();
    }

    private RebuildState state() {
        return model.stateProperty().get();
    }

    private Brought brought() {
        return model.broughtProperty().get();
    }

    private Home open(Path file) throws IOException {
        try (var typed = new Passphrase(LostHome.NEW_HOME.toCharArray())) {
            return assertInstanceOf(Unlocked.Open.class, lost.homes.open(file, new LockSecret.Remembered(typed)))
                    .home();
        }
    }

    private void bringAll() {
        lost.bringCore(model);
        lost.bringSheet(model, 0);
        lost.bringSheet(model, 2);
        assertEquals(new RebuildState.Planning(), state());
    }

    @Test
    void makesTheHomeAnewAndEntersIt() throws Exception {
        bringAll();
        assertEquals(folder.resolve("Maple House.hearth"), model.fileProperty().get());
        model.show(lost.stick);
        assertEquals(
                List.of(lost.bundle),
                model.witnesses().stream()
                        .map(witness -> witness.bundle().orElseThrow().number())
                        .toList());
        model.next();
        assertEquals(new RebuildState.Choosing(), state());
        model.next();
        assertEquals(List.of(), lost.visits.places);
        LostHome.choose(model);
        model.next();
        assertEquals(List.of("enter Maple House.hearth"), lost.visits.places);
        assertEquals(List.of(), model.intake().shares());
        lost.visits.close();
        try (var home = open(folder.resolve("Maple House.hearth"))) {
            assertEquals("Maple House", home.facts().name().text());
            assertEquals(
                    lost.core.root().fingerprint(),
                    home.issuers().root().certificate().fingerprint());
            assertTrue(home.recoverySheets().issued().isEmpty());
            var shown = new ArrayList<Object>();
            home.journal()
                    .each(
                            "home.rebuild",
                            entry -> shown.add(
                                    Objects.requireNonNull(entry.facts().get("bundles"))));
            assertEquals(List.of(List.of(lost.bundle)), shown);
            assertTrue(home.deliveries().export(lost.stick).bundle().number() > lost.bundle);
        }
    }

    @Test
    void oneSheetTooFewOpensNothingAndSaysHowManyMore() throws IOException {
        lost.bringSheet(model, 1);
        lost.bringCore(model);
        lost.bringSheet(model, 1);
        assertEquals(new RebuildState.Asking(), state());
        assertEquals(1, brought().sheets());
        assertEquals(1, brought().missingSheets());
        assertEquals("Maple House", brought().core().orElseThrow().name().text());
        model.next();
        assertEquals(new RebuildState.Asking(), state());
        lost.bringSheet(model, 0);
        assertEquals(new RebuildState.Planning(), state());
        assertEquals(List.of(), lost.files());
    }

    @Test
    void enoughSheetsWaitForTheWholeCore() {
        var codes = CoreCodes.of(lost.core);
        lost.bringSheet(model, 0);
        lost.bringSheet(model, 1);
        lost.bring(model, "code.txt", codes.get(1).getBytes(StandardCharsets.US_ASCII));
        assertEquals(new RebuildState.Asking(), state());
        assertEquals(List.of(1, 3, 4), brought().missingCodes());
        assertEquals(0, brought().missingSheets());
        lost.bring(model, "codes.txt", String.join("\n", codes).getBytes(StandardCharsets.US_ASCII));
        assertEquals(new RebuildState.Planning(), state());
    }

    @Test
    void readsThePagesOfTheCore() throws IOException {
        lost.bringPages(model);
        assertEquals(Optional.of(lost.core.setIdentifier()), brought().core().map(SealedCore::setIdentifier));
    }

    @Test
    void saysThatACoreIsOfAnotherSet() {
        assertNotEquals(lost.core.setIdentifier(), lost.older.setIdentifier());
        lost.bringSheet(model, 0);
        lost.bring(model, "older.hearthcore", lost.older.bytes());
        assertEquals(
                lost.core.setIdentifier(),
                assertInstanceOf(RebuildState.OtherSet.class, state()).ofSheet());
        assertEquals(Brought.NOTHING, brought());
        bringAll();
    }

    @Test
    void saysThatAForgedCoreIsForeign() {
        lost.bring(
                model,
                "forged.hearthcore",
                withSet(lost.older, lost.core.setIdentifier()).bytes());
        lost.bringSheet(model, 0);
        lost.bringSheet(model, 1);
        assertEquals(new RebuildState.Foreign(), state());
        assertEquals(List.of(), model.intake().shares());
        bringAll();
    }

    private static SealedCore withSet(SealedCore core, int set) {
        return new SealedCore(
                core.name(),
                core.home(),
                core.issued(),
                set,
                core.slot(),
                core.vaultKey(),
                core.rootKey(),
                core.root(),
                core.issuers(),
                core.others());
    }

    @Test
    void saysThatTheRootIsOnAToken() {
        var core = lost.core;
        var withoutKey = new SealedCore(
                core.name(),
                core.home(),
                core.issued(),
                core.setIdentifier(),
                core.slot(),
                core.vaultKey(),
                Optional.empty(),
                core.root(),
                core.issuers(),
                core.others());
        lost.bring(model, "token.hearthcore", withoutKey.bytes());
        assertEquals(new RebuildState.RootOnToken(core.name()), state());
    }

    @Test
    void aStickOfNobodyIsNoWitness() throws IOException {
        bringAll();
        var empty = Files.createDirectory(folder.resolve("empty"));
        model.show(empty);
        assertEquals(new RebuildState.NoWitness(empty), state());
        model.next();
        assertEquals(new RebuildState.Choosing(), state());
    }

    @Test
    void stoppingBeforeTheRootSignsLeavesNothing() throws IOException {
        bringAll();
        model.next();
        LostHome.choose(model);
        var seen = new ArrayList<CreationStep>();
        model.stateProperty().subscribe(now -> {
            if (now instanceof RebuildState.Making(var step)) {
                seen.add(step);
                model.back();
            }
        });
        model.next();
        assertEquals(List.of(CreationStep.STRETCHING_PASSPHRASES), seen);
        assertEquals(new RebuildState.Choosing(), state());
        assertEquals(List.of(), lost.visits.places);
        assertEquals(List.of(), lost.files());
    }

    @Test
    void leavingForgetsAndWritesNothing() throws IOException {
        bringAll();
        model.next();
        LostHome.choose(model);
        model.back();
        assertEquals(new RebuildState.Planning(), state());
        model.back();
        assertEquals(List.of("welcome"), lost.visits.places);
        assertEquals(List.of(), model.intake().shares());
        assertTrue(model.passphrases().home().typed().isEmpty());
        assertEquals(List.of(), lost.files());
    }

    @Test
    void aFileThatIsThereStaysAndAnotherPlaceIsChosen() throws IOException {
        Files.writeString(folder.resolve("Maple House.hearth"), "damaged");
        bringAll();
        var suggested = model.fileProperty().get();
        assertEquals(folder.resolve("Maple House 2.hearth"), suggested);
        model.chooseFile(folder.resolve("Maple House.hearth"));
        model.next();
        LostHome.choose(model);
        model.next();
        assertInstanceOf(
                FileAlreadyExistsException.class,
                assertInstanceOf(RebuildState.Failed.class, state()).cause());
        assertEquals(Step.PASSPHRASES, state().step());
        assertEquals("damaged", Files.readString(folder.resolve("Maple House.hearth")));
        assertEquals(List.of("Maple House.hearth"), lost.files());
        model.back();
        model.chooseFile(suggested);
        model.next();
        model.next();
        assertEquals(List.of("enter Maple House 2.hearth"), lost.visits.places);
    }
}
