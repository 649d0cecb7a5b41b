package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Cutting a stolen device off a real broker, while it is connected.
class IsolateJourneyTest {
    @TempDir
    private Path folder;

    private Shell shell;
    private BrokerHub hub;

    @BeforeEach
    void goAsFarAsTheHub() throws IOException {
        hub = BrokerHub.in(folder);
        shell = hub.shell();
    }

    @Test
    void throwsAStolenDeviceOutAndKeepsItOut() throws Exception {
        try (var broker = hub.start();
                var stolen = hub.connected(BrokerHub.STOLEN);
                var other = hub.connected(BrokerHub.OTHER)) {
            var steps = isolateWhileTheHubTakes(broker);
            assertEquals(List.of("revoked", "handed", "cut-off", "tried"), names(steps));
            assertTrue(steps.get(2).get("milliseconds").intValue() < 2000, steps.toString());
            assertEquals("enforced", steps.get(3).get("outcome").stringValue());
            stolen.await("Received DISCONNECT (152)"); // by administrative action
            assertEquals(List.of(), other.rest(), "Others are left alone");
            hub.connects(BrokerHub.STOLEN).says("alert certificate revoked");
        }
    }

    @Test
    void aSessionThatWasOverBeforeProvesNothing() throws Exception {
        try (var broker = hub.startForDevices();
                var _ = hub.startForAdmin()) {
            var taking = hub.onBundle(broker::close);
            var told = shell.run("device", "isolate", BrokerHub.STOLEN, "--json");
            taking.join();
            var steps = told.exits(6).json().get("steps").valueStream().toList();
            assertEquals(List.of("revoked", "handed", "cut-off", "tried"), names(steps));
            assertFalse(steps.get(2).has("milliseconds"), steps.toString());
        }
    }

    @Test
    void saysWhatIsLeftToDo() {
        // No broker runs, so nothing was seen.
        var told = shell.run("device", "isolate", BrokerHub.STOLEN, "--json")
                .exits(6)
                .json();
        var steps = told.get("steps").valueStream().toList();
        assertEquals(List.of("revoked", "handed", "not-cut-off", "tried"), names(steps));
        assertEquals("not-reached", steps.get(2).get("why").stringValue());
        assertEquals("unproven", steps.get(3).get("outcome").stringValue());
        // Once more: it is revoked already, and the rest is done again.
        var again = shell.run("device", "isolate", BrokerHub.STOLEN, "--json")
                .exits(6)
                .json();
        assertEquals(
                List.of("handed", "not-cut-off", "tried"),
                names(again.get("steps").valueStream().toList()));
        shell.run("hub", "forget-admin", "pantry").exits(0);
        var without = shell.run("device", "isolate", BrokerHub.STOLEN, "--json")
                .exits(6)
                .json();
        assertEquals(
                List.of("handed", "tried"),
                names(without.get("steps").valueStream().toList()));
    }

    @Test
    void brokersHearOfItFirst() throws IOException {
        shell.run("hub", "forget-admin", "pantry").exits(0);
        shell.run("hub", "add", "zebra", "mqtts://127.0.0.1:" + Mosquitto.freePort())
                .exits(0);
        var told = shell.run("device", "isolate", BrokerHub.STOLEN, "--json")
                .exits(6)
                .json();
        assertEquals(
                List.of("revoked", "not-handed", "handed", "tried"),
                names(told.get("steps").valueStream().toList()));
    }

    private List<JsonNode> isolateWhileTheHubTakes(Mosquitto broker) throws Exception {
        var taking = hub.onBundle(() -> {
            hub.takeList();
            broker.reload();
        });
        var told = shell.run("device", "isolate", BrokerHub.STOLEN, "--json");
        taking.join();
        return told.exits(0).json().get("steps").valueStream().toList();
    }

    private static List<String> names(List<JsonNode> steps) {
        return steps.stream().map(step -> step.get("step").stringValue()).toList();
    }
}
