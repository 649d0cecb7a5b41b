package org.hearthkey.app.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.witness.Seen;
import org.hearthkey.core.witness.Standing;
import org.hearthkey.core.witness.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
    @TempDir
    Path folder;

    private static Overview overview(RealisticHome home, Optional<WrongTries> tries) {
        var model = new HomeViewModel(home.home(), tries, new AtOnce(), home.clock());
        model.refresh();
        return model.overviewProperty().get().orElseThrow();
    }

    @Test
    void tellsFirstOfAllWhatWasTriedInVain() throws IOException {
        var home = RealisticHome.in(folder);
        var tries = new WrongTries(4, RealisticHome.NOW.minusSeconds(90), RealisticHome.NOW.minusSeconds(60));
        var calm = overview(home, Optional.empty());
        var told = overview(home, Optional.of(tries));
        assertEquals(new Due.TriedInVain(tries), told.due().getFirst());
        assertEquals(calm.thingsDue() + 1, told.thingsDue());
    }

    @Test
    void warnsTwoWeeksBeforeTheLastListLapsesAndAlarmsInTheLast() throws IOException {
        var home = RealisticHome.empty(folder);
        var end = overview(home, Optional.empty()).firstToLapse().orElseThrow().nextUpdate();
        assertEquals(List.of(), listsAt(home, end.minus(Duration.ofDays(14)).minusSeconds(1)));
        assertEquals(List.of(Due.ListsEndSoon.class), listsAt(home, end.minus(Duration.ofDays(14))));
        assertEquals(
                List.of(Due.ListsEndSoon.class),
                listsAt(home, end.minus(Duration.ofDays(7)).minusSeconds(1)));
        assertEquals(List.of(Due.ListsEndNow.class), listsAt(home, end.minus(Duration.ofDays(7))));
        assertEquals(List.of(Due.ListsEndNow.class), listsAt(home, end.minusSeconds(1)));
        assertTrue(listsAt(home, end).contains(Due.ListsLapsed.class));
    }

    private static List<Class<?>> listsAt(RealisticHome home, Instant at) {
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), InstantSource.fixed(at));
        model.refresh();
        return model.overviewProperty().get().orElseThrow().due().stream()
                .<Class<?>>map(Object::getClass)
                .filter(due -> due.getSimpleName().startsWith("Lists"))
                .toList();
    }

    @Test
    void namesDevicesWhoseKindOfKeyEndsFromTwoYearsAheadOn() throws IOException {
        var home = RealisticHome.empty(folder);
        home.turnClockTo(Instant.parse("2028-12-20T00:00:00Z"));
        home.approveRsa2048("Old boiler", "comfort");
        home.approve("New boiler", "comfort", Particulars.NONE, 90);
        home.turnClockTo(Instant.parse("2028-12-31T23:59:58Z"));
        assertEquals(List.of(), keysEnding(home));
        home.turnClockTo(Instant.parse("2028-12-31T23:59:59Z"));
        var use = keysEnding(home).getFirst();
        assertEquals(KeyProfile.RSA_2048, use.profile().kind());
        assertEquals(List.of(home.device("Old boiler")), use.devices());
        home.revoke("Old boiler", Reason.SUPERSEDED);
        assertEquals(List.of(), keysEnding(home));
    }

    private static List<ProfileUse> keysEnding(RealisticHome home) {
        return overview(home, Optional.empty()).due().stream()
                .filter(Due.KeysEnd.class::isInstance)
                .map(due -> ((Due.KeysEnd) due).use())
                .toList();
    }

    @Test
    void knowsWhichWitnessAgreed() throws IOException {
        var home = RealisticHome.empty(folder);
        assertEquals(
                new Standing.Current(List.of()),
                overview(home, Optional.empty()).standing());
        home.home().watch().leaveOn(Files.createDirectory(folder.resolve("STICK")));
        var standing = assertInstanceOf(
                Standing.Current.class, overview(home, Optional.empty()).standing());
        assertEquals(
                List.of(Witness.Kind.FOLDER),
                standing.witnesses().stream()
                        .map(Seen::witness)
                        .map(Witness::kind)
                        .toList());
    }

    @Test
    void asksForSheetsAndAfterAYearForADrill() throws IOException {
        var home = RealisticHome.empty(folder);
        assertEquals(1, overview(home, Optional.empty()).recoveryDue());
        home.makeSheets();
        assertEquals(0, overview(home, Optional.empty()).recoveryDue());
        home.turnClockTo(RealisticHome.NOW.plus(Duration.ofDays(366)));
        var later = overview(home, Optional.empty());
        assertEquals(
                List.of(new Due.DrillDue(later.sheets().orElseThrow())),
                later.due().stream().filter(Due.DrillDue.class::isInstance).toList());
    }
}
