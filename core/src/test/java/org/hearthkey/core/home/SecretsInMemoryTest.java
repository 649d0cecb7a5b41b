package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.memory.HeapDump;
import org.hearthkey.core.memory.Planted;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Hkdf;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.HomeSchema;
import org.hearthkey.core.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for secrets where a thief of memory would: in a dump of the whole heap, while a home is open and after it closed.
class SecretsInMemoryTest {
    private static final int KEY_BYTES = 32;

    @TempDir
    private Path folder;

    private final TestHomes clock = new TestHomes();
    private final Planted planted = new Planted();
    private final RecordingRandom random = new RecordingRandom();
    private Path file = Path.of("Maple.hearth");

    @BeforeEach
    void createsAHome() throws Exception {
        file = folder.resolve("Maple.hearth");
        planted.draw("passphrase", random);
        planted.draw("root passphrase", random);
        var homes = homes();
        try (var passphrase = passphrase("passphrase");
                var root = passphrase("root passphrase")) {
            homes.create(
                            file,
                            new NewHome(new HomeName("Maple House"), List.of(TestHomes.LIGHTING)),
                            homes.lockFor(passphrase),
                            new NewRoot.InFile(List.of(homes.lockFor(root))),
                            _ -> {})
                    .close();
        }
        plantVaultKeys();
    }

    @Test
    void nothingIsLeftOfAClosedHome() throws Exception {
        plantZoneKey();
        var home = open();
        var issued = issue(home);
        issued.madeKey().orElseThrow().password().use(letters -> {
            planted.letters("one-time password", letters);
            return letters.length;
        });
        try (var root = passphrase("root passphrase")) {
            home.addZone(TestHomes.SECURITY, RootSecret.of(root));
        }

        // What is held on purpose is found: the search works.
        var whileOpen = HeapDump.found(planted, folder);
        assertTrue(
                whileOpen.containsAll(Set.of("K_record", "K_private", "one-time password in UTF-16BE")),
                whileOpen::toString);
        // And these have done their work already.
        assertEquals(Set.of(), starting(whileOpen, "passphrase", "root passphrase", "vault key", "zone key"));

        issued.madeKey().orElseThrow().close();
        home.close();
        assertEquals(Set.of(), HeapDump.found(planted, folder));
        home.close(); // until here somebody held on to it
    }

    @Test
    void aPassphraseIsFoundUntilItIsClosed() throws Exception {
        try (var passphrase = passphrase("passphrase")) {
            assertEquals(Set.of("passphrase in ISO-8859-1", "passphrase in UTF-8"), HeapDump.found(planted, folder));
            assertTrue(passphrase.length() > 0);
        }
        assertEquals(Set.of(), HeapDump.found(planted, folder));
    }

    private static Set<String> starting(Set<String> found, String... names) {
        var some = new TreeSet<String>();
        for (var name : names) {
            found.stream().filter(one -> one.startsWith(name)).forEach(some::add);
        }
        return some;
    }

    private Passphrase passphrase(String name) {
        return planted.lend(name, Passphrase::new);
    }

    /// The format says how they are made of what was drawn.
    private void plantVaultKeys() {
        byte[] vaultKey = random.first(KEY_BYTES);
        byte[] prk = Hkdf.extract(random.first(16), vaultKey);
        planted.bytes("vault key", vaultKey);
        for (var key : List.of("record", "set", "private")) {
            byte[] derived = Hkdf.expand(prk, ("hearth/1 " + key).getBytes(US_ASCII), KEY_BYTES);
            planted.bytes("K_" + key, derived);
            planted.bytes("K_" + key + " as HMAC keeps it", inner(derived));
        }
        random.forget();
    }

    private static byte[] inner(byte[] key) {
        byte[] inner = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
        }
        return inner;
    }

    private void plantZoneKey() throws Exception {
        try (var passphrase = passphrase("passphrase");
                var store = Store.open(file, HomeSchema.newest(), new LockSecret.Remembered(passphrase), random);
                SoftwareKey key = Books.of(store).keys().open(new Role.Zone(TestHomes.LIGHTING));
                var pkcs8 = key.pkcs8()) {
            var scalar = pkcs8.use(bytes -> ((ECPrivateKey)
                            KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes)))
                    .getS());
            plantNumber("zone key", scalar);
        }
    }

    /// In the order of a PKCS#8, backwards, and as the words of a `BigInteger`: Java keeps numbers in all three.
    private void plantNumber(String name, BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] body = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 31), bytes.length);
        planted.bytes(name, body);
        byte[] backwards = new byte[body.length];
        for (int i = 0; i < body.length; i++) {
            backwards[i] = body[body.length - 1 - i];
        }
        planted.bytes(name + " backwards", backwards);
    }

    private Homes homes() {
        return new Homes(clock, random, () -> Argon2Cost.MINIMUM);
    }

    private Home open() throws IOException {
        try (var passphrase = passphrase("passphrase")) {
            return assertInstanceOf(Unlocked.Open.class, homes().open(file, new LockSecret.Remembered(passphrase)))
                    .home();
        }
    }

    private static Outcome.Issued issue(Home home) {
        var application =
                Application.of(new DeviceName("Old radio"), TestHomes.LIGHTING).keySource(KeySource.MADE_HERE);
        var review = home.approvals().review(application);
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(new Approval(review)));
    }

    /// Remembers, turned over, what was drawn in pieces as long as keys.
    private static final class RecordingRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient List<byte[]> turned = new ArrayList<>();

        @Override
        public void nextBytes(byte[] bytes) {
            super.nextBytes(bytes);
            byte[] kept = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                kept[i] = (byte) ~bytes[i];
            }
            turned.add(kept);
        }

        byte[] first(int length) {
            byte[] kept = turned.stream()
                    .filter(drawn -> drawn.length == length)
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) ~kept[i];
            }
            return bytes;
        }

        void forget() {
            turned.clear();
        }
    }
}
