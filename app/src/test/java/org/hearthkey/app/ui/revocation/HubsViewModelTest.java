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
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubsViewModelTest {
    private static final HubName PANTRY = new HubName("pantry");

    @TempDir
    Path folder;

    private Path share;
    private HubsViewModel model;
    private Optional<String> line = Optional.empty();

    @BeforeEach
    void live() throws IOException {
        share = Files.createDirectory(folder.resolve("share"));
        model = new HubsViewModel(Contexts.of(RealisticHome.empty(folder), new RecordedNavigation()));
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
        assertInstanceOf(Work.Delivered.class, model.workProperty().get());
        assertEquals(List.of(DeliveryState.DELIVERED), states());
        assertTrue(Files.exists(share.resolve("hearthkey/MANIFEST.json")));
        model.remove(hub);
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
        model.deliver(hub);
        assertInstanceOf(Work.Failed.class, model.workProperty().get());
        Files.createDirectory(share);
        model.deliver(hub);
        assertInstanceOf(Work.Delivered.class, model.workProperty().get());
    }
}
