package org.hearthkey.app.ui.setupcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.app.print.CodeSheets;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.OpenedLabel;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCodeViewModelTest {
    private static final String LAMP_CODE = "MT:M5L90MP500K64J00000";

    @TempDir
    Path folder;

    private final RecordedNavigation navigation = new RecordedNavigation();
    private RealisticHome home;
    private Device lamp;
    private SetupCodeViewModel model;
    private boolean told;

    @BeforeEach
    void lookAtALamp() throws IOException {
        home = RealisticHome.withLamps(folder);
        lamp = home.device("Reading lamp");
        model = new SetupCodeViewModel(Contexts.of(home, navigation));
        model.lookAt(Optional.of(lamp.id()));
        told = false;
    }

    private static RootAct.State give(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
        return act.stateProperty().get();
    }

    private static RootAct.State root(RootAct act) {
        return give(act, RealisticHome.ROOT_PASSPHRASE);
    }

    private OpenedLabel shown() {
        assertInstanceOf(RootAct.State.Done.class, root(model.showing(lamp)));
        return model.openedProperty().get().orElseThrow();
    }

    private int acts(String act) {
        var found = new ArrayList<JournalEntry>();
        home.home().journal().each(act, found::add);
        return found.size();
    }

    private static void assertOverwritten(OpenedLabel label) {
        assertThrows(IllegalStateException.class, () -> label.code().use(byte[]::clone));
    }

    private Path picture() throws IOException {
        var file = folder.resolve("label.png");
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static String text(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void showsTheCodeForTheRootsSecretOnly() {
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                give(model.showing(lamp), RealisticHome.PASSPHRASE));
        assertEquals(Optional.empty(), model.openedProperty().get());
        assertEquals(0, acts("setup-code.show"));
        assertEquals(LAMP_CODE, shown().code().use(bytes -> new String(bytes, UTF_8)));
        assertEquals(1, acts("setup-code.show"));
        assertEquals(1, navigation.changes);
    }

    @Test
    void overwritesItWhenOneLooksAtAnotherDevice() {
        var label = shown();
        model.lookAt(Optional.of(lamp.id()));
        assertTrue(model.openedProperty().get().isPresent());
        model.lookAt(Optional.of(home.device("Shelf lamp").id()));
        assertEquals(Optional.empty(), model.openedProperty().get());
        assertOverwritten(label);
    }

    @Test
    void overwritesItWhenTheHomeIsLocked() {
        var label = shown();
        var act = model.destroying(lamp, () -> {});
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        model.leave();
        assertOverwritten(label);
        assertTrue(act.secret().isEmpty());
    }

    @Test
    void overwritesUnseenWhatComesTooLate() {
        var act = model.showing(lamp);
        model.leave();
        root(act);
        assertEquals(Optional.empty(), model.openedProperty().get());
    }

    @Test
    void keepsAPhotoAndShowsItWithTheCode() throws IOException {
        var label = shown();
        model.keepPhoto(lamp, picture(), () -> told = true);
        assertTrue(told);
        assertOverwritten(label);
        assertTrue(home.home().setupCodes().find(lamp).orElseThrow().hasPhoto());
        assertTrue(shown().photo().orElseThrow().length() > 100);
    }

    @Test
    void saysWhyAPhotoWasNotKept() throws IOException {
        model.keepPhoto(lamp, Files.writeString(folder.resolve("label.png"), "no picture"), () -> told = true);
        assertFalse(told);
        assertInstanceOf(
                UnreadablePictureException.class, model.failureProperty().get().orElseThrow());
        assertFalse(home.home().setupCodes().find(lamp).orElseThrow().hasPhoto());
        model.lookAt(Optional.empty());
        assertEquals(Optional.empty(), model.failureProperty().get());
    }

    @Test
    void writesAStickerOfOneOrOfAll() throws IOException {
        var one = SheetPlan.into(folder.resolve("one.pdf"));
        root(model.stickers(lamp, one, () -> told = true));
        assertTrue(told);
        assertTrue(text(one.file()).contains("Reading lamp"));
        assertFalse(text(one.file()).contains("Shelf lamp"));
        for (var which : List.of(SetupCodeViewModel.Which.ZONE, SetupCodeViewModel.Which.HOME)) {
            var all = SheetPlan.into(folder.resolve(which + ".pdf"));
            all.which().set(which);
            root(model.stickers(lamp, all, () -> {}));
            assertTrue(text(all.file()).contains("Reading lamp"));
            assertTrue(text(all.file()).contains("Shelf lamp"));
        }
        assertEquals(5, acts("setup-code.print"));
    }

    @Test
    void writesNothingForAnotherSecretAndOverNothing() throws IOException {
        var plan = SheetPlan.into(folder.resolve("one.pdf"));
        give(model.stickers(lamp, plan, () -> told = true), RealisticHome.PASSPHRASE);
        assertFalse(Files.exists(plan.file()));
        Files.writeString(plan.file(), "something else", ISO_8859_1);
        var failed =
                assertInstanceOf(RootAct.State.Failed.class, root(model.handingOver(lamp, plan, () -> told = true)));
        assertInstanceOf(FileAlreadyExistsException.class, failed.cause());
        assertEquals("something else", Files.readString(plan.file(), ISO_8859_1));
        assertFalse(told);
        assertEquals(0, acts("setup-code.print") + acts("setup-code.hand-over"));
    }

    @Test
    void handsADeviceOverAndForgetsItsCodeIfAsked() throws IOException {
        var kept = SheetPlan.into(folder.resolve("kept.pdf"));
        root(model.handingOver(lamp, kept, () -> {}));
        assertTrue(home.home().setupCodes().find(lamp).isPresent());
        var plan = SheetPlan.into(folder.resolve("gone.pdf"));
        plan.then().set(CodeSheets.Then.DESTROY);
        root(model.handingOver(lamp, plan, () -> told = true));
        assertTrue(told);
        assertTrue(text(plan.file()).contains("Reading lamp"));
        assertEquals(Optional.empty(), home.home().setupCodes().find(lamp));
    }

    @Test
    void forgetsACodeForTheRootsSecretOnly() {
        var label = shown();
        give(model.destroying(lamp, () -> told = true), RealisticHome.PASSPHRASE);
        assertTrue(home.home().setupCodes().find(lamp).isPresent());
        root(model.destroying(lamp, () -> told = true));
        assertTrue(told);
        assertEquals(Optional.empty(), home.home().setupCodes().find(lamp));
        assertOverwritten(label);
    }
}
