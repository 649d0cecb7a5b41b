package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.print.ArchiveCheck;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house of three zones and twelve devices changes hands through the command line.
class HouseJourneyTest {
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";

    @TempDir
    private Path folder;

    private Shell seller;
    private Shell buyer;

    @BeforeEach
    void fillsTheHouse() throws IOException {
        seller = Shell.withHome(Files.createDirectory(folder.resolve("seller")));
        buyer = new Shell(Files.createDirectory(folder.resolve("buyer")));
    }

    private void fill() throws IOException {
        var zones = List.of("lighting", "climate", "security");
        for (int i = 1; i <= 11; i++) {
            var name = "Device " + i;
            var csr = Things.makeKey(seller, name).toString();
            var zone = zones.get(i % zones.size());
            var out = seller.path("out").toString();
            seller.run(
                            "device",
                            "approve",
                            "--csr",
                            csr,
                            "--name",
                            name,
                            "--zone",
                            zone,
                            "--owner",
                            "Ida Winter",
                            "--type",
                            "lamp",
                            "--out",
                            out)
                    .exits(0);
        }
        Things.pair(seller, MATTER, "Porch lamp");
    }

    private String words(Shell.Answer answer) {
        return answer.json().get("words").asString();
    }

    private Path pack() {
        var answer = seller.root(
                        "home", "hand-over", "--out", seller.path("Maple.house").toString(), "--json")
                .exits(0);
        buyer.secretFile("words", words(answer) + "\n");
        return seller.path("Maple.house");
    }

    private Shell.Answer receive(Path file) {
        return buyer.root(
                "home",
                "receive",
                file.toString(),
                "--words-file",
                buyer.path("words").toString(),
                "--receipt",
                buyer.path("receipt.txt").toString(),
                "--proof",
                buyer.path("proof.pdf").toString(),
                "--json");
    }

    @Test
    void theWholeWay() throws Exception {
        fill();
        var file = pack();
        var packed = seller.run("home", "hand-over", "--json").exits(0).json();
        assertEquals("packed", packed.get("state").asString());
        assertEquals(12, packed.get("devices").asInt());
        assertEquals(1, packed.get("codes").asInt());
        assertSealed(file);

        var received = receive(file).exits(0).json();
        assertEquals(12, received.get("waiting").asInt());
        assertEquals(3, received.get("zones").size());
        assertNotEquals(
                seller.run("home", "show", "--json").exits(0).json().get("rootFingerprint"),
                received.get("rootFingerprint"));
        assertEquals(
                Files.readString(buyer.path("receipt.txt")),
                received.get("receipt").asString());
        assertTrue(buyer.run("device", "list").exits(0).out().endsWith("""

            12 devices that came with the house wait to be set up again; “device waiting” shows them.
            """));
        assertEquals("[]\n", buyer.run("device", "list", "--json").exits(0).out());
        assertFalse(seller.run("device", "list").exits(0).out().contains("device waiting"));
        var lamp = buyer.run(
                        "device",
                        "approve",
                        "--name",
                        "Porch lamp",
                        "--zone",
                        "lighting",
                        "--pair-only",
                        "--confirm",
                        "presence",
                        "--json")
                .exits(0);
        assertTrue(lamp.err().contains("Porch lamp"));
        assertEquals(
                11, buyer.run("device", "waiting", "--json").exits(0).json().size());
        buyer.run("device", "waiting", "--dismiss", "Device 3").exits(0);
        assertEquals(
                10, buyer.run("device", "waiting", "--json").exits(0).json().size());

        var paused = seller.root(
                        "home", "hand-over", "--finish", buyer.path("proof.pdf").toString(), "--pause", "--json")
                .exits(0);
        assertEquals("ending", paused.json().get("state").asString());
        var drive = Files.createDirectory(folder.resolve("drive"));
        var ended = seller.root(
                        "home",
                        "hand-over",
                        "--finish",
                        buyer.path("receipt.txt").toString(),
                        "--usb",
                        drive.toString(),
                        "--lists",
                        seller.path("lists").toString(),
                        "--proof",
                        seller.path("proof.pdf").toString(),
                        "--json")
                .exits(0)
                .json();
        for (var sheet : List.of(buyer.path("proof.pdf"), seller.path("proof.pdf"))) {
            var codes = PictureReader.texts(ArchiveCheck.archived(Files.readAllBytes(sheet)));
            assertEquals(1, codes.size(), "Its code is on " + sheet);
        }

        assertEquals("handed-over", ended.get("state").asString());
        assertEquals(received.get("rootFingerprint"), ended.get("buyersRoot"));
        seller.run("bundle", "verify", drive.toString()).exits(0);
        assertOldCertificatesAreRefused();
        assertNothingIsSigned(drive);
        seller.run("journal", "verify").exits(0);
        seller.run("device", "list").exits(0);
        assertTrue(Files.size(seller.path("proof.pdf")) > 1000);
    }

