package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.revocation.DrivesViewModel.Removing;
import org.hearthkey.app.ui.revocation.DrivesViewModel.State;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Removal.Os;
import org.hearthkey.core.drive.Removal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrivesViewModelTest {
    private final PluggedIn plugged = new PluggedIn();
    private final DrivesViewModel model = plugged.model(Path.of("/home/ann/Maple.hearth"));

    @BeforeEach
    void show() {
        model.start();
    }

    private List<String> names() {
        return assertInstanceOf(State.Found.class, model.stateProperty().get()).offers().stream()
                .map(offer -> offer.drive().name())
                .toList();
    }

    private Optional<String> chosen() {
        return model.chosenProperty().get().map(FoundDrive::name);
    }

    @Test
    void whatIsPluggedInAppearsByItselfAndIsChosenWhereItIsTheOnlyOne() {
        assertEquals(List.of(), names());
        plugged.drives(PluggedIn.system(), PluggedIn.stick("STICK"));
        assertEquals(List.of(), names());
        plugged.timePasses();
        assertEquals(List.of("STICK"), names());
        assertEquals(Optional.of("STICK"), chosen());
    }

    @Test
    void whatWasChosenStaysChosenUntilItIsPulledOut() {
        plugged.drives(PluggedIn.stick("A"), PluggedIn.stick("B"));
        plugged.timePasses();
        assertEquals(Optional.empty(), chosen());
        model.choose(PluggedIn.stick("B").drive());
        plugged.timePasses();
        assertEquals(Optional.of("B"), chosen());
        plugged.drives(PluggedIn.stick("A"));
        plugged.timePasses();
        assertEquals(Optional.of("A"), chosen());
        plugged.drives();
        plugged.timePasses();
        assertEquals(Optional.empty(), chosen());
    }

    @Test
    void whatWillNotDoIsShownAndNeverChosen() {
        var locked = PluggedIn.stick("LOCKED", Objection.READ_ONLY);
        var home = PluggedIn.stick("HOME", Objection.HOLDS_HOME);
        plugged.drives(locked, home, PluggedIn.disk("ARCHIVE"));
        plugged.timePasses();
        assertEquals(List.of("LOCKED", "HOME", "ARCHIVE"), names());
        model.choose(locked.drive());
        model.choose(home.drive());
        assertEquals(Optional.empty(), chosen());
        model.choose(PluggedIn.disk("ARCHIVE").drive());
        assertEquals(Optional.of("ARCHIVE"), chosen());
    }

    @Test
    void itLooksOnlyWhileItIsShown() {
        model.stop();
        plugged.drives(PluggedIn.stick("STICK"));
        plugged.timePasses();
        assertEquals(List.of(), names());
        model.start();
        assertEquals(List.of("STICK"), names());
        assertEquals(2, plugged.looks());
    }

    @Test
    void whatFailsIsSaidAndTriedAgain() {
        plugged.failing(new IOException("no sysfs"));
        plugged.timePasses();
        assertInstanceOf(State.Failed.class, model.stateProperty().get());
        plugged.drives(PluggedIn.stick("STICK"));
        plugged.timePasses();
        assertEquals(List.of("STICK"), names());
    }

    @Test
    void aDriveIsTakenOutAsFarAsTheSystemCan() {
        var stick = PluggedIn.stick("STICK").drive();
        plugged.drives(PluggedIn.stick("STICK"));
        plugged.timePasses();
        assertEquals(Optional.of(stick), model.carrying(stick.folder().resolve("photos")));
        assertEquals(Optional.empty(), model.carrying(Path.of("/tmp")));
        var seen = new ArrayList<Removing>();
        model.removingProperty().subscribe(now -> seen.add(now));
        model.remove(stick);
        plugged.removal(new Outcome.ByHand(Os.MAC));
        model.remove(stick);
        model.forgetRemoval();
        assertEquals(
                List.of(
                        new Removing.Resting(),
                        new Removing.Busy(stick),
                        new Removing.Done(stick, new Outcome.Safe()),
                        new Removing.Busy(stick),
                        new Removing.Done(stick, new Outcome.ByHand(Os.MAC)),
                        new Removing.Resting()),
                seen);
    }
}
