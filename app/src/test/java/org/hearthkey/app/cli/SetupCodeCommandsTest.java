package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.hearthkey.core.home.SetupCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCodeCommandsTest {
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void pairALamp() {
        shell = Shell.withHome(folder);
        Things.pair(shell, MATTER, "Lamp");
    }

    private List<String> acts() {
        return shell.run("journal", "list", "--json")
                .json()
                .valueStream()
                .map(entry -> entry.get("act").stringValue())
                .toList();
    }

    private Path picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000)); // noise is what JPEG makes the least of
            }
        }
        var file = shell.path("label.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void showsACodeToWhoeverHasTheRootOnly() {
        shell.run("setup-code", "show", "Lamp").exits(3);
        assertFalse(acts().contains("setup-code.show"));
        var shown = shell.root("setup-code", "show", "Lamp", "--json").exits(0).json();
        assertEquals(MATTER, shown.get("code").stringValue());
        assertEquals("matter-qr", shown.get("kind").stringValue());
        assertEquals("3497-011-2332", shown.get("spoken").stringValue());
        assertTrue(acts().contains("setup-code.show"));
    }

    @Test
    void drawsTheCodeWhereSomebodySitsAtATerminal() {
        var plain = shell.root("setup-code", "show", "Lamp").exits(0).out();
        assertTrue(plain.contains(MATTER + "\n3497-011-2332\n"), plain);
        assertFalse(plain.contains("\u2580"));
        shell.typing();
        assertTrue(shell.root("setup-code", "show", "Lamp").exits(0).out().contains("\u2580"));
    }

    @Test
    void forgetsACode() {
        shell.run("setup-code", "destroy", "Lamp").exits(3);
        shell.root("setup-code", "destroy", "Lamp").exits(0);
        shell.root("setup-code", "show", "Lamp").exits(1);
        shell.root("setup-code", "show", "Nobody").exits(1);
        assertTrue(acts().contains("setup-code.destroy"));
    }

    private static double ratio(BufferedImage image) {
        return (double) image.getWidth() / image.getHeight();
    }

    @Test
    void keepsASmallPhotoWithNothingElseInIt() throws IOException {
        shell.run("setup-code", "photo", "Lamp").exits(2);
        var file = picture(2100, 1700);
        shell.run("setup-code", "photo", "Lamp", "--add", file.toString()).exits(0);
        shell.root("setup-code", "photo", "Lamp", "--out", file.toString()).exits(5);
        var out = shell.path("kept.jpg");
        shell.root("setup-code", "photo", "Lamp", "--out", out.toString()).exits(0);
        assertTrue(Files.size(out) <= SetupCodes.MOST_PHOTO_BYTES);
        assertEquals(2100.0 / 1700, ratio(ImageIO.read(out.toFile())), 0.02);
        assertFalse(Files.readString(out, ISO_8859_1).contains("Exif"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    }

    @Test
    void printsASheetAndNothingWhereItCannotBeWritten() throws IOException {
        var sheet = shell.path("sheet.pdf");
        var printed = shell.root(
                        "setup-code", "print", "Lamp", "--out", sheet.toString(), "--paper", "letter", "--json")
                .exits(0)
                .json();
        assertEquals("Lamp", printed.get("devices").get(0).stringValue());
        assertTrue(Files.readString(sheet, ISO_8859_1).startsWith("%PDF-"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sheet)));
        shell.root("setup-code", "print", "Lamp", "--out", sheet.toString()).exits(5);
        assertEquals(1, acts().stream().filter("setup-code.print"::equals).count());
        shell.root(
                        "setup-code",
                        "print",
                        "Lamp",
                        "Nobody",
                        "--out",
                        shell.path("two.pdf").toString())
                .exits(1);
        assertFalse(Files.exists(shell.path("two.pdf")));
        shell.run(
                        "setup-code",
                        "print",
                        "Lamp",
                        "--out",
                        shell.path("three.pdf").toString())
                .exits(3);
        assertFalse(Files.exists(shell.path("three.pdf")));
    }

    @Test
    void handsADeviceOver() {
        var kept = shell.root(
                "setup-code",
                "hand-over",
                "Lamp",
                "--out",
                shell.path("one.pdf").toString());
        assertTrue(kept.exits(0).err().contains("still kept"), kept.err());
        shell.root(
                        "setup-code",
                        "hand-over",
                        "Lamp",
                        "--destroy",
                        "--out",
                        shell.path("two.pdf").toString())
                .exits(0);
        shell.root("setup-code", "show", "Lamp").exits(1);
    }
}
