package org.hearthkey.core.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;

/// A home with a root, services and two zones, made anew for a test. Peers go by the machine's clock, so it is made a
/// moment ago.
public final class SampleHome {
    public static final ZoneName LIGHTING = new ZoneName("lighting");
    public static final ZoneName SECURITY = new ZoneName("security");

    public final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    public final SecureRandom random = new SecureRandom();
    public final HomeId id = HomeId.random(random);
    public final Authority authority = new Authority(id, InstantSource.fixed(now), random);
    public final SoftwareKey rootKey = SoftwareKey.generate(KeyProfile.P384, random);
    public final SoftwareKey servicesKey = SoftwareKey.generate(KeyProfile.P256, random);
    public final SoftwareKey lightingKey = SoftwareKey.generate(KeyProfile.P256, random);
    public final SoftwareKey securityKey = SoftwareKey.generate(KeyProfile.P256, random);
    public final SoftwareKey deviceKey = SoftwareKey.generate(KeyProfile.P256, random);
    public final Issuer root;
    public final Issuer services;
    public final Issuer lighting;
    public final Issuer security;

    public SampleHome() {
        var rootCertificate = authority.signRoot(rootKey);
        root = new Issuer(new Role.Root(), rootCertificate, Optional.empty());
        var pair = authority.signServices(rootCertificate, rootKey, servicesKey);
        services = new Issuer(new Role.Services(), pair.issuer(), Optional.of(pair.twin()));
        lighting = zone(LIGHTING, 1, lightingKey);
        security = zone(SECURITY, 2, securityKey);
    }

    private Issuer zone(ZoneName name, int policy, SoftwareKey key) {
        var certificates = authority.signZone(root.certificate(), rootKey, name, policy, key);
        return new Issuer(new Role.Zone(name), certificates.issuer(), Optional.of(certificates.twin()));
    }

    public LeafDraft.DeviceLeaf device(String name, ZoneName zone, PublicKeyInfo key) {
        var device = new DeviceName(name);
        return new LeafDraft.DeviceLeaf(
                device,
                UUID.randomUUID(),
                zone,
                new DnsName(device.label() + "." + zone.dnsName()),
                zone.equals(LIGHTING) ? 1 : 2,
                key,
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofDays(90)));
    }

    public Certificate lamp(String name) {
        return authority.signLeaf(lighting, lightingKey, device(name, LIGHTING, deviceKey.publicKey()));
    }

    public Certificate hub() {
        try {
            return authority.signLeaf(
                    services,
                    servicesKey,
                    new LeafDraft.HubLeaf(
                            "hub",
                            List.of(new DnsName("hub.home.arpa")),
                            List.of(
                                    InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, 2}),
                                    InetAddress.getByName("fd00::2")),
                            deviceKey.publicKey(),
                            now.minus(Duration.ofMinutes(5)),
                            now.plus(Duration.ofDays(397))));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /// A hub on this computer, at its own address.
    public Certificate hubHere(PublicKeyInfo key) {
        return authority.signLeaf(
                services,
                servicesKey,
                new LeafDraft.HubLeaf(
                        "hub",
                        List.of(new DnsName("hub.home.arpa")),
                        List.of(InetAddress.getLoopbackAddress()),
                        key,
                        now.minus(Duration.ofMinutes(5)),
                        now.plus(Duration.ofDays(30))));
    }

    Certificate manifestSigner() {
        return authority.signLeaf(
                services,
                servicesKey,
                new LeafDraft.ManifestLeaf(
                        deviceKey.publicKey(), now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofDays(397))));
    }

    public Crl list(Issuer issuer, SoftwareKey key, long number, SerialNumber... revoked) {
        return authority.signCrl(
                issuer,
                key,
                new CrlDraft(
                        BigInteger.valueOf(number),
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(35)),
                        Arrays.stream(revoked)
                                .map(serial -> new RevokedEntry(serial, now.minusSeconds(120), Reason.KEY_COMPROMISE))
                                .toList()));
    }

    /// The files that peers read: certificates, lists (`crl.pem` with all of them) and one lamp.
    public void write(Path folder, Certificate lamp, SerialNumber... revokedLamps) throws IOException {
        write(folder, "root.pem", root.certificate());
        write(folder, "services.pem", services.certificate());
        write(folder, "services-twin.pem", services.twin().orElseThrow());
        write(folder, "lighting.pem", lighting.certificate());
        write(folder, "lighting-twin.pem", lighting.twin().orElseThrow());
        write(folder, "security.pem", security.certificate());
        write(folder, "security-twin.pem", security.twin().orElseThrow());
        write(folder, "lamp.pem", lamp);
        write(folder, "lamp-chain.pem", lamp, lighting.certificate(), root.certificate());
        var lists = List.of(
                list(root, rootKey, 1),
                list(services, servicesKey, 1),
                list(lighting, lightingKey, 7, revokedLamps),
                list(security, securityKey, 1));
        Files.writeString(folder.resolve("lighting.crl.pem"), lists.get(2).pem());
        Files.writeString(
                folder.resolve("crl.pem"), lists.stream().map(Crl::pem).collect(Collectors.joining()));
    }

    public static void write(Path folder, String name, Certificate... certificates) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Arrays.stream(certificates).map(Certificate::pem).collect(Collectors.joining()));
    }
}
