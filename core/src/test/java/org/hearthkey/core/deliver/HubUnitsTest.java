package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The units that `install.sh` brings, read by systemd itself, which need not run for that.
class HubUnitsTest {
    private static final Path SYSTEMS_OWN = Path.of("/lib/systemd/system");

    @TempDir
    Path root;

    @Test
    void systemdHasNothingAgainstThem() throws IOException {
        Peer.of("sh", root)
                .with("DESTDIR", root.toString())
                .run(HubMachine.SHIPPED.resolve("install.sh").toString())
                .accepts();
        var command = new ArrayList<>(List.of("verify", "--root=" + root, "--man=no"));
        try (var units = Files.list(root.resolve("etc/systemd/system"))) {
            units.map(Path::toString).sorted().forEach(command::add);
        }
        assertEquals(9, command.size());
        var analyze = Peer.of("systemd-analyze", root);
        makeSystem();
        // What it only warns of, such as a misspelled key, is no reason for it to fail.
        assertEquals("", analyze.run(command.toArray(String[]::new)).accepts().text());
    }

    /// What the units of a system that boots find there.
    private void makeSystem() throws IOException {
        var units = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        try (var targets = Files.newDirectoryStream(SYSTEMS_OWN, "*.target")) {
            for (var target : targets) {
                Files.copy(target, units.resolve(target.getFileName()));
            }
        }
        var programs = Files.createDirectories(root.resolve("bin"));
        for (var program : List.of("mkdir", "mount", "umount")) {
            Files.copy(Path.of("/bin/true"), programs.resolve(program));
        }
    }
}
