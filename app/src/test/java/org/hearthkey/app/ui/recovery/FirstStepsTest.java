package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;
import org.hearthkey.core.home.Rehearsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:12:00Z"));

    @TempDir
    Path folder;

    private final List<ActDue> due = new ArrayList<>();
    private final List<Script> others = new ArrayList<>();

    private FirstSteps model(OutsideCeremony ceremony, Rehearsed rehearsed) {
        return new FirstSteps(
                ceremony, folder, QuietAir.CIRCUMSTANCES, rehearsed, CLOCK, new AtOnce(), due::add, () -> {});
    }

    private static OutsideCeremony shipped(String name) {
        return OutsideCeremony.of(ShippedScripts.script(name), Optional.empty());
    }

    private static void begin(FirstSteps model) {
        model.prepare();
        model.preparation().people().forEach(name -> name.set("Ann Sample"));
        model.preparation().overrulingProperty().set(true);
        model.begin();
    }

    private static CeremonyState.AtStep at(FirstSteps model) {
        return assertInstanceOf(
                CeremonyState.AtStep.class, model.stateProperty().get());
    }

    private static void done(FirstSteps model) {
        model.form().initialsProperty().set("AS");
        model.form().written().forEach(answer -> answer.set("In the kitchen"));
        model.ends(at(model).ceremony(), at(model).step()).done();
    }

    @Test
    void theStepsBeforeTheHomeGoWithItsAct() {
        var model = model(shipped("create-home"), Rehearsed.YES);
        begin(model);
        done(model);
        model.form().initialsProperty().set("AS");
        model.ends(at(model).ceremony(), at(model).step()).leaveOut("no network here");
        var step = at(model);
        assertEquals(3, step.step().number());
        model.ends(step.ceremony(), step.step()).act(step.step().act().orElseThrow());
        var came = due.getFirst();
        assertEquals(step.step(), came.step());
        assertEquals(
                List.of(Done.Result.DONE, Done.Result.LEFT_OUT, Done.Result.DONE),
                came.withAct().done().stream().map(Done::result).toList());
        assertEquals(
                List.of("In the kitchen"), came.ceremony().done().getFirst().written());
        assertEquals("no network here", came.ceremony().done().get(1).reason());
        assertEquals(
                List.of("air network", "air clock-uncompared"),
                came.ceremony().setting().overruled());
    }

    @Test
    void goesOnWhereTheActWasLeft() {
        var model = model(shipped("create-home"), Rehearsed.YES);
        begin(model);
        done(model);
        var left = at(model).ceremony();
        var back = model(new OutsideCeremony(left.script(), Optional.empty(), Optional.of(left)), Rehearsed.YES);
        assertEquals(2, at(back).step().number());
        assertEquals(left, at(back).ceremony());
    }

    @Test
    void aHomeThatNobodyRehearsedWantsTheOwnersWord() {
        var model = model(shipped("create-home"), Rehearsed.NO);
        begin(model);
        assertInstanceOf(CeremonyState.Preparing.class, model.stateProperty().get());
        model.preparation().unrehearsedProperty().set(true);
        model.begin();
        assertEquals(
                List.of("air network", "air clock-uncompared", Setting.NO_REHEARSAL),
                at(model).ceremony().setting().overruled());
        var recovering = model(shipped("recover"), Rehearsed.NO);
        assertFalse(recovering.preparation().advisesRehearsal());
    }

    @Test
    void onlyScriptsWhoseFirstActOpensAHomeAreHeldOutside() {
        for (var name : ShippedScripts.NAMES) {
            assertEquals(
                    List.of("rehearsal", "create-home", "recover").contains(name),
                    OutsideCeremony.fits(ShippedScripts.script(name)),
                    name);
            assertEquals(name.equals("rehearsal"), OutsideCeremony.isRehearsal(ShippedScripts.script(name)), name);
        }
    }

    private FileChoice choosing(String script) {
        return new ChosenFiles(Optional.of(folder.resolve(script)), Optional.empty());
    }

    private Optional<String> other(Script script) {
        others.add(script);
        return OutsideCeremony.fits(script) ? Optional.empty() : Optional.of("ceremony.outside.inside");
    }

    private static void press(Gallery gallery, String key) {
        gallery.act(() -> gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button
                        && Contexts.WORDS.text(key).equals(button.getText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow()
                .fire());
    }

    private void show(Gallery gallery, FirstSteps model, FileChoice files, Appearance look, int width, int height) {
        gallery.show(() -> new FirstStepsView(model, this::other, files, Contexts.WORDS), look, width, height);
    }

    @Test
    void showsEachStep() throws Exception {
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-small-dark";
            var model = model(shipped("create-home"), Rehearsed.NO);
            show(
                    gallery,
                    model,
                    ChosenFiles.NONE,
                    look,
                    look == Appearance.LIGHT ? 1280 : 1024,
                    look == Appearance.LIGHT ? 800 : 700);
            gallery.keep("first-steps-read" + suffix);
            press(gallery, "ceremony.prepare.button");
            gallery.act(() -> {
                model.preparation().people().forEach(name -> name.set("Ann Sample"));
                model.preparation().overrulingProperty().set(true);
                model.preparation().unrehearsedProperty().set(true);
            });
            gallery.keep("first-steps-prepare" + suffix);
            press(gallery, "ceremony.begin.button");
            gallery.keep("first-steps-step" + suffix);
            gallery.act(() -> done(model));
            gallery.act(() -> done(model));
            gallery.keep("first-steps-act" + suffix);
            gallery.act(() -> model.form().initialsProperty().set("AS"));
            press(gallery, "ceremony.create.button");
        }
        assertEquals(2, due.size());
    }

    @Test
    void aScriptOfTheOwnersIsHeldInsteadIfItFits() throws Exception {
        var gallery = Gallery.open();
        Files.writeString(
                folder.resolve("ours.txt"), ShippedScripts.script("recover").text());
        Files.writeString(
                folder.resolve("inside.txt"), ShippedScripts.script("drill").text());
        Files.writeString(folder.resolve("none.txt"), "Dear diary");
        show(gallery, model(shipped("create-home"), Rehearsed.YES), choosing("ours.txt"), Appearance.LIGHT, 1280, 800);
        press(gallery, "ceremony.outside.file");
        assertEquals(List.of(ShippedScripts.script("recover")), others);
        for (var wrong : List.of("inside.txt", "none.txt")) {
            show(gallery, model(shipped("create-home"), Rehearsed.YES), choosing(wrong), Appearance.LIGHT, 1280, 800);
            press(gallery, "ceremony.outside.file");
            gallery.keep("first-steps-" + wrong);
            assertTrue(gallery.scene().getRoot().lookupAll(".hk-note").stream()
                    .anyMatch(node -> node.isVisible() && node.getParent().isVisible()));
        }
        assertEquals(2, others.size());
    }
}
