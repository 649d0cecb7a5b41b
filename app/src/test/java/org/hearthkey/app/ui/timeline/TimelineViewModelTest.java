package org.hearthkey.app.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.timeline.Bar.Look;
import org.hearthkey.app.ui.timeline.RowLayout.Spot;
import org.hearthkey.app.ui.timeline.TimelineViewModel.State;
import org.hearthkey.app.ui.zones.ZonesView;
import org.hearthkey.core.certificate.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineViewModelTest {
    private static final double WIDTH = 600;

    @TempDir
    static Path folder;

    private static RealisticHome home;

    private final RecordedNavigation navigation = new RecordedNavigation();
    private TimelineViewModel model;

    @BeforeAll
    static void live() throws IOException {
        home = RealisticHome.in(folder);
    }

    @BeforeEach
    void read() {
        model = new TimelineViewModel(Contexts.of(home, navigation));
        model.read();
        model.width(WIDTH);
    }

    private TimelineRow row(int group, String name) {
        return model.row(spot(group, name)).orElseThrow();
    }

    private Spot spot(int group, String name) {
        int row = IntStream.range(0, model.group(group).size())
                .filter(index -> {
                    model.row(new Spot(group, index)); // asks for its page
                    return model.row(new Spot(group, index))
                            .orElseThrow()
                            .name()
                            .equals(name);
                })
                .findFirst()
                .orElseThrow();
        return new Spot(group, row);
    }

    @Test
    void showsTheHomeAndThenEveryZone() {
        assertEquals(List.of(12, 6, 7, 14, 13), model.layoutProperty().get().sizes());
        assertEquals("Doors", model.group(1).name());
        assertEquals("6 devices", model.group(1).note());
    }

    @Test
    void drawsEveryCertificateOfADeviceAndItsRenewalWindow() {
        var bars = row(2, "Garage camera").bars();
        assertEquals(
                List.of(Look.PAST, Look.PAST, Look.SOON),
                bars.stream().map(Bar::look).toList());
        assertEquals(bars.get(1).from(), bars.get(0).to());
        var credential = home.device("Garage camera").certified().orElseThrow();
        assertEquals(Optional.of(credential.renewFrom()), bars.get(2).dueFrom());
        assertEquals(credential.effectiveNotAfter(), bars.get(2).to());
    }

    @Test
    void drawsWhatRevocationTookAwayAndSaysSo() {
        var row = row(1, "Side door keypad");
        var last = row.bars().getLast();
        assertEquals(Look.REVOKED, last.look());
        assertEquals(
                home.device("Side door keypad")
                        .credential()
                        .revoked()
                        .orElseThrow()
                        .at(),
                last.from());
        assertEquals("revoked Thu 19 Nov", row.callout().orElseThrow().words());
    }

    @Test
    void drawsTheListsOneAfterTheOther() {
        var bars = row(0, "Doors list").bars();
        // The list in force, and the twelve that are signed for the year to come.
        var good = bars.stream().filter(bar -> bar.look() == Look.GOOD).toList();
        assertEquals(13, good.size());
        assertEquals(bars.subList(bars.size() - 13, bars.size()), good);
        assertTrue(bars.stream().limit(bars.size() - 13).allMatch(bar -> bar.look() == Look.PAST));
        for (int i = 1; i < bars.size(); i++) {
            assertFalse(bars.get(i).from().isBefore(bars.get(i - 1).to()));
        }
    }

    @Test
    void listsWhatFallsDueTheEarliestFirst() {
        var ready = assertInstanceOf(State.Ready.class, model.stateProperty().get());
        assertEquals(ready.due().stream().sorted(Comparator.comparing(Due::at)).toList(), ready.due());
        assertEquals("Stairs light", ready.due().getFirst().name());
        assertEquals(
                List.of("Stairs light", "Garage camera", "4 lists", "2 in Comfort"),
                ready.due().stream().limit(4).map(Due::name).toList());
    }

    @Test
    void walksRowsAndFoldsGroups() {
        model.first();
        assertEquals(Optional.of(Spot.head(0)), model.chosenProperty().get());
        model.open();
        model.next();
        assertEquals(Optional.of(Spot.head(1)), model.chosenProperty().get());
        model.next();
        assertEquals(Optional.of(new Spot(1, 0)), model.chosenProperty().get());
        model.fold(1);
        assertEquals(Optional.of(Spot.head(1)), model.chosenProperty().get());
    }

    @Test
    void walksTheBarsOfARowAndBringsThemIntoView() {
        model.choose(spot(2, "Garage camera"));
        assertEquals(Look.SOON, model.chosenBar().orElseThrow().look());
        model.show(Span.THREE_MONTHS);
        model.walk(-1);
        model.walk(-1);
        model.walk(-1);
        var first = model.chosenBar().orElseThrow();
        assertEquals(row(2, "Garage camera").bars().getFirst(), first);
        assertTrue(model.scaleProperty().get().x(first.to()) > 0);
    }

    @Test
    void leadsToTheDevice() {
        model.choose(spot(2, "Doorbell"));
        model.open();
        var there = navigation.gone.getFirst();
        assertEquals(Place.DEVICES, there.place());
        assertEquals(Optional.of(home.device("Doorbell").id().toString()), there.subject());
    }

    @Test
    void zoomsInOnTodayAndComesBackToIt() {
        double before = model.scaleProperty().get().x(RealisticHome.NOW);
        model.zoomIn();
        assertEquals(before, model.scaleProperty().get().x(RealisticHome.NOW), 0.01);
        model.pan(5_000);
        model.today();
        assertEquals(WIDTH / 3, model.scaleProperty().get().x(RealisticHome.NOW), 0.01);
    }

    @Test
    void showsTheSameTimeInAWiderWindow() {
        model.width(2 * WIDTH);
        assertTrue(model.shows(Span.ONE_YEAR));
        assertEquals(
                (double) Duration.ofDays(365).toSeconds(),
                model.scaleProperty().get().secondsPerPixel() * 2 * WIDTH,
                1.0);
    }

    /// As on the first screen: from two years ahead on, for those who have such keys.
    @Test
    void aKindOfKeyThatBecomesTooWeakHasARowOfItsOwn(@TempDir Path folder) throws IOException {
        var old = RealisticHome.empty(folder);
        old.turnClockTo(Instant.parse("2030-09-20T00:00:00Z"));
        old.approveRsa2048("Old boiler", "comfort");
        old.turnClockTo(Instant.parse("2030-11-20T00:00:00Z"));
        model = new TimelineViewModel(Contexts.of(old, navigation));
        model.read();
        model.width(WIDTH);
        var row = row(0, "RSA 2048 keys");
        assertEquals(
                Instant.parse("2030-12-31T23:59:59Z"), row.bars().getFirst().to());
        assertEquals("until 31 Dec 2030", row.bars().getFirst().label());
        assertEquals(ZonesView.KEYS, row.opens());
        assertEquals(List.of("Become too weak; one device has one"), keysDue());
        old.revoke("Old boiler", Reason.SUPERSEDED);
        model.read();
        assertEquals(List.of(), keysDue());
    }

    private List<String> keysDue() {
        var ready = assertInstanceOf(State.Ready.class, model.stateProperty().get());
        return ready.due().stream()
                .filter(due -> due.name().equals("RSA 2048 keys"))
                .map(Due::what)
                .toList();
    }
}