    /// What can be read without the words, and what with them: nobody's name, no key, no passphrase.
    private void assertSealed(Path file) throws IOException {
        var sealed = new String(Files.readAllBytes(file), UTF_8);
        assertFalse(sealed.contains("Device") || sealed.contains("lamp") || sealed.contains(MATTER));
        var reader = Path.of("../core/src/test/python/read_house.py").toAbsolutePath();
        var opened = Peer.python(folder, "cryptography", "argon2")
                .run(reader.toString(), file.toString(), buyer.path("words").toString())
                .accepts();
        opened.says("Porch lamp").says("Device 11").says("matter-qr");
        var told = opened.text().toLowerCase(Locale.ROOT);
        for (var secret : List.of("ida", "winter", Shell.PASSPHRASE, Shell.ROOT_PASSPHRASE, "private")) {
            assertFalse(told.contains(secret), secret);
        }
    }

    private void assertOldCertificatesAreRefused() throws IOException {
        var openssl = Peer.of("openssl", seller.path("lists"));
        for (int i = 1; i <= 11; i++) {
            Files.copy(seller.path("out/Device " + i + "-chain.pem"), seller.path("lists/" + i + ".pem"));
            openssl.run(("verify -crl_check_all -attime %d -CAfile root.pem -CRLfile crl-all.pem -untrusted %d.pem"
                                    + " %d.pem")
                            .formatted(Shell.TODAY.plus(Duration.ofDays(1)).getEpochSecond(), i, i)
                            .split(" "))
                    .refuses("certificate revoked");
        }
    }

    private void assertNothingIsSigned(Path drive) throws IOException {
        var late = Things.makeKey(seller, "Late").toString();
        for (var command : List.of(
                List.of("zone", "add", "garden"),
                List.of("crl", "sign"),
                List.of("export", "usb", drive.toString()),
                List.of("hub", "certify", "Hub", "--csr", late, "--dns", "hub.home.arpa"),
                List.of("rollover", "begin"),
                List.of("home", "hand-over", "--out", seller.path("again.house").toString()))) {
            var answer = seller.root(command.toArray(String[]::new));
            assertEquals(1, answer.exit(), command + answer.err());
            assertTrue(answer.err().contains("handed over"), command + answer.err());
        }
        seller.run("device", "approve", "--csr", late, "--name", "Late", "--zone", "security")
                .exits(1);
    }

    @Test
    void otherReceiptsEndNothing() throws Exception {
        var file = pack();
        receive(file).exits(0);
        var receipt = buyer.path("receipt.txt");
        var other = Shell.withHome(Files.createDirectory(folder.resolve("other")));
        other.root("home", "hand-over", "--finish", receipt.toString()).exits(1);
        other.root("home", "hand-over", "--out", other.path("Other.house").toString())
                .exits(0);
        assertEquals(
                "other-package",
                other.root("home", "hand-over", "--finish", receipt.toString(), "--json")
                        .exits(1)
                        .json()
                        .get("refused")
                        .asString());
        seller.file("none.txt", "-----BEGIN CMS-----\nAAAA\n-----END CMS-----\n");
        seller.root("home", "hand-over", "--finish", seller.path("none.txt").toString())
                .exits(1);
        seller.root("home", "hand-over", "--cancel").exits(0);
        seller.root("home", "hand-over", "--finish", receipt.toString()).exits(1);
        assertEquals(
                "none",
                seller.run("home", "hand-over", "--json")
                        .exits(0)
                        .json()
                        .get("state")
                        .asString());
    }

    @Test
    void aPackageIsOpenedByItsWordsOnlyAndAStrangersFileByNone() throws Exception {
        var file = pack();
        buyer.secretFile("words", "these are quite other words\n");
        assertEquals("wrong-words", receive(file).exits(3).json().get("refused").asString());
        assertFalse(Files.exists(buyer.home()));
        var cut = buyer.file("cut.house", Arrays.copyOf(Files.readAllBytes(file), 400));
        buyer.secretFile("words", "seven words\n");
        receive(cut).exits(3);
        assertEquals(
                "no-package",
                receive(buyer.file("none.house", "a letter"))
                        .exits(1)
                        .json()
                        .get("refused")
                        .asString());
        assertFalse(Files.exists(buyer.home()));
        seller.root("home", "hand-over", "--out", file.toString()).exits(1);
        seller.root("home", "hand-over", "--cancel").exits(0);
        seller.root("home", "hand-over", "--out", file.toString()).exits(5);
        seller.run("home", "hand-over", "--out", "x", "--cancel").exits(2);
    }

    @Test
    void aHomeEndsWithoutAReceiptOnlyWhenThatIsSaid() {
        seller.root("home", "hand-over", "--finish-without-receipt").exits(1);
        pack();
        var ended = seller.root("home", "hand-over", "--finish-without-receipt", "--json")
                .exits(0);
        assertEquals("handed-over", ended.json().get("state").asString());
        assertTrue(ended.err().contains("Nobody has shown"));
        seller.later(Instant.parse("2029-11-22T09:00:00Z"));
        assertTrue(seller.run("home", "show").exits(0).err().contains("handed over"));
    }

    @Test
    void peopleSeeTheWordsOnceAndASheetHasThem() throws Exception {
        var sheet = seller.path("words.pdf");
        var answer = seller.root(
                        "home",
                        "hand-over",
                        "--out",
                        seller.path("Maple.house").toString(),
                        "--words-sheet",
                        sheet.toString())
                .exits(0);
        assertTrue(answer.out().contains("The words of the package: "));
        assertTrue(Files.size(sheet) > 1000);
        assertFalse(seller.run("home", "hand-over").exits(0).out().contains("The words of the package"));
    }
}
