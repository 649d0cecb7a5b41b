package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;

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

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HomeId id = HomeId.random(RANDOM);
    private final Authority authority = new Authority(id, InstantSource.fixed(now), RANDOM);
    private final SoftwareKey signerKey = key(KeyProfile.P256);

    BundleHome() {
        root = new Issuer(new Role.Root(), authority.signRoot(rootKey), Optional.empty());
        var pair = authority.signServices(root.certificate(), rootKey, servicesKey);
        services = new Issuer(new Role.Services(), pair.issuer(), Optional.of(pair.twin()));
        lighting = zone("lighting", 1, lightingKey);
        security = zone("security", 2, securityKey);
        var until = services.certificate().notAfter();
        signer = authority.signLeaf(
                services, servicesKey, new LeafDraft.ManifestLeaf(signerKey.publicKey(), now, until));
    }

    private Issuer zone(String name, int policy, SoftwareKey key) {
        var pair = authority.signZone(root.certificate(), rootKey, new ZoneName(name), policy, key);
        return new Issuer(new Role.Zone(new ZoneName(name)), pair.issuer(), Optional.of(pair.twin()));
    }

    private static SoftwareKey key(KeyProfile profile) {
        return SoftwareKey.generate(profile, RANDOM);
    }

    Crl list(Issuer issuer, SoftwareKey key, Duration life, SerialNumber... revoked) {
        var entries = Arrays.stream(revoked)
                .map(serial -> new RevokedEntry(serial, now, Reason.KEY_COMPROMISE))
                .toList();
        return authority.signCrl(issuer, key, new CrlDraft(BigInteger.ONE, now, now.plus(life), entries));
    }

    List<Published> published() {
        return List.of(
                new Published(root, list(root, rootKey, Duration.ofDays(400))),
                new Published(services, list(services, servicesKey, LIST_LIFE)),
                new Published(lighting, list(lighting, lightingKey, LIST_LIFE)),
                new Published(security, list(security, securityKey, LIST_LIFE.plusDays(1))));
    }

    Bundle bundle() {
        return bundle(published());
    }

    /// The home's bundle, in which these stand instead of what it would publish of the same issuers.
    Bundle bundleWith(Published... changed) {
        var issuers = Arrays.stream(changed).map(Published::issuer).toList();
        var unchanged = published().stream().filter(p -> !issuers.contains(p.issuer()));
        return bundle(Stream.concat(unchanged, Arrays.stream(changed)).toList());
    }

    private Bundle bundle(List<Published> published) {
        return Bundle.of(7, id, now, published);
    }

    byte[] sign(Bundle bundle) {
        return authority.signDetached(bundle.manifest(), signerKey, signer, List.of(services.certificate()));
    }
}
