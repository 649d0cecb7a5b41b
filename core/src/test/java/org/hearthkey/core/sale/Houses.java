package org.hearthkey.core.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.DeviceListing.Elsewhere;
import org.hearthkey.core.device.WaitingCode;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.sale.HouseFacts.OpeningProof;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// A small house for tests, always the same.
final class Houses {
    static final String CODE = "MT:Y.K9042C00KA0648G00";
    private static final ZoneName LIGHTING = new ZoneName("lighting");
    private static final ZoneName SECURITY = new ZoneName("security");

    private Houses() {}

    static Passphrase words() {
        return new Passphrase("acre badge cabin dairy eagle fable".toCharArray());
    }

    static HouseFacts facts(int devices) {
        return new HouseFacts(
                new HomeName("Maple House"),
                new HomeId("abcdefgh"),
                Fingerprint.of("root".getBytes(UTF_8)),
                Instant.parse("2026-11-22T12:00:00Z"),
                new OpeningProof(Fingerprint.of("proof".getBytes(UTF_8)).bytes()),
                List.of(
                        new PackedZone(LIGHTING, ZoneRules.NONE),
                        new PackedZone(
                                SECURITY,
                                new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.IN_WINDOW, Grade.CLAIMED))),
                devices);
    }

    /// A lamp with everything, and a camera with nothing.
    static List<PackedDevice> devices() {
        return List.of(
                new PackedDevice(
                        new DeviceListing(
                                new DeviceName("Türlampe"),
                                "lamp",
                                "Hall",
                                LIGHTING,
                                new DnsName("turlampe.lighting.home.arpa"),
                                Optional.of(Instant.parse("2027-02-20T12:00:00Z")),
                                List.of(
                                        new Elsewhere("vendor-cloud", Optional.of(new AccountName("Acme"))),
                                        new Elsewhere("access-token", Optional.empty()))),
                        Optional.of(new WaitingCode(
                                "matter-qr",
                                SecretBytes.owning(CODE.getBytes(UTF_8)),
                                Optional.of(SecretBytes.owning(new byte[] {1, 2, 3}))))),
                bare("Camera"));
    }

    static PackedDevice bare(String name) {
        return new PackedDevice(
                new DeviceListing(
                        new DeviceName(name),
                        "",
                        "",
                        SECURITY,
                        new DnsName("camera.security.home.arpa"),
                        Optional.empty(),
                        List.of()),
                Optional.empty());
    }

    static byte[] write(SecureRandom random, List<PackedDevice> devices) throws IOException {
        return write(random, devices, Argon2Cost.MINIMUM);
    }

    static byte[] write(SecureRandom random, List<PackedDevice> devices, Argon2Cost cost) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var words = words()) {
            new PackageWriter(random)
                    .write(out, facts(devices.size()), devices.iterator(), new LockPlan.Remembered(words, cost));
        }
        return out.toByteArray();
    }
}
