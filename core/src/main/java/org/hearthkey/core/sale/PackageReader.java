package org.hearthkey.core.sale;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.crypto.AEADBadTagException;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.sale.PackageOpening.Why;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.MalformedArrayException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.SealingKey;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// Opens packages, which strangers may have written: bounds come first, every box has to be as we write it, and nothing is
/// answered of a package that is not whole.
public final class PackageReader {
    private final SecureRandom random;

    public PackageReader(SecureRandom random) {
        this.random = random;
    }

    /// Whether the file begins as packages do.
    ///
    /// @throws IOException if it cannot be read
    public static boolean isPackage(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HousePackage.MAGIC.length), HousePackage.MAGIC);
        }
    }

    /// Opens a package with its words. Takes about a second, for Argon2id.
    ///
    /// @throws IOException if the file cannot be read
    public PackageOpening open(Path file, Passphrase words) throws IOException {
        if (Files.size(file) > HousePackage.MOST_FILE_BYTES) {
            return new PackageOpening.Refused(isPackage(file) ? Why.TOO_LARGE : Why.NO_PACKAGE);
        }
        try (var in = Files.newInputStream(file)) {
            return open(in, words);
        }
    }

    PackageOpening open(InputStream in, Passphrase words) throws IOException {
        var digest = PackageWriter.sha256();
        var rest = new PushbackInputStream(new DigestInputStream(new BufferedInputStream(in), digest));
        var file = new DataInputStream(rest);
        try {
            if (!Arrays.equals(file.readNBytes(HousePackage.MAGIC.length), HousePackage.MAGIC)) {
                return new PackageOpening.Refused(Why.NO_PACKAGE);
            }
            int version = file.readUnsignedShort();
            if (version != HousePackage.VERSION) {
                return new PackageOpening.Refused(version > HousePackage.VERSION ? Why.NEWER : Why.DAMAGED);
            }
            var lock = Lock.parse(bytes(file, HousePackage.MOST_LOCK_BYTES));
            if (lock.factors() != Factors.PASSPHRASE) {
                return new PackageOpening.Refused(Why.DAMAGED);
            }
            var key = new Locksmith(lock.vault(), Argon2id.fastest(), random)
                    .open(lock, LockUse.house(HousePackage.VERSION), new LockSecret.Remembered(words));
            return key.isEmpty() ? new PackageOpening.WrongWords() : opened(key.get(), lock, rest, digest);
        } catch (RefusedException refused) {
            return new PackageOpening.Refused(refused.refusal() == Refusal.OUT_OF_BOUNDS ? Why.TOO_LARGE : Why.DAMAGED);
        } catch (EOFException | AEADBadTagException | MalformedArrayException unsound) {
            return new PackageOpening.Refused(Why.DAMAGED);
        }
    }

    private PackageOpening opened(SecretBytes key, Lock lock, PushbackInputStream rest, MessageDigest digest)
            throws IOException, RefusedException, AEADBadTagException, MalformedArrayException {
        try (key;
                var sealing = key.use(bytes -> new SealingKey(bytes, random))) {
            return contents(new Boxes(rest, sealing, lock.vault()), digest);
        }
    }

    private static PackageOpening contents(Boxes boxes, MessageDigest digest)
            throws IOException, RefusedException, AEADBadTagException, MalformedArrayException {
        var head = boxes.next(PackageParts::readHouse);
        var zones = new ArrayList<PackedZone>();
        for (int i = 0; i < head.zones(); i++) {
            zones.add(boxes.next(PackageParts::readZone));
        }
        var devices = new ArrayList<PackedDevice>();
        var whole = false;
        try {
            var facts = head.with(zones);
            for (int i = 0; i < head.devices(); i++) {
                devices.add(boxes.next(PackageParts::readDevice));
            }
            boxes.requireEnd();
            requireDifferent(devices);
            var contents = new HouseContents(facts, Fingerprint.ofDigest(digest.digest()), devices);
            whole = true;
            return new PackageOpening.Opened(contents);
        } catch (IllegalArgumentException notOurs) {
            throw new MalformedArrayException("A package: " + notOurs.getMessage());
        } finally {
            if (!whole) {
                devices.forEach(PackedDevice::close);
            }
        }
    }

    private static void requireDifferent(List<PackedDevice> devices) {
        var names = new HashSet<String>();
        for (var device : devices) {
            if (!names.add(device.listing().name().text().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two devices of one name");
            }
        }
    }

    private static byte[] bytes(DataInputStream file, int most) throws IOException, RefusedException {
        int length = file.readInt();
        if (length < 0 || length > most) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "a length in a package");
        }
        var bytes = file.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /// What is made of the inside of a box.
    private interface Part<T> {
        T read(byte[] plain) throws MalformedArrayException;
    }

    /// Box after box.
    private static final class Boxes {
        private final PushbackInputStream rest;
        private final DataInputStream file;
        private final SealingKey sealing;
        private final byte[] vault;
        private long number;
        private boolean ended;

        Boxes(PushbackInputStream rest, SealingKey sealing, byte[] vault) {
            this.rest = rest;
            this.file = new DataInputStream(rest);
            this.sealing = sealing;
            this.vault = vault;
        }

        <T> T next(Part<T> part) throws IOException, RefusedException, AEADBadTagException, MalformedArrayException {
            var box = bytes(file, HousePackage.MOST_BOX_BYTES);
            ended = isAtEnd();
            var plain = sealing.open(HousePackage.context(vault, number, ended), box);
            number++;
            try {
                return part.read(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        }

        private boolean isAtEnd() throws IOException {
            int next = rest.read();
            if (next >= 0) {
                rest.unread(next);
            }
            return next < 0;
        }

        void requireEnd() throws EOFException {
            if (!ended) {
                throw new EOFException();
            }
        }
    }
}
