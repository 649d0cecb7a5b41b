package org.hearthkey.core.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.sale.PackageOpening.Opened;
import org.hearthkey.core.sale.PackageOpening.Refused;
import org.hearthkey.core.sale.PackageOpening.Why;
import org.hearthkey.core.sale.PackageOpening.WrongWords;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.MalformedArrayException;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.secret.Passphrase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousePackageTest {
    /// Where the lock begins: after the mark, the version and its length.
    private static final int LOCK_AT = 22;

    private static final Path READER = Path.of("src/test/python/read_house.py").toAbsolutePath();

    @TempDir
    private Path folder;

    private static PackageOpening open(byte[] file) throws IOException {
        try (var words = Houses.words()) {
            return open(file, words);
        }
    }

    private static PackageOpening open(byte[] file, Passphrase words) throws IOException {
        return new PackageReader(new SecureRandom()).open(new ByteArrayInputStream(file), words);
    }

    private static void assertRefused(Why why, byte[] file) throws IOException {
        assertEquals(new Refused(why), open(file));
    }

    @Test
    void whatWasPackedComesOut() throws Exception {
        var file = Houses.write(new SecureRandom(), Houses.devices());
        try (var contents = assertInstanceOf(Opened.class, open(file)).contents();
                var lamp = contents.devices().getFirst()) {
            assertEquals(Houses.facts(2), contents.facts());
            assertEquals(Fingerprint.of(file), contents.hash());
            assertEquals(1, contents.codes());
            var packed = Houses.devices();
            assertEquals(
                    packed.stream().map(PackedDevice::listing).toList(),
                    contents.devices().stream().map(PackedDevice::listing).toList());
            var code = lamp.code().orElseThrow();
            assertEquals("matter-qr", code.kind());
            code.text().use(text -> {
                assertEquals(Houses.CODE, new String(text, UTF_8));
                return text.length;
            });
            code.photo().orElseThrow().use(picture -> {
                assertArrayEquals(new byte[] {1, 2, 3}, picture);
                return picture.length;
            });
        }
    }

    /// The vector of docs/formats/house-package.md.
    @Test
    void writesTheVector() throws Exception {
        var file = Houses.write(new ScriptedRandom("000102030405060708090a0b0c0d0e0f"), Houses.devices());
        assertEquals(794, file.length);
        assertEquals(
                "6f805316458328e591b36139a11c651884820365537213365e3f65aef3617b4d",
                Fingerprint.of(file).hex());
    }

    @Test
    void otherWordsOpenNothing() throws Exception {
        var file = Houses.write(new SecureRandom(), Houses.devices());
        try (var other = new Passphrase("acre badge cabin dairy eagle fables".toCharArray())) {
            assertInstanceOf(WrongWords.class, open(file, other));
        }
    }

    @Test
    void everyOtherFileIsNoPackage() throws Exception {
        assertRefused(Why.NO_PACKAGE, new byte[0]);
        assertRefused(Why.NO_PACKAGE, "hearthkey-core/1".getBytes(UTF_8));
        var file = Houses.write(new SecureRandom(), Houses.devices());
        file[17] = 2;
        assertRefused(Why.NEWER, file);
        file[17] = 0;
        assertRefused(Why.DAMAGED, file);
    }

    @Test
    void aPackageThatEndsAnywhereElseIsDamaged() throws Exception {
        var file = Houses.write(new SecureRandom(), Houses.devices());
        for (int length = HousePackage.MAGIC.length; length < boxesAt(file); length++) {
            assertRefused(Why.DAMAGED, Arrays.copyOf(file, length));
        }
        for (int length = boxesAt(file); length < file.length; length += 41) {
            assertRefused(Why.DAMAGED, Arrays.copyOf(file, length));
        }
        // Also where a box ends.
        assertRefused(Why.DAMAGED, Arrays.copyOf(file, secondBoxAt(file)));
        assertRefused(Why.DAMAGED, Arrays.copyOf(file, file.length + 1));
    }

    private static int boxesAt(byte[] file) {
        return LOCK_AT + ByteBuffer.wrap(file).getInt(LOCK_AT - Integer.BYTES);
    }

    private static int secondBoxAt(byte[] file) {
        int first = boxesAt(file);
        return first + Integer.BYTES + ByteBuffer.wrap(file).getInt(first);
    }

    @Test
    void noFlippedBitOpens() throws Exception {
        var random = new Random(14);
        var file = Houses.write(new SecureRandom(), Houses.devices());
        for (int i = 0; i < 24; i++) {
            int bit = random.nextInt(file.length * Byte.SIZE);
            var changed = file.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            // Where the terms of the lock are hit, its words are others.
            if (open(changed) instanceof Opened(var contents)) {
                contents.close();
                throw new AssertionError("Bit " + bit);
            }
        }
    }

    @Test
    void boxesKeepTheirPlaces() throws Exception {
        var file = Houses.write(new SecureRandom(), List.of(Houses.bare("Camera"), Houses.bare("Window")));
        var swapped = file.clone();
        // The last two boxes are equally long.
        int size = lastBox(file);
        System.arraycopy(file, file.length - size, swapped, file.length - 2 * size, size);
        System.arraycopy(file, file.length - 2 * size, swapped, file.length - size, size);
        assertRefused(Why.DAMAGED, swapped);
    }

    private static int lastBox(byte[] file) {
        int at = boxesAt(file);
        int size = 0;
        while (at < file.length) {
            size = Integer.BYTES + ByteBuffer.wrap(file).getInt(at);
            at += size;
        }
        return size;
    }

    @Test
    void asksForNoMoreThanAPackageMay() throws Exception {
        var file = Houses.write(new SecureRandom(), Houses.devices());
        var longLock = ByteBuffer.wrap(file.clone())
                .putInt(LOCK_AT - Integer.BYTES, 513)
                .array();
        assertRefused(Why.TOO_LARGE, longLock);
        var negative = ByteBuffer.wrap(file.clone())
                .putInt(LOCK_AT - Integer.BYTES, -1)
                .array();
        assertRefused(Why.TOO_LARGE, negative);
        var longBox = ByteBuffer.wrap(file.clone())
                .putInt(boxesAt(file), Integer.MAX_VALUE)
                .array();
        assertRefused(Why.TOO_LARGE, longBox);
        assertRefused(Why.TOO_LARGE, withCost(file, 1_048_577L));
        // Half of it would be allowed: the words are just others then.
        assertInstanceOf(WrongWords.class, open(withCost(file, 65_537L)));
        assertRefused(Why.DAMAGED, ofRecoverySecret(file));
    }

    private static byte[] withCost(byte[] file, long memoryKib) throws MalformedArrayException {
        return withTerms(file, 3, List.of(memoryKib, 3L, 4L));
    }

    /// A lock that takes no passphrase is none of a package.
    private static byte[] ofRecoverySecret(byte[] file) throws MalformedArrayException {
        var changed = withTerms(file, 3, null);
        return withTerms(changed, 1, 4L);
    }

    private static byte[] withTerms(byte[] file, int field, @Nullable Object value) throws MalformedArrayException {
        var fields = CborArray.decode(Arrays.copyOfRange(file, LOCK_AT, boxesAt(file)));
        fields.set(field, value);
        var lock = CborArray.encode(fields);
        int boxes = boxesAt(file);
        return ByteBuffer.allocate(LOCK_AT + lock.length + file.length - boxes)
                .put(file, 0, LOCK_AT - Integer.BYTES)
                .putInt(lock.length)
                .put(lock)
                .put(file, boxes, file.length - boxes)
                .array();
    }

    @Test
    void aFileLargerThanAnyPackageIsNotRead() throws Exception {
        var file = folder.resolve("Large.house");
        Files.write(file, Houses.write(new SecureRandom(), Houses.devices()));
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(HousePackage.MOST_FILE_BYTES + 1);
        }
        try (var words = Houses.words()) {
            assertEquals(new Refused(Why.TOO_LARGE), new PackageReader(new SecureRandom()).open(file, words));
        }
    }

    @Test
    void twoDevicesOfOneNameAreNoneOfOurs() throws Exception {
        assertRefused(
                Why.DAMAGED, Houses.write(new SecureRandom(), List.of(Houses.bare("Camera"), Houses.bare("camera"))));
    }

    @Test
    void nothingElsePassesForAPart() {
        for (var hostile : List.of(
                CborArray.of(),
                CborArray.of("device"),
                CborArray.of("zone", "root", "at-once", "any-time", "none"),
                CborArray.of("zone", "garden", "at-once", "any-time", "best"),
                CborArray.of("house", "Maple", "abcdefgh", new byte[31], 0, new byte[32], 1, 0),
                CborArray.of("house", "Maple", "abcdefgh", new byte[32], 0, new byte[32], 33, 0),
                CborArray.of("house", "Maple", "abcdefgh", new byte[32], 0, new byte[32], 1, 4097),
                CborArray.of("house", "Maple", "abcdefgh", new byte[32], -1, new byte[32], 1, 0),
                device("a/b", "", "", "matter-qr", new byte[1], null),
                device("Lamp", " lamp", "", "matter-qr", new byte[1], null),
                device("Lamp", "", "Hall\n", "matter-qr", new byte[1], null),
                device("Lamp", "", "", "Matter QR", new byte[1], null),
                device("Lamp", "", "", "matter-qr", new byte[0], null),
                device("Lamp", "", "", null, new byte[1], null),
                device("Lamp", "", "", "matter-qr", null, new byte[1]),
                device("Lamp", "", "", "matter-qr", new byte[1], new byte[56 * 1024 + 1]),
                device("Lamp", "", "", "matter-qr", new byte[4 * 4296 + 1], null))) {
            assertThrows(MalformedArrayException.class, () -> PackageParts.readHouse(hostile));
            assertThrows(MalformedArrayException.class, () -> PackageParts.readZone(hostile));
            assertThrows(MalformedArrayException.class, () -> PackageParts.readDevice(hostile));
        }
    }

    private static byte[] device(
            String name,
            String type,
            String location,
            @Nullable Object kind,
            @Nullable Object code,
            @Nullable Object photo) {
        return CborArray.of(
                "device",
                name,
                type,
                location,
                "lighting",
                "lamp.lighting.home.arpa",
                null,
                List.of(),
                kind,
                code,
                photo);
    }

    @Test
    void theWriterCountsItsDevices() {
        assertThrows(IllegalArgumentException.class, () -> writeOneMoreOrLess(1));
        assertThrows(IllegalArgumentException.class, () -> writeOneMoreOrLess(-1));
    }

    private static void writeOneMoreOrLess(int more) throws IOException {
        var devices = Houses.devices();
        try (var words = Houses.words()) {
            new PackageWriter(new SecureRandom())
                    .write(
                            OutputStream.nullOutputStream(),
                            Houses.facts(devices.size() + more),
                            devices.iterator(),
                            new LockPlan.Remembered(words, Argon2Cost.MINIMUM));
        }
    }

    @Test
    void anotherProgramOpensIt() throws Exception {
        var file = folder.resolve("Maple.house");
        Files.write(file, Houses.write(new SecureRandom(), Houses.devices()));
        Files.writeString(folder.resolve("words"), "acre badge cabin dairy eagle fable\n");
        var answer = Peer.python(folder, "cryptography", "argon2")
                .run(READER.toString(), file.toString(), "words")
                .accepts();
        answer.says("[\"house\", \"Maple House\", \"abcdefgh\", ")
                .says("[\"zone\", \"security\", \"at-once\", \"in-window\", \"claimed\"]")
                .says("[\"device\", \"Türlampe\", \"lamp\", \"Hall\", \"lighting\", \"turlampe.lighting.home.arpa\"")
                .says("[[\"vendor-cloud\", \"Acme\"], [\"access-token\", \"\"]], \"matter-qr\"")
                .says("sha256 " + Fingerprint.of(Files.readAllBytes(file)).hex());
    }
}
