package org.hearthkey.app.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no CUPS")
class CupsPrinterTest {
    private static final byte[] PDF = "%PDF-1.7 all sheets".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private String command(String name, String script) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file.toString();
    }

    @Test
    void handsThePdfOverOnTheInputAndNowhereElse() throws IOException {
        var got = folder.resolve("got");
        var told = folder.resolve("told");
        var lp = command("lp", "echo \"$@\" > '" + told + "'; cat > '" + got + "'");
        try (var pdf = SecretBytes.owning(PDF.clone())) {
            new CupsPrinter(lp, "none").print("Office", Paper.LETTER, pdf, "Hearthkey");
        }
        assertArrayEquals(PDF, Files.readAllBytes(got));
        assertEquals(
                "-d Office -t Hearthkey -o media=Letter -o sides=one-sided -o number-up=1 -",
                Files.readString(told).strip());
    }

    @Test
    void saysThatTheSystemDidNotTakeIt() throws IOException {
        var lp = command("lp", "cat > '" + folder.resolve("got") + "'; exit 1");
        try (var pdf = SecretBytes.owning(PDF.clone())) {
            assertThrows(
                    IOException.class, () -> new CupsPrinter(lp, "none").print("Office", Paper.A4, pdf, "Hearthkey"));
        }
    }

    @Test
    void listsPrinters() throws IOException {
        var lpstat = command("lpstat", "echo Office; echo Study");
        assertEquals(List.of("Office", "Study"), new CupsPrinter("none", lpstat).printers());
    }

    @Test
    void aComputerWithoutCupsHasNoPrinter() throws Exception {
        assertEquals(
                List.of(), new CupsPrinter("none", folder.resolve("no-lpstat").toString()).printers());
    }
}
