package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.hearthkey.core.memory.HeapDump;
import org.hearthkey.core.memory.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for the secrets of a command in a dump of the whole heap.
class CommandMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftOfAHomeThatWasMadeAndShown() throws Exception {
        var planted = new Planted();
        var shell = new Shell(folder);
        for (var name : Set.of("passphrase", "root-passphrase")) {
            planted.draw(name, new SecureRandom());
            shell.secretFile(name, planted.lend(name, String::new));
        }
        shell.root("home", "create", "--name", "Maple House").exits(0);
        shell.run("home", "show").exits(0);
        shell.root("zone", "add", "garden").exits(0);
        assertEquals(Set.of(), HeapDump.found(planted, folder));
    }
}
