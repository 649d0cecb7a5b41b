package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.TestMaker;

/// A home with two zones that hands a hub whatever a test asks for, also what no home would sign. Servers and OpenSSL go
/// by the machine's clock, so it was made an hour ago.
final class HubHome {
    private static final SecureRandom RANDOM = new SecureRandom();

    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    final HomeId id = HomeId.random(RANDOM);
    final Below root;
    final Below services;
    final Below lighting;
    final Below security;
    final SoftwareKey signerKey = key(KeyProfile.P256);
    final Certificate signer;
    final MlDsaKey second = MlDsaKey.generate(RANDOM);
    final List<Device> revoked = new ArrayList<>();

    private final Authority authority = new Authority(id, InstantSource.fixed(now.minus(Duration.ofHours(1))), RANDOM);

    /// An issuer and its key.
    record Below(Issuer issuer, SoftwareKey key) {
        String folder() {
            return Published.folder(issuer.role());
        }
    }

    /// A device, its certificate and its key.
    record Device(ZoneName zone, Certificate certificate, KeyPair keys) {
        String subject() {
            return certificate.subjectAtBroker();
        }

        /// Writes `NAME.pem` and `NAME.key` for a client to use.
        Device write(Path folder, String name) throws IOException {
            Files.writeString(folder.resolve(name + ".pem"), certificate.pem());
            var pem = new Pem("PRIVATE KEY", new Der(keys.getPrivate().getEncoded()));
            Files.writeString(folder.resolve(name + ".key"), pem.text());
            return this;
        }
    }

    HubHome() {
        var rootKey = key(KeyProfile.P384);
        root = new Below(new Issuer(new Role.Root(), authority.signRoot(rootKey), Optional.empty()), rootKey);
        var servicesKey = key(KeyProfile.P256);
        var pair = authority.signServices(root.issuer().certificate(), rootKey, servicesKey);
        services = new Below(new Issuer(new Role.Services(), pair.issuer(), Optional.of(pair.twin())), servicesKey);
        lighting = zone("lighting", 1);
        security = zone("security", 2);
        signer = sign(services, new LeafDraft.ManifestLeaf(signerKey.publicKey(), hourAgo(), inDays(700)));
    }

    private Below zone(String name, int policy) {
        var key = key(KeyProfile.P256);
        var pair = authority.signZone(root.issuer().certificate(), root.key(), new ZoneName(name), policy, key);
        var issuer = new Issuer(new Role.Zone(new ZoneName(name)), pair.issuer(), Optional.of(pair.twin()));
        return new Below(issuer, key);
    }

    private static SoftwareKey key(KeyProfile profile) {
        return SoftwareKey.generate(profile, RANDOM);
    }

    Instant hourAgo() {
        return now.minus(Duration.ofHours(1));
    }

    Instant inDays(long days) {
        return now.plus(Duration.ofDays(days));
    }

    Certificate sign(Below issuer, LeafDraft leaf) {
        return authority.signLeaf(issuer.issuer(), issuer.key(), leaf);
    }

    Device device(String name, Below zone) {
        var keys = TestMaker.newKeys();
        var role = (Role.Zone) zone.issuer().role();
        return new Device(role.name(), leaf(name, zone, PublicKeyInfo.of(keys.getPublic())), keys);
    }

    /// A certificate of a zone for any key.
    Certificate leaf(String name, Below zone, PublicKeyInfo key) {
        var device = new DeviceName(name);
        var role = (Role.Zone) zone.issuer().role();
        var dns = new DnsName(device.label() + "." + role.name().dnsName());
        int policy = zone.equals(lighting) ? 1 : 2;
        return sign(
                zone,
                new LeafDraft.DeviceLeaf(
                        device, UUID.randomUUID(), role.name(), dns, policy, key, hourAgo(), inDays(90)));
    }

    Device revoke(Device device) {
        revoked.add(device);
        return device;
    }

    /// What `hub certify` does with a hub's request.
    Certificate certify(String hub, byte[] request) {
        var key = CertificateRequest.parse(request).orElseThrow().publicKey();
        var dns = List.of(new DnsName("hub.home.arpa"), new DnsName("localhost.home.arpa"));
        return sign(services, new LeafDraft.HubLeaf(hub, dns, List.of(), key, hourAgo(), inDays(397)));
    }

    Crl list(Below issuer, long number, Instant from, Instant until, List<SerialNumber> more) {
        var serials = new ArrayList<>(more);
        revoked.stream()
                .filter(device ->
                        device.certificate().isSignedBy(issuer.issuer().certificate()))
                .forEach(device -> serials.add(device.certificate().serial()));
        var entries = serials.stream()
                .map(serial -> new RevokedEntry(serial, from, Reason.KEY_COMPROMISE))
                .toList();
        var draft = new CrlDraft(BigInteger.valueOf(number), from, until, entries);
        return authority.signCrl(issuer.issuer(), issuer.key(), draft);
    }

    ManifestSignatures signBundle(byte[] manifest) {
        return new ManifestSignatures(signManifest(manifest), second.sign(manifest));
    }

    byte[] signManifest(byte[] manifest) {
        var chain = List.of(services.issuer().certificate());
        return authority.signDetached(manifest, signerKey, signer, chain);
    }

    /// A message of orders with this text.
    byte[] signOrders(byte[] text) {
        return signOrders(text, second.sign(text));
    }

    byte[] signOrders(byte[] text, byte[] secondSignature) {
        return attached(UrgentOrders.content(text, secondSignature));
    }

    /// Signed by the certificate alone, the content inside.
    byte[] attached(byte[] content) {
        return AttachedCms.with(content, signManifest(content));
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
