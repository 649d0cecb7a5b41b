package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.Canary;
import org.hearthkey.core.revoke.ProbeSet;

/// A home with two zones that signs bundles. OpenSSL goes by the machine's clock, so the home is made now.
final class BundleHome {
    static final Duration LIST_LIFE = Duration.ofDays(35);

    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    final SoftwareKey rootKey = key(KeyProfile.P384);
    final SoftwareKey servicesKey = key(KeyProfile.P256);
    final SoftwareKey lightingKey = key(KeyProfile.P256);
    final SoftwareKey securityKey = key(KeyProfile.P256);
    final Issuer root;
    final Issuer services;
    final Issuer lighting;
    final Issuer security;
    final Certificate signer;
    /// Revoked.
    final Certificate porch;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HomeId id = HomeId.random(RANDOM);
    private final Authority authority = new Authority(id, InstantSource.fixed(now), RANDOM);
    private final SoftwareKey signerKey = key(KeyProfile.P256);
    final MlDsaKey second = MlDsaKey.generate(RANDOM);
    private final SoftwareKey probeKey = key(KeyProfile.P256);
    private List<Published> published = List.of();

    BundleHome() {
        root = new Issuer(new Role.Root(), authority.signRoot(rootKey), Optional.empty());
        var pair = authority.signServices(root.certificate(), rootKey, servicesKey);
        services = new Issuer(new Role.Services(), pair.issuer(), Optional.of(pair.twin()));
        lighting = zone("lighting", 1, lightingKey);
        security = zone("security", 2, securityKey);
        var until = services.certificate().notAfter();
        signer = authority.signLeaf(
                services, servicesKey, new LeafDraft.ManifestLeaf(signerKey.publicKey(), now, until));
        porch = lamp("Porch, \u201cold\u201d", key(KeyProfile.P256));
    }

    private Issuer zone(String name, int policy, SoftwareKey key) {
        var pair = authority.signZone(root.certificate(), rootKey, new ZoneName(name), policy, key);
        return new Issuer(new Role.Zone(new ZoneName(name)), pair.issuer(), Optional.of(pair.twin()));
    }

    private static SoftwareKey key(KeyProfile profile) {
        return SoftwareKey.generate(profile, RANDOM);
    }

    Crl list(Issuer issuer, SoftwareKey key, Duration life, SerialNumber... revoked) {
        return list(issuer, key, 1, now, now.plus(life), revoked);
    }

    Crl list(Issuer issuer, SoftwareKey key, int number, Instant from, Instant to, SerialNumber... revoked) {
        var entries = Arrays.stream(revoked)
                .map(serial -> new RevokedEntry(serial, now, Reason.KEY_COMPROMISE))
                .toList();
        return authority.signCrl(issuer, key, new CrlDraft(BigInteger.valueOf(number), from, to, entries));
    }

    /// A certificate of the zone lighting, for as long as its issuer.
    Certificate lamp(String name, SoftwareKey key) {
        var zone = new ZoneName("lighting");
        return authority.signLeaf(
                lighting,
                lightingKey,
                new LeafDraft.DeviceLeaf(
                        new DeviceName(name),
                        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                        zone,
                        new DnsName(new DeviceName(name).label() + ".lighting.home.arpa"),
                        1,
                        key.publicKey(),
                        now,
                        lighting.certificate().notAfter()));
    }

    /// Lighting with a list that names these, two lists to come, and what the hub `attic` tries them with.
    Published lighting(SerialNumber... revoked) {
        var canaries = List.of(canary(1), canary(2), canary(3));
        var serials = new ArrayList<>(List.of(revoked));
        var lists = new ArrayList<Crl>();
        for (var canary : canaries) {
            serials.add(canary.certificate().serial());
            int number = canary.list().intValueExact();
            var from = now.plus(Duration.ofDays(28L * (number - 1)));
            var all = serials.toArray(SerialNumber[]::new);
            lists.add(list(lighting, lightingKey, number, from, from.plus(LIST_LIFE), all));
        }
        var probes = new ProbeSet(new ZoneName("lighting"), "attic", lamp("control attic", probeKey), canaries);
        return Published.of(lighting, lists.getFirst(), lists.subList(1, 3), List.of(probes));
    }

    private Canary canary(int list) {
        return new Canary(BigInteger.valueOf(list), now, lamp("canary " + list, probeKey));
    }

    List<Published> published() {
        if (published.isEmpty()) {
            published = publish();
        }
        return published;
    }

    private List<Published> publish() {
        return List.of(
                Published.of(root, list(root, rootKey, Duration.ofDays(400))),
                Published.of(services, list(services, servicesKey, LIST_LIFE)),
                lighting(porch.serial()),
                Published.of(security, list(security, securityKey, LIST_LIFE.plusDays(1))));
    }

    Bundle bundle() {
        return bundle(published());
    }

    /// The home's bundle, in which these stand instead of what it would publish of the same issuers.
    Bundle bundleWith(Published... changed) {
        return bundle(with(List.of(changed)));
    }

    /// The same with these orders.
    Bundle bundleWith(List<Published> changed, Content orders) {
        return bundle(with(changed), orders);
    }

    private List<Published> with(List<Published> changed) {
        var issuers = changed.stream().map(Published::issuer).toList();
        var unchanged = published().stream().filter(p -> !issuers.contains(p.issuer()));
        return Stream.concat(unchanged, changed.stream()).toList();
    }

    Authority authority() {
        return authority;
    }

    private Bundle bundle(List<Published> published) {
        var order = Orders.RemoveClient.of(new ZoneName("lighting"), porch);
        return bundle(published, Content.of(new Orders(List.of(order)).bytes()));
    }

    private Bundle bundle(List<Published> published, Content orders) {
        try {
            return Bundle.of(7, id, now, published, orders, Optional.empty()).with(second.publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The home's bundle, but for these files; an empty text leaves one out.
    Bundle tampered(Map<String, String> contents) {
        var bundle = bundle();
        var files = new ArrayList<BundleFile>();
        bundle.files().stream()
                .filter(file -> !contents.containsKey(file.path()))
                .forEach(files::add);
        contents.forEach((path, text) -> {
            if (!text.isEmpty()) {
                files.add(new BundleFile(path, text.getBytes(US_ASCII)));
            }
        });
        return new Bundle(7, id, now, bundle.validUntil(), files);
    }

    /// The home's bundle, in which the root has revoked the issuer of lighting but did not withdraw its anchor.
    Bundle withRevokedIssuer() {
        var list =
                list(root, rootKey, Duration.ofDays(400), lighting.certificate().serial());
        var all = published().stream()
                .skip(1)
                .map(published -> text(published.list().pem()));
        return tampered(Map.of(
                BundleFile.ROOT_LIST,
                list.pem(),
                BundleFile.ALL_LISTS,
                Stream.concat(Stream.of(list.pem()), all).collect(Collectors.joining())));
    }

    /// What a file of a bundle says.
    static String text(Bundle bundle, String path) {
        return bundle.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> text(file.content()))
                .findFirst()
                .orElseThrow();
    }

    static String text(Content content) {
        return new String(bytes(content), US_ASCII);
    }

    static byte[] bytes(Content content) {
        try {
            return content.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ManifestSignatures sign(Bundle bundle) {
        var manifest = bundle.manifest();
        return new ManifestSignatures(cms(manifest), second.sign(manifest));
    }

    byte[] cms(byte[] content) {
        return authority.signDetached(content, signerKey, signer, List.of(services.certificate()));
    }
}
