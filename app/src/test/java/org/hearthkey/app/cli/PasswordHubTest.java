package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.hearthkey.core.peer.BelowTarget;
import org.hearthkey.core.peer.PasswordUser.How;
import org.hearthkey.core.peer.Sshd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub whose real OpenSSH server a password opens.
class PasswordHubTest {
    private final String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));

    @TempDir
    private Path folder;

    @TempDir(factory = BelowTarget.class)
    private Path place;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private Shell.Answer add(String name, Sshd server, String secret) {
        var file = shell.secretFile(name + "-password", secret).toString();
        return shell.run("hub", "add", name, server.uri(), "--password-file", file, "--host-key", server.hostKey())
                .exits(0);
    }

    private Shell.Answer arrived() {
        return shell.bare("bundle", "verify", place.resolve("upload").toString(), "--at", Shell.TODAY.toString());
    }

    @Test
    void takesABundleAndKeepsThePasswordToItself() throws IOException {
        try (var server = Sshd.start(place, How.EITHER, password);
                var log = new Logged("org.apache.sshd")) {
            var said = List.of(
                    add("pantry", server, password),
                    shell.run("export", "hub", "pantry", "--json").exits(0),
                    shell.run("hub", "list").exits(0));
            arrived().exits(0);
            Files.delete(shell.path("pantry-password"));
            said.forEach(answer -> assertFalse(answer.toString().contains(password), answer::toString));
            assertFalse(log.all().isEmpty());
            log.all().forEach(line -> assertFalse(line.contains(password), line));
            assertEquals(List.of(), filesWith(password));
        }
    }

    @Test
    void theOwnerTypesThePassword() throws IOException {
        try (var server = Sshd.start(place, How.PASSWORD, password)) {
            shell.typing(password)
                    .run("hub", "add", "pantry", server.uri(), "--password", "--host-key", server.hostKey())
                    .exits(0);
            shell.run("export", "hub", "pantry").exits(0);
            arrived().exits(0);
        }
    }

    @Test
    void aWrongPasswordChangesNothing() throws IOException {
        try (var server = Sshd.start(place, How.EITHER, password);
                var log = new Logged("org.apache.sshd")) {
            var wrong = "not " + password;
            add("pantry", server, wrong);
            var remembered = Files.readString(shell.path("config/preferences.properties"));
            var refused = shell.run("export", "hub", "pantry").exits(5);
            assertTrue(refused.err().contains("The hub does not let this home in."), refused::toString);
            assertTrue(refused.err().contains("the hub goes on with what it has"), refused::toString);
            assertFalse(refused.toString().contains(password), refused::toString);
            log.all().forEach(line -> assertFalse(line.contains(password), line));
            try (var files = Files.list(place.resolve("upload"))) {
                assertEquals(List.of(), files.toList());
            }
            // The home counts it among nobody's wrong tries.
            assertEquals(remembered, Files.readString(shell.path("config/preferences.properties")));
            add("attic", server, password);
            shell.run("export", "hub", "attic").exits(0);
            arrived().exits(0);
        }
    }

    private List<Path> filesWith(String secret) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isIn(file, secret))
                    .toList();
        }
    }

    private static boolean isIn(Path file, String secret) {
        try {
            return Files.readString(file, ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
