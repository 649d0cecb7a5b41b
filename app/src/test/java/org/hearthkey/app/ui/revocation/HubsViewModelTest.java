package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.revocation.HubsViewModel.Work;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HitException;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubsViewModelTest {
    private static final HubName PANTRY = new HubName("pantry");

    @TempDir
    Path folder;

    private Path share;
    private RealisticHome home;
    private HubsViewModel model;
    private Optional<String> line = Optional.empty();

    @BeforeEach
    void live() throws IOException {
        share = Files.createDirectory(folder.resolve("share"));
        home = RealisticHome.empty(folder);
        model = new HubsViewModel(Contexts.of(home, new RecordedNavigation()));
    }

    private Hub hub() {
        model.add(PANTRY, new HubAddress.Folder(share), told -> line = told);
        return model.hubsProperty().get().getFirst().hub();
    }

    private List<DeliveryState> states() {
        return model.hubsProperty().get().stream()
                .map(row -> row.state().state())
                .toList();
    }

    @Test
    void addsDeliversAndForgets() {
        var hub = hub();
        assertTrue(model.isTaken(PANTRY));
        assertEquals(List.of(DeliveryState.SIGNED), states());
        assertEquals(Optional.empty(), line);
        model.deliver(hub);
        assertTrue(Files.notExists(share.resolve("hearthkey")), "Nothing goes before the owner says yes");
        var forecast =
                assertInstanceOf(Work.Asking.class, model.workProperty().get()).forecast();
        assertEquals(List.of(), forecast.hits());
        model.send(hub);
        assertInstanceOf(Work.Delivered.class, model.workProperty().get());
        assertEquals(List.of(DeliveryState.DELIVERED), states());
        assertTrue(Files.exists(share.resolve("hearthkey/MANIFEST.json")));
        var loft = new HubName("loft");
        model.rename(hub, loft);
        assertTrue(model.isTaken(loft));
        assertEquals(List.of(DeliveryState.DELIVERED), states());
        model.remove(model.hubsProperty().get().getFirst().hub());
        assertEquals(List.of(), states());
    }

    @Test
    void anSshServerIsToldOfAKeyThatWasMadeForIt() {
        model.add(PANTRY, HubAddress.parse("sftp://hearth@pantry/upload").orElseThrow(), told -> line = told);
        assertTrue(line.orElseThrow().startsWith("restrict ecdsa-sha2-nistp256 "));
    }

    @Test
    void saysThatAReceiptProvesNothing() throws IOException {
        var hub = hub();
        model.hear(hub);
        assertEquals(new Work.Heard(hub, Optional.empty()), model.workProperty().get());
        Files.writeString(
                Files.createDirectories(share.resolve("hearthkey-receipts")).resolve("pantry.p7m"), "forged");
        model.hear(hub);
        var heard = assertInstanceOf(Work.Heard.class, model.workProperty().get());
        assertInstanceOf(
                ReceiptVerdict.Unsound.class, heard.receipt().orElseThrow().verdict());
        assertEquals(List.of(DeliveryState.SIGNED), states());
    }

    @Test
    void aFailureCanBeTriedAgain() throws IOException {
        var hub = hub();
        Files.delete(share);
        model.send(hub);
        assertInstanceOf(Work.Failed.class, model.workProperty().get());
        Files.createDirectory(share);
        model.again();
        assertInstanceOf(Work.Delivered.class, model.workProperty().get());
    }

    @Test
    void whatHitsSomethingGoesForTheRootsSecretAndATypedWordOnly() throws IOException, RefusedException {
        var hub = hub();
        try (var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            home.home().withdrawals().withdraw(new ZoneName("doors"), Reason.KEY_COMPROMISE, RootSecret.of(root));
        }
        model.deliver(hub);
        var forecast =
                assertInstanceOf(Work.Asking.class, model.workProperty().get()).forecast();
        assertEquals(
                List.of("forecast.zone-revoked"),
                forecast.hits().stream().map(Finding::code).toList());
        model.send(hub);
        var cause =
                assertInstanceOf(Work.Failed.class, model.workProperty().get()).cause();
        assertInstanceOf(HitException.class, cause);
        assertTrue(Files.notExists(share.resolve("hearthkey")));
        var word = new TypedWord("hand out");
        var act = model.sendAsRoot(hub, forecast, word);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertTrue(Files.notExists(share.resolve("hearthkey")));
        word.typedProperty().set("hand out");
        act.act();
        assertInstanceOf(Work.Delivered.class, model.workProperty().get());
    }

    @Test
    void triesListenersAndSaysWhereNoneIsKnown() {
        var hub = hub();
        model.probe(hub);
        assertEquals(new Work.Probed(hub, List.of()), model.workProperty().get());
        var address = ListenerAddress.parse("mqtts://127.0.0.1:1").orElseThrow();
        home.home().probing().add(PANTRY, new ZoneName("doors"), address);
        model.probe(hub);
        var results =
                assertInstanceOf(Work.Probed.class, model.workProperty().get()).results();
        assertEquals(
                List.of(Outcome.UNPROVEN),
                results.stream().map(ProbeResult::outcome).toList());
        assertEquals(List.of(DeliveryState.UNPROVEN), states());
    }
}
