package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.peer.HubComputer;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubsScreenTest {
    @TempDir
    Path folder;

    @Test
    void showsHubs() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var hubs = home.home().hubRegister();
        var share = Files.createDirectory(folder.resolve("share"));
        var pantry = hubs.add(new HubName("pantry"), new HubAddress.Folder(share));
        hubs.add(
                new HubName("attic"),
                HubAddress.parse("sftp://hearth@attic.home.arpa/upload").orElseThrow());
        hubs.add(
                new HubName("broker"),
                HubAddress.parse("mqtts://broker.home.arpa").orElseThrow());
        home.home().hubDeliveries().deliver(pantry, DeliveryProgress.NONE);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> staged(home), look, 1056, 800);
            gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-scroll")).setVvalue(1));
            gallery.keep("hubs" + suffix);
            gallery.act(() -> press(gallery, Contexts.WORDS.text("hubs.probe.button")));
            gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-scroll")).setVvalue(1));
            gallery.keep("hubs-tried" + suffix);
            gallery.act(() -> press(gallery, Contexts.WORDS.text("hubs.deliver.button")));
            gallery.keep("hubs-forecast" + suffix);
            gallery.show(() -> staged(home), look, 960, 700);
            gallery.act(() -> dialogs(gallery, home).add());
            gallery.keep("hubs-add" + suffix);
            gallery.act(() -> type(gallery, "sftp://hearth@hub.home.arpa/upload"));
            gallery.keep("hubs-add-sftp" + suffix);
            gallery.act(() -> access(gallery, home, pantry).open());
            gallery.keep("hubs-access" + suffix);
            gallery.act(() -> pressNamed(gallery, Contexts.WORDS.text("hubs.listen.button")));
            gallery.keep("hubs-listen" + suffix);
            gallery.act(() -> pressNamed(gallery, Contexts.WORDS.text("hubs.cancel.button")));
            assertTrue(has(gallery, Contexts.WORDS.text("hubs.listen.button")), "It leads back");
            gallery.act(() -> access(gallery, home, pantry).open());
            gallery.act(() -> pressNamed(gallery, Contexts.WORDS.text("hubs.administer.button")));
            gallery.keep("hubs-administer" + suffix);
            var key = HostKey.parse("SHA256:" + "A1b2".repeat(10) + "A1A").orElseThrow();
            gallery.act(() -> dialogs(gallery, home).compare(pantry, key));
            gallery.keep("hubs-compare" + suffix);
            gallery.act(() -> dialogs(gallery, home).rename(pantry));
            gallery.keep("hubs-rename" + suffix);
        }
    }

    /// What the shipped program says where OpenSSL is too old.
    @Test
    void showsThatAHubWentByTheFirstSignature() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var hub = new HubComputer(Files.createDirectory(folder.resolve("pi"))).clock(RealisticHome.NOW);
        hub.tool("openssl", "[ \"$1\" = version ] && echo 'OpenSSL 3.4.9' && exit\nexec /usr/bin/openssl \"$@\"");
        var known = home.home().hubRegister().add(new HubName("hub"), new HubAddress.Folder(hub.stick));
        home.home().hubDeliveries().deliver(known, DeliveryProgress.NONE);
        var issuers = home.home().issuers();
        var request =
                CertificateRequest.parse(hub.meet(issuers.root().certificate().fingerprint()));
        var application = new HubApplication(
                new DeviceName("hub"), request.orElseThrow(), List.of(new DnsName("hub.home.arpa")), List.of(), 300);
        hub.certified(
                home.home().hubs().certify(application), issuers.services().certificate());
        hub.take().accepts();
        home.home().hubDeliveries().readReceipt(known);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            gallery.show(() -> staged(home), look, 1056, 800);
            gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-scroll")).setVvalue(1));
            gallery.keep("hubs-first-signature" + (look == Appearance.LIGHT ? "-light" : "-dark"));
            assertTrue(gallery.scene().getRoot().lookupAll(".label").stream()
                    .anyMatch(node -> node instanceof Label label
                            && Contexts.WORDS.text("hubs.second.evidence").equals(label.getText())));
            gallery.act(() -> dialogs(gallery, home).revoke(known));
            gallery.keep("hubs-revoke" + (look == Appearance.LIGHT ? "-light" : "-dark"));
        }
        gallery.act(() -> pressNamed(gallery, Contexts.WORDS.text("hubs.revoke.act")));
        assertEquals(List.of(), home.home().hubs().certificates(known.name()));
        assertEquals(Optional.empty(), home.home().receipts().newest(known.name()));
    }

    private static void press(Gallery gallery, String button) {
        gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button pressed && button.equals(pressed.getText()))
                .skip(1) // of the hub in the pantry, which comes after the one in the attic
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    private static HubAccessDialog access(Gallery gallery, RealisticHome home, Hub hub) {
        var staged = (Staged) gallery.scene().getRoot();
        var context = Contexts.of(home, staged.navigation, staged);
        return new HubAccessDialog(new HubAccessViewModel(hub, context), context);
    }

    private static void type(Gallery gallery, String address) {
        gallery.scene().getRoot().lookupAll(".text-field").stream()
                .filter(node ->
                        node instanceof TextField field && field.getPromptText().startsWith("sftp"))
                .forEach(node -> ((TextField) node).setText(address));
    }

    private static boolean has(Gallery gallery, String button) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .anyMatch(node -> node instanceof Button shown && button.equals(shown.getText()));
    }

    private static void pressNamed(Gallery gallery, String button) {
        gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button pressed && button.equals(pressed.getText()))
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    private static Staged staged(RealisticHome home) {
        return Staged.of(
                home,
                Destination.to(Place.REVOCATION),
                context -> new RevocationView(
                        new RevocationViewModel(context),
                        new PluggedIn().model(context.home().file()),
                        context,
                        ChosenFiles.NONE));
    }

    private static HubDialogs dialogs(Gallery gallery, RealisticHome home) {
        var staged = (Staged) gallery.scene().getRoot();
        HomeContext context = Contexts.of(home, staged.navigation, staged);
        return new HubDialogs(new HubsViewModel(context), context);
    }
}
