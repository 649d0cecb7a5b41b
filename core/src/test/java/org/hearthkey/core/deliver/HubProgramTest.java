package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.deliver.FaultyDrive.Fault;
import org.hearthkey.core.peer.LoopDrive;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HubProgramTest {
    private final Map<String, byte[]> shipped = new TreeMap<>(HubProgram.files());

    @TempDir
    Path stick;

    @Test
    void itCarriesEveryFileOfTheProgramAndNoOther() throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(HubMachine.SHIPPED)) {
            for (var file : paths.filter(Files::isRegularFile).toList()) {
                files.put(FolderContents.relative(HubMachine.SHIPPED, file), Files.readString(file));
            }
        }
        var carried = new TreeMap<String, String>();
        HubProgram.files().forEach((path, bytes) -> carried.put(path, new String(bytes, UTF_8)));
        assertEquals(files, carried);
    }

    /// Names that FAT and Windows take, and none that differ in capitals only.
    @Test
    void itsNamesAreGoodForEveryStick() {
        for (var path : HubProgram.files().keySet()) {
            assertTrue(path.matches("[a-z0-9@.-]+(/[a-z0-9@.-]+)?"), path);
            assertFalse(path.matches("(.*/)?(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?|.*\\."), path);
        }
    }

    @Test
    void theNextTakesThePlaceOfTheOldAndNothingElseIsLeft() throws IOException {
        write(new LocalTransport(), "old");
        write(new LocalTransport(), "new");
        assertEquals("new", version());
        assertAlone();
        assertArrayEquals(
                HubProgram.files().get("hearthkey-hub"),
                Files.readAllBytes(program().resolve("hearthkey-hub")));
    }

    /// An older release had a file that is no more, and one that came to its end nowhere.
    @Test
    void thatOfAnotherReleaseIsReplacedWithAllItHad() throws IOException {
        var files = HubProgram.files();
        files.put("lib/of-before.sh", new byte[] {'\n'});
        var sums = HubProgram.sums(files);
        writer(new LocalTransport()).write(HubProgram.content(files, sums, new byte[] {1}));
        Files.createDirectories(stick.resolve(".hearthkey-hub-new/lib"));
        Files.writeString(stick.resolve(".hearthkey-hub-new/lib/of-tomorrow.sh"), "");
        write(new LocalTransport(), "new");
        assertFalse(Files.exists(program().resolve("lib/of-before.sh")));
        assertAlone();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ONE_STEP", "FROM_THEN_ON", "HALF_WRITTEN"})
    void whereverItIsCutOffTheOldOrTheNewIsThere(Fault fault) throws IOException {
        shipped.keySet().retainAll(Set.of("hearthkey-hub", "lib/base.sh", "install.sh"));
        write(new LocalTransport(), "old");
        int step = 0;
        while (fails(step, fault)) {
            var place = new BundleFolder(stick, new HubProgram());
            if (place.wasInterrupted(new LocalTransport())) {
                assertEquals("old", version(place.last()));
            } else {
                assertTrue(List.of("old", "new").contains(version()), "step " + step);
            }
            write(new LocalTransport(), "old");
            assertAlone();
            step++;
        }
        assertTrue(step > 25, "only " + step + " steps");
    }

    private boolean fails(int step, Fault fault) {
        var drive = new FaultyDrive(step, fault);
        try {
            write(drive, "new");
        } catch (IOException failed) {
            return true;
        }
        return drive.steps() > step;
    }

    @Test
    void whatIsReadBackOtherwiseIsNeverGivenTheName() throws IOException {
        write(new LocalTransport(), "old");
        var refused =
                assertThrows(DeliveryException.class, () -> write(new FaultyDrive(0, Fault.READS_OTHERWISE), "new"));
        assertEquals(Reason.READ_BACK_DIFFERS, refused.reason());
        assertEquals("old", version());
    }

    @Test
    void aStrangersFolderIsLeftAlone() throws IOException {
        Files.createDirectories(program());
        Files.writeString(program().resolve("holiday.jpg"), "mine");
        assertEquals(Reason.NOT_THE_PROGRAM, refusal());
        assertEquals("mine", Files.readString(program().resolve("holiday.jpg")));
        assertEquals(List.of("hearthkey-hub"), names());
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        var elsewhere = Files.createDirectory(stick.resolve("elsewhere"));
        Files.createSymbolicLink(program(), elsewhere);
        assertEquals(Reason.LINK, refusal());
        assertEquals(0, elsewhere.toFile().list().length);
        Files.delete(program());
        Files.createSymbolicLink(stick.resolve(".hearthkey-hub-new"), elsewhere);
        assertEquals(Reason.LINK, refusal());
        assertEquals(0, elsewhere.toFile().list().length);
    }

    @Test
    void aFullOrLockedStickKeepsTheOldOne() throws IOException {
        try (var drive = LoopDrive.plugIn(stick, "drive", 8)) {
            var mounted = drive.folder();
            writer(new LocalTransport(), mounted).write(content("old"));
            var filler = mounted.resolve("film.mkv");
            fill(filler);
            assertEquals(Reason.FULL, refusal(mounted));
            assertEquals("old", version(mounted.resolve("hearthkey-hub")));
            Files.delete(filler);
            drive.slideItsLock();
            assertEquals(Reason.READ_ONLY, refusal(mounted));
            assertEquals("old", version(mounted.resolve("hearthkey-hub")));
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            var block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(Files.exists(file), full::toString);
        }
    }

    private Path program() {
        return stick.resolve("hearthkey-hub");
    }

    private Reason refusal() {
        return refusal(stick);
    }

    private Reason refusal(Path place) {
        return assertThrows(
                        DeliveryException.class,
                        () -> writer(new LocalTransport(), place).write(content("new")))
                .reason();
    }

    private void write(Transport drive, String version) throws IOException {
        writer(drive).write(content(version));
    }

    private Map<String, Content> content(String version) {
        return HubProgram.content(shipped, HubProgram.sums(shipped), version.getBytes(UTF_8));
    }

    private BundleWriter writer(Transport drive) {
        return writer(drive, stick);
    }

    private static BundleWriter writer(Transport drive, Path place) {
        return new BundleWriter(
                drive,
                new BundleFolder(place, new HubProgram()),
                (_, _) -> List.of(),
                DeliveryProgress.NONE,
                BundleWriter.Unfinished.REMOVED);
    }

    private String version() throws IOException {
        return version(program());
    }

    /// Which one lies there, if it is whole.
    private String version(Path folder) throws IOException {
        for (var file : shipped.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(folder.resolve(file.getKey())), file.getKey());
        }
        return Files.readString(folder.resolve("SHA256SUMS.p7s"));
    }

    private List<String> names() throws IOException {
        try (var names = Files.list(stick)) {
            return names.map(name -> name.getFileName().toString()).sorted().toList();
        }
    }

    private void assertAlone() throws IOException {
        assertEquals(List.of("hearthkey-hub"), names());
        var found =
                FolderContents.of(new LocalTransport(), program(), _ -> true).files();
        assertEquals(content("").keySet(), found.keySet());
    }
}
