package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeAHome() {
        shell = Shell.withHome(folder);
    }

    @Test
    void makesShowsWritesAndForgetsIt() throws IOException {
        shell.run("root", "parallel", "show").exits(1);
        shell.run("root", "parallel", "create").exits(3);
        var made = shell.root("root", "parallel", "create", "--json").exits(0).json();
        assertEquals("ml-dsa-65", made.get("algorithm").stringValue());
        assertTrue(made.get("experimental").booleanValue());
        shell.root("root", "parallel", "create").exits(1);
        var shown = shell.run("root", "parallel", "show").exits(0).out();
        assertTrue(shown.contains("EXPERIMENTAL") && shown.contains("protects nothing"), shown);
        var out = shell.path("parallel");
        shell.run("root", "parallel", "export", "--out", out.toString()).exits(0);
        assertTrue(Files.readString(out.resolve("experimental-root.pem")).startsWith("-----BEGIN CERTIFICATE-----\n"));
        assertTrue(Files.exists(out.resolve("experimental-lighting.pem")));
        shell.run("root", "parallel", "export", "--out", out.toString()).exits(5);
        shell.run("root", "parallel", "end").exits(0);
        shell.run("root", "parallel", "end").exits(1);
        shell.root("root", "parallel", "create", "--algorithm", "rot13").exits(2);
        shell.run("journal", "verify").exits(0);
    }
}
