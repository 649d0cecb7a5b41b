package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.frames.Carried;
import org.hearthkey.core.frames.FrameSplitter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCommandTest {
    private static final String LABEL = "ni:///sha-256;uv6-Cxe9zHLOiRkhxuUt8XXGMN7_JObCzfyCqoJ8bE8?sn=0042&v=Acme";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void saysWhatACodeIs() {
        var read = shell.bare("scan", "--text", LABEL, "--json").exits(0).json();
        assertEquals(
                List.of("kind", "wellFormed", "why", "proof", "identity", "findings"),
                List.copyOf(read.propertyNames()));
        assertEquals("ni", read.get("kind").stringValue());
        assertTrue(read.get("wellFormed").booleanValue());
        assertTrue(read.get("why").isNull());
        assertEquals("0042", read.get("identity").get("query").get("sn").stringValue());
    }

    @Test
    void tellsPeopleWhatACodeIs() {
        var people = shell.bare("scan", "--text", LABEL).exits(0).out();
        assertTrue(people.startsWith("A label that names the key of its device\n"), people);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "ni:///sha-256;short", "MT:Y.K9042C00KA0648G01", "DPP:;;", "\u001b[31mred\u0007"})
    void endsWithARefusalForWhatItCannotRead(String text) {
        var answer = shell.bare("scan", "--text", text, "--json").exits(1);
        assertFalse(answer.json().get("wellFormed").booleanValue());
        assertEquals(1, answer.findings().size());
        var people = shell.bare("scan", "--text", text).exits(1).out();
        assertTrue(people.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), people);
    }

    @Test
    void readsACodeAsTheKindThatItsOwnerNames() {
        var unknown = shell.bare("scan", "--text", "3497011233", "--json").exits(1);
        assertEquals("unknown", unknown.json().get("kind").stringValue());
        var named = shell.bare("scan", "--text", "3497011233", "--kind", "matter-manual", "--json")
                .exits(1);
        assertEquals("matter-manual", named.json().get("kind").stringValue());
        assertEquals("length is not 11 or 21 digits", named.json().get("why").stringValue());
        shell.bare("scan", "--text", "3497-011-2332", "--kind", "matter-manual").exits(0);
        var wrong = shell.bare("scan", "--text", LABEL, "--kind", "sticker").exits(2);
        assertTrue(wrong.err().contains("a kind is one of ni, dpp, pkcs10, matter-qr"), wrong.err());
    }

    @Test
    void saysWhichOfTwoKindsItCouldNotTell() {
        var both = "G$M:IC2%Z:540F57FFFE599FAA$I:D79CB21C6D197CE7A3339A683A90DFF2442A%MT:YNJV7VSC00CMVH7SR00";
        assertEquals(
                List.of("label.ambiguous"),
                shell.bare("scan", "--text", both, "--json").exits(1).findings());
        for (var kind : List.of("matter-qr", "zigbee-install-code")) {
            var read =
                    shell.bare("scan", "--text", both, "--kind", kind, "--json").exits(0);
            assertEquals(kind, read.json().get("kind").stringValue());
        }
    }

    @Test
    void readsAPicture() throws IOException, WriterException {
        var read = shell.bare("scan", picture("label.png", LABEL), "--json")
                .exits(0)
                .json();
        assertEquals("ni", read.get("kind").stringValue());
    }

    @Test
    void refusesAPictureWithTwoCodes() throws IOException, WriterException {
        var two = picture("two.png", LABEL, LABEL.replace("0042", "0043"));
        assertEquals(
                List.of("label.several"),
                shell.bare("scan", two, "--json").exits(1).findings());
    }

    @Test
    void refusesAPictureWithoutACode() throws IOException, WriterException {
        assertEquals(
                List.of("label.none"),
                shell.bare("scan", picture("none.png"), "--json").exits(1).findings());
    }

    @Test
    void failsOnADamagedPicture() throws IOException {
        var file = shell.file("damaged.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
        var answer = shell.bare("scan", file.toString(), "--json").exits(5);
        assertTrue(answer.json().get("error").stringValue().startsWith("This picture is damaged."));
    }

    @Test
    void readsARequestAndWeighsIt() {
        var request = new DeviceRequests(new SecureRandom()).of("Desk lamp");
        var file = shell.file("lamp.csr", request.der().bytes());
        var answer = shell.bare("scan", file.toString(), "--json").exits(0);
        assertEquals("pkcs10", answer.json().get("kind").stringValue());
        assertEquals(
                "Desk lamp", answer.json().get("identity").get("commonName").stringValue());
        assertEquals(List.of("possession.proven"), answer.findings());
    }

    @Test
    void answersManyCodesOneALineInOrder() {
        var file = shell.file(
                "codes",
                "\"" + LABEL + "\"\n\"hello\"\n42\n\"broken\n\n\"\\ud800\"\n\"ni:\\u0000\"\n\"" + LABEL + "\"\n");
        var lines = shell.bare("scan", "--json-lines", file.toString()).exits(0).lines();
        assertEquals(
                List.of("ni", "unknown", "unknown", "unknown", "unknown", "unknown", "ni", "ni"),
                lines.stream().map(line -> line.get("kind").stringValue()).toList());
    }

    @Test
    void putsTogetherWhatSeveralCodesCarry() throws IOException, WriterException {
        var request =
                new DeviceRequests(new SecureRandom()).of("Desk lamp").der().bytes();
        var ur = FrameSplitter.ur(new Carried(Carried.UR_BYTES, request), 60);
        assertTrue(ur.count() > 3);
        var sources = new ArrayList<>(List.of("scan", "--json", "--series"));
        sources.add(picture("1.png", ur.frame(2).text(), LABEL));
        sources.add(picture("2.png", ur.frame(1).text()));
        var lines = LongStream.rangeClosed(3, 10L * ur.count())
                .filter(sequence -> sequence != 4)
                .mapToObj(sequence -> ur.frame(sequence).text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        var missing = shell.bare(sources.toArray(String[]::new)).exits(1);
        assertEquals(List.of("series.more"), missing.findings());
        assertEquals(2, missing.json().get("series").get("have").intValue());
        assertEquals(1, missing.json().get("series").get("dropped").intValue());
        sources.add(shell.file("frames.txt", lines).toString());
        var answer = shell.bare(sources.toArray(String[]::new)).exits(0);
        assertEquals("pkcs10", answer.json().get("kind").stringValue());
        assertEquals(
                "Desk lamp", answer.json().get("identity").get("commonName").stringValue());
        assertEquals(List.of("possession.proven"), answer.findings());
    }

    @Test
    void saysWhichPartsOfABbqrAreMissing() {
        var parts = FrameSplitter.bbqr(new Carried(Carried.BBQR_BINARY, new byte[100]), 20);
        var file = shell.file("parts", parts.get(3).text() + "\n" + parts.get(0).text() + "\n");
        var answer = shell.bare("scan", "--series", file.toString()).exits(1);
        assertTrue(answer.out().contains("Show these: 2, 3, 5."), answer.out());
        var none = shell.file("none", "hello\n");
        assertEquals(
                List.of("series.none"),
                shell.bare("scan", "--json", "--series", none.toString())
                        .exits(1)
                        .findings());
        shell.bare("scan", "--text", LABEL, "--series", none.toString()).exits(2);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var request =
                new DeviceRequests(new SecureRandom()).of("Desk lamp").der().bytes();
        var junk = FrameSplitter.ur(new Carried(Carried.UR_BYTES, Arrays.copyOf(request, 200)), 300);
        var file = shell.file("junk", junk.frame(1).text());
        assertEquals(
                List.of("series.unknown"),
                shell.bare("scan", "--json", "--series", file.toString())
                        .exits(1)
                        .findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsATextFileAsEditorsWriteIt(String end) throws IOException {
        var file = Files.writeString(shell.path("label.txt"), LABEL + end).toString();
        assertEquals(
                "ni",
                shell.bare("scan", file, "--json").exits(0).json().get("kind").asString());
        shell.bare("scan", file, "--kind", "ni").exits(0);
        Files.writeString(shell.path("label.txt"), LABEL + end + end);
        shell.bare("scan", file).exits(1);
        shell.bare("scan", "--text", LABEL + end).exits(1);
    }

    @Test
    void needsADisplayForTheClipboard() {
        var answer = shell.bare("scan", "--clipboard").exits(5);
        assertTrue(answer.err().contains("There is no clipboard here"), answer.err());
    }

    /// Draws the codes side by side.
    private String picture(String name, String... texts) throws IOException, WriterException {
        int side = 400;
        var picture = new BufferedImage(side * Math.max(1, texts.length), side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        for (int i = 0; i < texts.length; i++) {
            var code = new QRCodeWriter().encode(texts[i], BarcodeFormat.QR_CODE, side, side);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    if (code.get(x, y)) {
                        picture.setRGB(i * side + x, y, Color.BLACK.getRGB());
                    }
                }
            }
        }
        ImageIO.write(picture, "png", shell.path(name).toFile());
        return shell.path(name).toString();
    }
}
