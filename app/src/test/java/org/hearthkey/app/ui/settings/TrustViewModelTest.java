package org.hearthkey.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.house.HouseViewModel;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustViewModelTest {
    private static final TestMaker MAKER = new TestMaker();

    @TempDir
    Path folder;

    private final RecordedNavigation navigation = new RecordedNavigation();
    private RealisticHome home;
    private TrustViewModel model;
    private boolean told;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        model = new TrustViewModel(Contexts.of(home, navigation));
        told = false;
    }

    private Path pem(String name, Certificate certificate) throws IOException {
        return Files.writeString(folder.resolve(name), certificate.pem());
    }

    private static RootAct.State give(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
        return act.stateProperty().get();
    }

    private static TrustImport looked(TrustOffer offer) {
        return assertInstanceOf(TrustOffer.State.Looked.class, offer.state().getValue())
                .found();
    }

    private static List<String> codes(TrustOffer offer) {
        return looked(offer).findings().stream().map(Finding::code).toList();
    }

    private List<TrustAnchor> add(Path... files) {
        give(model.adding(model.offer(List.of(files)), () -> told = true), RealisticHome.ROOT_PASSPHRASE);
        return model.anchorsProperty().get();
    }

    @Test
    void addsAndRemovesForTheRootsSecretOnly() throws IOException {
        var offer = model.offer(List.of(pem("paa.pem", MAKER.paa.certificate())));
        assertEquals(AnchorUse.MATTER, looked(offer).wanted().getFirst().use());
        var act = model.adding(offer, () -> told = true);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                give(act, RealisticHome.PASSPHRASE));
        assertEquals(List.of(), home.home().makerTrust().all());
        give(act, RealisticHome.ROOT_PASSPHRASE);
        assertTrue(told);
        var anchor = model.anchorsProperty().get().getFirst();
        assertEquals(MAKER.paa.certificate(), anchor.certificate());
        assertEquals("Oak PAA", TrustWords.name(anchor.certificate()));
        give(model.removing(anchor, () -> {}), RealisticHome.PASSPHRASE);
        assertEquals(1, home.home().makerTrust().all().size());
        give(model.removing(anchor, () -> {}), RealisticHome.ROOT_PASSPHRASE);
        assertEquals(List.of(), model.anchorsProperty().get());
        assertEquals(2, navigation.changes);
    }

    @Test
    void takesThemForWhatTheOwnerSays() throws IOException {
        var offer = model.offer(List.of(pem("signer.pem", MAKER.declarationSigner.certificate())));
        assertFalse(looked(offer).wanted().getFirst().use() == AnchorUse.DECLARATION);
        offer.wantedProperty().set(TrustOffer.For.DECLARATION);
        assertEquals(AnchorUse.DECLARATION, looked(offer).wanted().getFirst().use());
    }

    @Test
    void saysWhyNothingCanBeAdded() throws IOException {
        var test = MAKER.root(TestMaker.name("Test PAA", "FFF1", ""), 1).certificate();
        var offer =
                model.offer(List.of(pem("test.pem", test), Files.writeString(folder.resolve("notes.pem"), "nothing")));
        assertEquals(List.of("trust.test-vendor", "trust.unreadable"), codes(offer));
        var act = model.adding(offer, () -> told = true);
        give(act, RealisticHome.ROOT_PASSPHRASE);
        assertFalse(act.ready().get());
        assertEquals(List.of(), home.home().makerTrust().all());
        add(pem("paa.pem", MAKER.paa.certificate()));
        assertEquals(List.of("trust.present"), codes(model.offer(List.of(folder.resolve("paa.pem")))));
        var gone = model.offer(List.of(folder.resolve("none.pem"))).state().getValue();
        assertInstanceOf(
                NoSuchFileException.class,
                assertInstanceOf(TrustOffer.State.Failed.class, gone).cause());
    }

    @Test
    void forgetsWhatWasTypedWhenTheScreenIsLeft() throws IOException {
        var act = model.adding(model.offer(List.of(pem("paa.pem", MAKER.paa.certificate()))), () -> {});
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        model.wipe();
        assertTrue(act.secret().isEmpty());
    }

    @Test
    void theSettingsListThem() throws Exception {
        add(pem("paa.pem", MAKER.paa.certificate()), pem("maker.pem", MAKER.identityRoot.certificate()));
        var test = pem(
                "test.pem",
                MAKER.root(TestMaker.name("Test PAA", "FFF1", ""), 1).certificate());
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var shown = new ArrayList<Staged>();
            gallery.show(
                    () -> {
                        shown.add(Staged.of(
                                home,
                                Destination.to(Place.SETTINGS),
                                context -> settings(context, new ChosenFiles(Optional.of(test), Optional.empty()))));
                        return shown.getFirst();
                    },
                    look,
                    look == Appearance.LIGHT ? 1056 : 800,
                    700);
            gallery.act(() -> ((ScrollPane) shown.getFirst().lookup(".hk-scroll")).setVvalue(1));
            gallery.keep("settings-trust" + suffix);
            gallery.act(() -> press(shown.getFirst(), "trust.import.button"));
            assertTrue(shown.getFirst().card().isPresent());
            gallery.keep("settings-trust-refused" + suffix);
        }
    }

    private static void press(Staged staged, String key) {
        staged.lookupAll(".button").stream()
                .filter(node -> node instanceof Button button
                        && Contexts.WORDS.text(key).equals(button.getText()))
                .forEach(node -> ((Button) node).fire());
    }

    private Screen settings(HomeContext context, ChosenFiles files) {
        var preferences = new SimpleObjectProperty<>(Preferences.FIRST);
        var settings =
                new SettingsViewModel(_ -> {}, preferences, new SimpleObjectProperty<>(Optional.empty()), () -> true);
        return new SettingsView(
                settings,
                new UnlockingViewModel(context, Contexts.LOCKSMITH),
                new TrustViewModel(context),
                new ExperimentsViewModel(context),
                new HouseViewModel(context, Contexts.LOCKSMITH),
                files,
                folder.resolve("preferences.properties"),
                "0.1.0",
                context);
    }
}
