package org.hearthkey.app.ui.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Checkpoints;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.journal.WitnessViewModel.Compared;
import org.hearthkey.app.ui.journal.WitnessViewModel.Leaving;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.witness.Comparison;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessViewModelTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private HomeContext context;
    private WitnessViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        context = Contexts.of(home, new RecordedNavigation());
        model = new WitnessViewModel(context);
        model.refresh();
    }

    private Comparison answered() {
        return assertInstanceOf(
                        Compared.Answered.class, model.comparedProperty().get())
                .comparison();
    }

    @Test
    void agreesWithWhatItWroteDownItself() {
        var paper = model.currentProperty().get().orElseThrow();
        model.compareText(" " + paper.toString().toUpperCase(Locale.ROOT) + "\n");
        assertEquals(new Comparison.Begins(paper.size()), answered());
        assertEquals(Optional.empty(), context.standing().blocking().getValue());
    }

    @Test
    void agreesWithTheStickItLeftItsCheckpointOn() throws IOException {
        model.leaveOn(home.drive());
        var file = assertInstanceOf(Leaving.Left.class, model.leavingProperty().get())
                .file();
        model.compareFile(file);
        assertInstanceOf(Comparison.Begins.class, answered());
        model.compareText(Files.readString(file));
        assertInstanceOf(Comparison.Begins.class, answered());
    }

    @Test
    void findsNoCheckpointInOtherWords() {
        model.compareText("four plain spoken words");
        assertEquals(new Compared.NoCheckpoint(), model.comparedProperty().get());
        var paper = model.currentProperty().get().orElseThrow().toString();
        model.compareText(paper.charAt(0) == 'q' ? "p" + paper.substring(1) : "q" + paper.substring(1));
        assertEquals(new Compared.NoCheckpoint(), model.comparedProperty().get());
    }

    @Test
    void tellsEveryScreenThatTheFileIsOlder() {
        model.compareText(Checkpoints.later(home.home()).toString());
        assertInstanceOf(Comparison.Older.class, answered());
        assertInstanceOf(
                Standing.Older.class, context.standing().blocking().getValue().orElseThrow());
        model.leaveOn(home.drive());
        assertInstanceOf(Leaving.Failed.class, model.leavingProperty().get());
    }
}
