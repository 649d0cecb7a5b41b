package org.hearthkey.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Asks the kernel, in processes of their own.
@EnabledOnOs(OS.LINUX)
class OwnMemoryTest {
    @Test
    void noOtherProgramMayReadACommandsMemory() throws Exception {
        var told = told("scan", "--text", "tulips");
        assertTrue(told.contains("dumpable 0"), told::toString);
    }

    @Test
    void aCrashLeavesNoCore() throws Exception {
        var limits = told("scan", "--text", "tulips").stream()
                .filter(line -> line.startsWith("Max core"))
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();
        assertEquals(List.of("Max core file size 0 0 bytes"), limits);
    }

    /// The version holds no secret, and is told before anything costs time.
    @Test
    void theVersionDoesWithout() throws Exception {
        assertTrue(told("--version").contains("dumpable 1"));
    }

    private static List<String> told(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LaunchedAndAsked.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }
}
