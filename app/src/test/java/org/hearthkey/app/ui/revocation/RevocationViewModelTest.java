package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Export;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Signing;
import org.hearthkey.app.ui.revocation.RevocationViewModel.State;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.HitException;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationViewModelTest {
    private static final Role DOORS = new Role.Zone(new ZoneName("doors"));

    @TempDir
    Path folder;

    private RealisticHome home;
    private RecordedNavigation navigation;
    private RevocationViewModel model;

    @BeforeEach
    void live() throws IOException {
        home = RealisticHome.empty(folder);
        home.approve("Front door lock", "doors", Particulars.NONE, 90);
        home.approve("Side door keypad", "doors", Particulars.NONE, 90);
        home.turnClockTo(RealisticHome.NOW.plus(Duration.ofHours(1)));
        navigation = new RecordedNavigation();
        model = new RevocationViewModel(Contexts.of(home, navigation));
    }

    private List<ListRow> rows() {
        model.read();
        return assertInstanceOf(State.Ready.class, model.stateProperty().get()).rows();
    }

    private ListRow doors() {
        return rows().stream()
                .filter(row -> row.issuer().equals(DOORS))
                .findFirst()
                .orElseThrow();
    }

    private Consequences consequences() {
        return model.consequencesProperty().get().orElseThrow();
    }

    @Test
    void showsTheZonesBeforeTheServicesAndTheRoot() {
        assertEquals(
                List.of("doors", "cameras", "lights", "comfort", "services", "root"),
                rows().stream().map(row -> row.issuer().code()).toList());
    }

    @Test
    void worksOutWhatADeliveryWouldDo() {
        home.revoke("Side door keypad", Reason.KEY_COMPROMISE);
        assertTrue(doors().isKeptBack());
        assertEquals(DOORS, consequences().row().issuer());
        assertEquals("Side door keypad", consequences().refused().getFirst().name());
        assertEquals(Reason.KEY_COMPROMISE, consequences().refused().getFirst().reason());
        assertEquals(List.of("Front door lock"), consequences().goingOn());
        assertEquals(doors().end(), consequences().lapses());
        assertTrue(doors().end().isAfter(doors().list().nextUpdate()));
    }

    @Test
    void handsTheListsOutAndSaysHowFarTheyCame() {
        home.revoke("Side door keypad", Reason.KEY_COMPROMISE);
        model.export(home.drive());
        var written =
                assertInstanceOf(Export.Written.class, model.exportProperty().get());
        assertTrue(Files.exists(home.drive().resolve("hearthkey/zones/doors/crl.pem")));
        assertEquals(home.drive(), written.folder());
        assertFalse(doors().isKeptBack());
        assertEquals(1, navigation.changes);
    }

    @Test
    void putsTheHubsProgramBesideItWhenItIsWanted() {
        model.export(home.drive());
        assertFalse(Files.exists(home.drive().resolve("hearthkey-hub")));
        model.withProgramProperty().set(true);
        model.export(home.drive());
        var written =
                assertInstanceOf(Export.Written.class, model.exportProperty().get());
        assertEquals(Optional.of(home.drive().resolve("hearthkey-hub")), written.program());
        assertTrue(Files.exists(home.drive().resolve("hearthkey-hub/install.sh")));
    }

    @Test
    void offersTheDriveThatWasWrittenToLast() {
        model.export(home.drive());
        var later = new RevocationViewModel(Contexts.of(home, navigation));
        later.read();
        assertEquals(
                new Export.Resting(Optional.of(home.drive())),
                later.exportProperty().get());
    }

    @Test
    void writesNothingBeforeTheOwnerHasSeenWhatItWouldDo() {
        home.revoke("Side door keypad", Reason.KEY_COMPROMISE);
        model.ask(home.drive());
        var asking =
                assertInstanceOf(Export.Asking.class, model.exportProperty().get());
        assertEquals(1, asking.forecast().newlyRefused());
        assertFalse(Files.exists(home.drive().resolve("hearthkey")));
        model.decline();
        assertEquals(
                new Export.Resting(Optional.of(home.drive())),
                model.exportProperty().get());
    }

    @Test
    void aWholeZoneIsWrittenWithTheRootsSecretOnly() {
        home.revoke("Side door keypad", Reason.KEY_COMPROMISE);
        home.revoke("Front door lock", Reason.KEY_COMPROMISE);
        model.export(home.drive());
        var failed =
                assertInstanceOf(Export.Failed.class, model.exportProperty().get());
        assertInstanceOf(HitException.class, failed.cause());
        assertFalse(Files.exists(home.drive().resolve("hearthkey")));
        var word = new TypedWord("hand out");
        var act = model.exportAsRoot(home.drive(), word);
        word.typedProperty().set("Hand out");
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertInstanceOf(Export.Written.class, model.exportProperty().get());
    }

    @Test
    void looksAheadWithoutDoingIt() {
        var revoke = new RevokeViewModel(Contexts.of(home, navigation));
        revoke.tick(home.device("Side door keypad"));
        revoke.tick(home.device("Front door lock"));
        revoke.tick(home.device("Front door lock"));
        revoke.lookAhead();
        var foreseen = assertInstanceOf(
                RevokeViewModel.State.Foreseen.class, revoke.stateProperty().get());
        assertEquals(1, foreseen.devices().size());
        assertEquals(1, foreseen.forecast().newlyRefused());
        assertEquals(1, foreseen.forecast().goingOn());
        assertEquals(0, doors().list().entries());
    }

    @Test
    void saysWhyADeliveryFailed() {
        model.export(folder.resolve("gone"));
        var failed =
                assertInstanceOf(Export.Failed.class, model.exportProperty().get());
        var cause = assertInstanceOf(DeliveryException.class, failed.cause());
        assertEquals(DeliveryException.Reason.GONE, cause.reason());
        assertEquals(Optional.empty(), doors().delivered());
    }

    @Test
    void aDeliveryTellsHowFarItIsAndCanBeStopped() {
        var told = new ArrayList<Double>();
        model.progressProperty().subscribe((_, now) -> {
            told.add(now.doubleValue());
            if (now.doubleValue() > 0.6) {
                model.stop();
            }
        });
        model.export(home.drive());
        assertEquals(
                new Export.Resting(Optional.of(home.drive())),
                model.exportProperty().get());
        assertTrue(told.size() > 5 && told.getLast() < 1, told::toString);
        assertFalse(Files.exists(home.drive().resolve("hearthkey")));
        assertEquals(Optional.empty(), doors().delivered());
    }

    private List<BigInteger> numbers() {
        return rows().stream().map(row -> row.list().number()).toList();
    }

    @Test
    void signsTheNextListOfEveryoneButTheRoot() {
        var before = numbers();
        model.signAll();
        assertEquals(
                5,
                assertInstanceOf(Signing.Signed.class, model.signingProperty().get())
                        .lists()
                        .size());
        var higher = IntStream.range(0, before.size())
                .mapToObj(i -> numbers().get(i).compareTo(before.get(i)))
                .toList();
        assertEquals(List.of(1, 1, 1, 1, 1, 0), higher);
    }

    @Test
    void signsTheListsOfOneIssuerForAsLongAsIsWanted() {
        var before = numbers();
        var doors = new Role.Zone(new ZoneName("doors"));
        model.signAhead(doors, 36);
        assertInstanceOf(Signing.Signed.class, model.signingProperty().get());
        assertTrue(monthsAhead(doors) >= 36, () -> monthsAhead(doors) + " months");
        assertEquals(
                1,
                IntStream.range(0, before.size())
                        .filter(i -> !numbers().get(i).equals(before.get(i)))
                        .count());
    }

    private long monthsAhead(Role issuer) {
        var end = home.home().lists().lifeline(issuer).orElseThrow().end();
        return Duration.between(home.clock().instant(), end).toDays() / 30;
    }

    @Test
    void signsTheRootsListForItsPassphraseOnly() {
        var before = numbers().getLast();
        var act = model.rootsAhead(() -> 24);
        act.secret().set("not the passphrase at all".toCharArray());
        act.act();
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        assertEquals(before, numbers().getLast());
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        var signed =
                assertInstanceOf(Signing.Signed.class, model.signingProperty().get());
        assertEquals(1, signed.lists().getFirst().number().compareTo(before));
        assertTrue(monthsAhead(new Role.Root()) >= 24, () -> monthsAhead(new Role.Root()) + " months");
    }

    @Test
    void revokesOnlyForAReason() {
        var revoke = new RevokeViewModel(Contexts.of(home, navigation));
        revoke.search("keypad");
        assertEquals(1, revoke.matchesProperty().get().size());
        revoke.choose(revoke.matchesProperty().get().getFirst());
        var deciding = assertInstanceOf(
                RevokeViewModel.State.Deciding.class, revoke.stateProperty().get());
        assertEquals(1, deciding.goingOn());
        revoke.revoke();
        assertInstanceOf(
                RevokeViewModel.State.Deciding.class, revoke.stateProperty().get());
        revoke.because(Reason.SUPERSEDED);
        revoke.revoke();
        var revoked = assertInstanceOf(
                RevokeViewModel.State.Revoked.class, revoke.stateProperty().get());
        assertEquals(1, revoked.list().entries());
        assertEquals(
                Reason.SUPERSEDED,
                home.device("Side door keypad")
                        .credential()
                        .revoked()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void offersNobodyWhoIsRevokedAlready() {
        home.revoke("Side door keypad", Reason.KEY_COMPROMISE);
        var revoke = new RevokeViewModel(Contexts.of(home, navigation));
        revoke.search("");
        assertEquals(1, revoke.matchesProperty().get().size());
        revoke.choose(home.device("Side door keypad"));
        var deciding = assertInstanceOf(
                RevokeViewModel.State.Deciding.class, revoke.stateProperty().get());
        assertEquals("device.already-revoked", deciding.refusal().orElseThrow().code());
    }
}
