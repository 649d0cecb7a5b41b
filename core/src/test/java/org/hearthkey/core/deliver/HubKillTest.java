package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub that is killed without warning, before any step that touches a file.
class HubKillTest {
    /// `-Dhearthkey.kills=500` for the long run.
    private static final int KILLS = Integer.getInteger("hearthkey.kills", 8);

    private static final long SEED = 20_261_129;
    private static final HubHome HOME = new HubHome();

    @TempDir
    Path folder;

    private HubMachine hub;

    @BeforeEach
    void makeHub() throws IOException {
        hub = new HubMachine(folder).setUp(HOME);
        hub.option("RELOAD=cp " + hub.state.resolve("current/zones/lighting/crl.pem") + " " + folder.resolve("served"));
        hub.take().accepts();
        killAt(Integer.MAX_VALUE);
        for (var tool : List.of("mv", "ln", "rm", "cp", "dd", "mkdir", "sync")) {
            hub.tool(tool, """
                step=$(($(cat steps) + 1))
                echo $step >steps
                [ $step -ne "$(cat last)" ] || { kill -9 "$(cat pid)" $PPID; exit 1; }
                exec /bin/%s "$@\"\
                """.formatted(tool));
        }
    }

    @Test
    void serversSeeTheWholeOldStateOrTheWholeNewAndTheNextRunFinishes() throws IOException {
        var random = new Random(SEED);
        int steps = takeKilledAt(2, Integer.MAX_VALUE);
        assertTrue(steps > 40, steps + " steps");
        int killedAfterTheSwitch = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int number = 3 + kill;
            int at = 1 + random.nextInt(steps);
            var before = withoutTime(hub.inForce());
            takeKilledAt(number, at);
            var after = withoutTime(hub.inForce());
            boolean switched = !after.equals(before);
            killedAfterTheSwitch += switched ? 1 : 0;
            takeKilledAt(number, Integer.MAX_VALUE);
            var whole = withoutTime(hub.inForce());
            var lists = Objects.requireNonNull(whole.get("LISTS"));
            assertTrue(lists.contains("zones/lighting " + number + "00 "), lists);
            if (switched) {
                assertEquals(whole, after, "killed at step " + at);
            }
            assertEquals(
                    Files.readString(folder.resolve("served")),
                    whole.get("zones/lighting/crl.pem"),
                    "no server was told after step " + at);
            hub.receipt().says("bundleNumber", (long) number);
        }
        assertTrue(killedAfterTheSwitch < KILLS || KILLS < 4, "it was never killed before the switch");
    }

    /// A dead run's lock does not keep the next one out, also without flock.
    @Test
    void aKilledRunLeavesNoLockThatCounts() throws IOException {
        Files.createDirectories(hub.state.resolve("lock.d"));
        Files.writeString(hub.state.resolve("lock.d/pid"), "999999999\n");
        Files.writeString(hub.state.resolve("lock"), "");
        hub.onlyBusybox().run("release").accepts();
        assertTrue(Files.notExists(hub.state.resolve("lock.d")));
    }

    private void killAt(int step) throws IOException {
        Files.writeString(folder.resolve("steps"), "0\n");
        Files.writeString(folder.resolve("last"), step + "\n");
    }

    /// How many steps it made.
    private int takeKilledAt(int number, int step) throws IOException {
        if (!hub.stickHolds(number)) {
            HubBundle.of(HOME, number, hub.proberKey()).write(hub.stick);
        }
        killAt(step);
        var answer = Peer.of("sh", folder)
                .with("PATH", hub.path())
                .run(
                        "-c",
                        "echo $$ >pid; exec dash " + HubMachine.SHIPPED.resolve("hearthkey-hub") + " -c hub.conf take "
                                + hub.stick);
        if (step == Integer.MAX_VALUE) {
            answer.accepts();
        }
        return Integer.parseInt(Files.readString(folder.resolve("steps")).trim());
    }

    private static SortedMap<String, String> withoutTime(SortedMap<String, String> files) {
        files.compute("BUNDLE", (path, text) -> String.valueOf(text).replaceAll("taken \\d+\n", ""));
        return files;
    }
}
