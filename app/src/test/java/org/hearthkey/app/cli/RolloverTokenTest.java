package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.SoftHsm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The root is changed from a token into the file, and from the file onto a token.
class RolloverTokenTest {
    private static final String NEW_WORDS = "nine kites over the harbour wall";

    @TempDir
    private Path folder;

    private SoftHsm hsm;
    private SoftHsm.Token device;
    private Shell shell;

    @BeforeEach
    void takesAToken() throws IOException {
        hsm = SoftHsm.here();
        device = hsm.take();
        shell = new Shell(folder);
        shell.secretFile("pin", SoftHsm.PIN);
        shell.secretFile("new-words", NEW_WORDS);
        Files.createDirectory(shell.path("stick"));
    }

    private Shell.Answer token(String... arguments) {
        return shell.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--pkcs11-module", hsm.module().toString()))
                .toArray(String[]::new));
    }

    private Shell.Answer withPin(String... arguments) {
        return token(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--root-pin-file", shell.path("pin").toString()))
                .toArray(String[]::new));
    }

    private void requireOneRoot(String name) {
        shell.run("export", "usb", shell.path("stick").toString()).exits(0);
        shell.bare("bundle", "verify", shell.path("stick").toString()).exits(0);
        Peer.of("openssl", shell.path("stick/hearthkey"))
                .run(
                        "verify",
                        "-x509_strict",
                        "-attime",
                        Long.toString(Shell.TODAY.getEpochSecond()),
                        "-CAfile",
                        name,
                        "zones/lighting/issuer.pem",
                        "services/issuer.pem")
                .accepts();
    }

    private boolean isInFile() {
        return shell.run("home", "show", "--json")
                .exits(0)
                .json()
                .get("rootInFile")
                .booleanValue();
    }

    @Test
    void fromATokenIntoTheFile() {
        withPin("home", "create", "--name", "Maple Street", "--root", device.uri(), "--no-copy-of-root")
                .exits(0);
        var same = withPin("rollover", "begin", "--root", device.uri(), "--no-copy-of-root")
                .exits(1);
        assertTrue(same.err().contains("this very token"), same::err);
        withPin(
                        "rollover",
                        "begin",
                        "--new-passphrase-file",
                        shell.path("new-words").toString())
                .exits(0);
        requireOneRoot("root.pem");
        shell.root("rollover", "finish").exits(3);
        shell.secretFile("root-passphrase", NEW_WORDS);
        shell.root("rollover", "finish").exits(0);
        assertTrue(isInFile());
        requireOneRoot("root.pem");
        shell.root("zone", "add", "garden").exits(0);
    }

    @Test
    void fromTheFileOntoATokenAndNoKeyIsLeftInTheFile() {
        shell = Shell.withHome(folder);
        shell.secretFile("pin", SoftHsm.PIN);
        var root = shell.path("root-passphrase").toString();
        var begin = new String[] {
            "rollover",
            "begin",
            "--root",
            device.uri(),
            "--root-passphrase-file",
            root,
            "--new-pin-file",
            shell.path("pin").toString()
        };
        assertTrue(token(begin).exits(1).err().contains("--no-copy-of-root"));
        token(Stream.concat(Stream.of(begin), Stream.of("--no-copy-of-root")).toArray(String[]::new))
                .exits(0);
        requireOneRoot("root.pem");
        shell.root("rollover", "finish", "--pkcs11-module", hsm.module().toString())
                .exits(3);
        withPin("rollover", "finish").exits(0);
        assertFalse(isInFile());
        requireOneRoot("root.pem");
        withPin("zone", "add", "garden").exits(0);
        assertEquals(
                1,
                hsm.objects(device)
                        .text()
                        .lines()
                        .filter(line -> line.contains("Private Key Object"))
                        .count());
    }
}
