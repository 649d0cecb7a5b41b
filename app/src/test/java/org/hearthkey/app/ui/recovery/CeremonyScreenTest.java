package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeremonyScreenTest {
    private static final Words WORDS = Contexts.WORDS;

    @TempDir
    Path folder;

    private Optional<RecoveryViewModel> kept = Optional.empty();
    private final List<Script> held = new ArrayList<>();
    private final List<ActDue> brought = new ArrayList<>();
    private final WayOut out = new WayOut() {
        @Override
        public void hold(Script script) {
            held.add(script);
        }

        @Override
        public void bringBack(ActDue due) {
            brought.add(due);
        }
    };

    private RecoveryView screen(HomeContext context) {
        var model = new RecoveryViewModel(
                context, new AtOnce(), new PrintedPapers(), QuietAir.CIRCUMSTANCES, Contexts.LOCKSMITH, out);
        kept = Optional.of(model);
        return new RecoveryView(model, context, new SheetWays(ChosenFiles.NONE, Cameras::none));
    }

    private static void press(Gallery gallery, String key) {
        gallery.act(() -> gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && WORDS.text(key).equals(button.getText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow()
                .fire());
    }

    private CeremonyDirector director() {
        return assertInstanceOf(
                        RecoveryViewModel.State.Directing.class,
                        kept.orElseThrow().stateProperty().get())
                .director();
    }

    private void prepare(Gallery gallery, String script, String suffix) {
        gallery.act(() -> kept.orElseThrow().direct(ShippedScripts.script(script)));
        gallery.keep("ceremony-read" + suffix);
        press(gallery, "ceremony.prepare.button");
        assertFalse(director().preparation().isDone().get());
        gallery.act(() -> {
            director().preparation().people().get(0).set("Ann Sample");
            director().preparation().people().get(1).set("Bo Witness");
        });
        assertFalse(director().preparation().isDone().get());
        gallery.act(() -> director().preparation().overrulingProperty().set(true));
        gallery.keep("ceremony-prepare" + suffix);
        assertTrue(director().preparation().isDone().get());
        press(gallery, "ceremony.begin.button");
    }

    private void stepDone(Gallery gallery) {
        gallery.act(() -> {
            director().form().initialsProperty().set("AS");
            director().form().written().forEach(text -> text.set("In the kitchen"));
        });
        press(gallery, "ceremony.step.button");
    }

    private List<String> newest(RealisticHome home, int limit) {
        return home.home().journal().newest(Long.MAX_VALUE, limit).stream()
                .map(JournalEntry::act)
                .toList();
    }

    private void leads(Gallery gallery, RealisticHome home, Appearance look, int width, int height, String suffix)
            throws Exception {
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), look, width, height);
        gallery.keep("ceremonies" + suffix);
        prepare(gallery, "lifeline", suffix);
        gallery.keep("ceremony-step" + suffix);
        stepDone(gallery);
        gallery.act(() -> director().end());
        gallery.keep("ceremonies-broken-off" + suffix);
        press(gallery, "ceremony.stop.button");
        gallery.keep("ceremonies-give-up" + suffix);
        press(gallery, "ceremony.stop.keep");
        assertTrue(home.home().ceremonies().open().isPresent());
        press(gallery, "ceremony.broken.button");
        stepDone(gallery);
        gallery.act(() -> director().form().initialsProperty().set("AS"));
        press(gallery, "ceremony.lists.button");
        gallery.keep("ceremony-act" + suffix);
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
        gallery.act(() -> {
            var at = assertInstanceOf(
                    CeremonyState.AtStep.class, director().stateProperty().get());
            var act = director()
                    .waking(
                            at.ceremony(),
                            at.step(),
                            RootAct.asking(new SimpleBooleanProperty(true)),
                            root -> home.home().lists().signRoots(root));
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        assertEquals(List.of("ceremony.step", "crl.sign"), newest(home, 2));
        stepDone(gallery);
        gallery.keep("ceremony-ending" + suffix);
        gallery.act(() -> {
            var ending = assertInstanceOf(
                    CeremonyState.Ending.class, director().stateProperty().get());
            var act = director().ending(ending.ceremony());
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        var held = assertInstanceOf(
                CeremonyState.Held.class, director().stateProperty().get());
        assertEquals(List.of("air network"), held.transcript().content().overruled());
        assertEquals(1, held.transcript().content().setting().resumed().size());
        var out = Files.createDirectories(folder.resolve("out" + suffix));
        gallery.act(() -> {
            var context = Contexts.of(home, new RecordedNavigation());
            var saving = new TranscriptSaving(context.background());
            saving.save(out, held.transcript(), context);
            assertInstanceOf(
                    TranscriptSaving.State.Saved.class, saving.stateProperty().get());
        });
        assertTrue(Files.exists(out.resolve("ceremony-" + held.transcript().ceremony() + ".pdf")));
        gallery.keep("ceremony-held" + suffix);
        press(gallery, "ceremony.done.button");
        assertEquals("ceremony.end", newest(home, 1).getFirst());
    }

    @Test
    void leadsThroughACeremonyThatBreaksOffOnce() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        leads(gallery, home, Appearance.LIGHT, 1056, 800, "-light");
        leads(gallery, home, Appearance.DARK, 960, 700, "-small-dark");
    }

    @Test
    void whatIsGivenUpIsAskedForOnceMore() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        prepare(gallery, "lifeline", "-given-up");
        stepDone(gallery);
        gallery.act(() -> director().end());
        press(gallery, "ceremony.stop.button");
        gallery.act(() -> ((Staged) gallery.scene().getRoot())
                .card()
                .orElseThrow()
                .lookupAll(".button")
                .forEach(node -> {
                    if (node instanceof Button button
                            && WORDS.text("ceremony.stop.button").equals(button.getText())) {
                        button.fire();
                    }
                }));
        assertFalse(home.home().ceremonies().open().isPresent());
        assertEquals("ceremony.stop", newest(home, 1).getFirst());
    }

    @Test
    void theHomeIsLockedForACeremonyThatOpensOneItself() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        for (var name : List.of("create-home", "recover", "rehearsal")) {
            var script = ShippedScripts.script(name);
            gallery.act(() -> kept.orElseThrow().direct(script));
            gallery.keep("ceremony-elsewhere-" + name);
            press(gallery, "ceremony.elsewhere.button");
            assertEquals(script, held.getLast());
            gallery.act(() -> director().end());
        }
    }

    @Test
    void theHomeIsLockedForTheStepThatOpensItWithItsSheets() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var script = ShippedScripts.script("recover");
        var setting = QuietAir.CIRCUMSTANCES.setting(home.clock().instant(), List.of(), List.of(), List.of());
        var begun = home.home().ceremonies().begin(Ceremony.of(script, setting));
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        gallery.act(kept.orElseThrow()::takeUp);
        assertEquals(begun, atStep().ceremony());
        stepDone(gallery);
        stepDone(gallery);
        gallery.act(() -> director().form().initialsProperty().set("AS"));
        gallery.keep("ceremony-recover");
        press(gallery, "ceremony.recover.button");
        var due = brought.getFirst();
        assertEquals(3, due.done().number());
        assertEquals(begun.id(), due.ceremony().id());
        assertEquals(2, home.home().ceremonies().open().orElseThrow().done().size());
    }

    private CeremonyState.AtStep atStep() {
        return assertInstanceOf(
                CeremonyState.AtStep.class, director().stateProperty().get());
    }

    private void act(Gallery gallery, RootAct act) {
        gallery.act(() -> {
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        assertInstanceOf(RootAct.State.Done.class, act.stateProperty().get());
    }

    @Test
    void aNewRootIsMadeInItsCeremonyAndOnlyOnce() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        prepare(gallery, "roll-over", "-roll-over");
        stepDone(gallery);
        gallery.act(() -> director().form().initialsProperty().set("AS"));
        press(gallery, "ceremony.rollover.button");
        gallery.keep("ceremony-roll-over");
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
        act(
                gallery,
                director()
                        .waking(atStep().ceremony(), atStep().step(), director().nextRoot()));
        assertEquals(List.of("ceremony.step", "rollover.begin"), newest(home, 2));
        assertEquals(3, atStep().step().number());
        gallery.act(() -> director().end());
        gallery.act(
                () -> kept.orElseThrow().giveUp(home.home().ceremonies().open().orElseThrow(), "test"));
        prepare(gallery, "roll-over", "-roll-over-again");
        stepDone(gallery);
        gallery.keep("ceremony-roll-over-already");
        assertEquals(Optional.of("rollover.already.note"), director().noRollover());
        gallery.act(() -> director().end());
    }

    @Test
    void anIssuerOfAnotherProgramIsCertifiedInItsCeremony() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        prepare(gallery, "intermediate", "-intermediate");
        stepDone(gallery);
        stepDone(gallery);
        gallery.act(() -> director().form().initialsProperty().set("AS"));
        press(gallery, "ceremony.other.button");
        gallery.keep("ceremony-intermediate");
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
        var asked = new IntermediateAsked();
        var acts = new StepActs(
                director(),
                atStep().ceremony(),
                atStep().step(),
                Contexts.of(home, new RecordedNavigation()),
                ChosenFiles.NONE);
        var out = Files.createDirectories(folder.resolve("files"));
        var request = Files.writeString(
                folder.resolve("step-ca.csr"),
                new DeviceRequests(new SecureRandom()).of("step-ca").pem());
        assertEquals("ceremony.other.nameless", asked.lack().getValue());
        gallery.act(() -> {
            asked.nameProperty()
                    .set(home.home().issuers().zones().getFirst().name().text());
            asked.requestProperty().set(Optional.of(request));
            asked.folderProperty().set(Optional.of(out));
        });
        var refused = acts.signing(asked);
        gallery.act(() -> {
            refused.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            refused.act();
        });
        assertInstanceOf(RootAct.State.NotAllowed.class, refused.stateProperty().get());
        assertEquals(3, atStep().step().number());
        gallery.act(() -> asked.nameProperty().set("workshop"));
        act(gallery, acts.signing(asked));
        assertEquals(List.of("ceremony.step", "intermediate.sign"), newest(home, 2));
        assertTrue(Files.exists(out.resolve("workshop-cert.pem")));
        assertEquals(4, atStep().step().number());
        gallery.act(() -> director().end());
    }

    @Test
    void sheetsAreMadeAndReadBackInTheirCeremony() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        prepare(gallery, "recovery-sheets", "-sheets");
        stepDone(gallery);
        gallery.act(() -> {
            director().form().initialsProperty().set("AS");
            var asked = director().asked();
            asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
            var act = director().making(asked);
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        gallery.keep("ceremony-print");
        var making = assertInstanceOf(
                        CeremonyState.Printing.class, director().stateProperty().get())
                .making();
        var sheets = List.of(words(making, 1), words(making, 2), words(making, 3));
        press(gallery, "ceremony.printed.button");
        press(gallery, "ceremony.back.button");
        gallery.keep("ceremony-back");
        for (var sheet : sheets) {
            gallery.act(() -> {
                making.intake().typing().letters().set(sheet);
                making.intake().typing().enter();
            });
        }
        assertEquals("ceremony.step", newest(home, 1).getFirst());
        assertTrue(home.home().recoverySheets().issued().isPresent());
        press(gallery, "recovery.kept.button");
        assertEquals(
                4,
                assertInstanceOf(
                                CeremonyState.AtStep.class,
                                director().stateProperty().get())
                        .step()
                        .number());
        gallery.act(() -> director().end());
    }

    private static char[] words(SheetMaking making, int number) {
        try (var sheet = making.words(number);
                var text = sheet.text()) {
            return text.use(char[]::clone);
        }
    }
}
