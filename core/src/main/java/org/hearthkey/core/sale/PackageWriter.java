package org.hearthkey.core.sale;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.SealingKey;
import org.hearthkey.core.secret.SecretBytes;

/// Seals a house into a package, device by device: no more than one code is in the open at a time.
public final class PackageWriter {
    private final SecureRandom random;

    public PackageWriter(SecureRandom random) {
        this.random = random;
    }

    /// Writes the whole package. Each device is closed once it is written.
    ///
    /// @param words opens it, at the cost that the plan says
    /// @param devices as many as the facts say
    /// @return the SHA-256 of what was written
    /// @throws IllegalArgumentException if there are more or fewer devices
    public Fingerprint write(OutputStream out, HouseFacts facts, Iterator<PackedDevice> devices, LockPlan words)
            throws IOException {
        var digest = sha256();
        var file = new DataOutputStream(new DigestOutputStream(out, digest));
        var vault = new byte[HousePackage.VAULT_BYTES];
        random.nextBytes(vault);
        try (var key = SecretBytes.random(HousePackage.KEY_BYTES, random);
                var sealing = key.use(bytes -> new SealingKey(bytes, random))) {
            var lock = new Locksmith(vault, Argon2id.fastest(), random)
                    .make(LockUse.house(HousePackage.VERSION), key, words)
                    .encode();
            file.write(HousePackage.MAGIC);
            file.writeShort(HousePackage.VERSION);
            file.writeInt(lock.length);
            file.write(lock);
            var boxes = new Boxes(file, sealing, vault, 1L + facts.zones().size() + facts.devices());
            boxes.write(() -> PackageParts.house(facts));
            for (var zone : facts.zones()) {
                boxes.write(() -> PackageParts.zone(zone));
            }
            while (devices.hasNext()) {
                try (var device = devices.next()) {
                    boxes.write(() -> PackageParts.device(device));
                }
            }
            boxes.requireAll();
        }
        file.flush();
        return Fingerprint.ofDigest(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Box after box.
    private static final class Boxes {
        private final DataOutputStream file;
        private final SealingKey sealing;
        private final byte[] vault;
        private final long all;
        private long number;

        Boxes(DataOutputStream file, SealingKey sealing, byte[] vault, long all) {
            this.file = file;
            this.sealing = sealing;
            this.vault = vault;
            this.all = all;
        }

        void write(Supplier<byte[]> part) throws IOException {
            if (number == all) {
                throw new IllegalArgumentException("More devices than were told");
            }
            var plain = part.get();
            var box = sealing.seal(HousePackage.context(vault, number, number == all - 1), plain);
            Arrays.fill(plain, (byte) 0);
            file.writeInt(box.length);
            file.write(box);
            number++;
        }

        void requireAll() {
            if (number != all) {
                throw new IllegalArgumentException("Fewer devices than were told");
            }
        }
    }
}
