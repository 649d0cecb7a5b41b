package org.hearthkey.core.revoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// What lists are tried with: for every list of a zone a fresh canary for each prober, and for each prober a control.
public final class Canaries {
    /// So a control need not be new whenever the lists are.
    private static final Duration SPARE = Duration.ofDays(60);

    /// What is nearly over is of no use to try anything with.
    private static final Duration LEAST = Duration.ofMinutes(10);

    private final CanaryBook book;
    private final Probers probers;
    private final Signatory signatory;
    private final SecureRandom random;

    public Canaries(CanaryBook book, Probers probers, Signatory signatory, SecureRandom random) {
        this.book = book;
        this.probers = probers;
        this.signatory = signatory;
        this.random = random;
    }

    /// What this home itself tries the listener of a zone with. Its key is in the keyring.
    public Optional<ProbeSet> own(ZoneName zone) {
        return set(zone, Prober.OWN);
    }

    /// What the hubs try the listener of a zone with.
    public List<ProbeSet> ofHubs(ZoneName zone) {
        return probers.hubs().stream()
                .flatMap(hub ->
                        set(zone, hub.code())
                                .filter(set -> set.control().publicKey().equals(hub.key()))
                                .stream())
                .toList();
    }

    private Optional<ProbeSet> set(ZoneName zone, String prober) {
        return book.control(zone, prober)
                .map(control -> new ProbeSet(
                        zone,
                        prober,
                        control,
                        book.canaries(zone, prober).stream()
                                .filter(canary ->
                                        canary.certificate().publicKey().equals(control.publicKey()))
                                .toList()));
    }

    /// Whether somebody who tries lists has nothing yet to try those of this zone with.
    boolean areMissing(ZoneName zone) {
        return own(zone).isEmpty() || ofHubs(zone).size() < probers.hubs().size();
    }

    /// Forgets the canaries that have ended, and those of lists that will never be in force.
    void drop(ZoneName zone, Instant at, List<SignedList> lists) {
        book.drop(zone, at, lists.stream().map(SignedList::number).toList());
    }

    /// Makes sure that each prober has a control that lasts until `end`.
    ///
    /// @param key the zone's
    /// @return those that are new
    List<Certificate> control(ZoneName zone, SigningKey key, Instant at, Instant end) {
        var made = new ArrayList<Certificate>();
        var least = signatory.endWithin(new Role.Zone(zone), end);
        if (!isWorthwhile(at, least)) {
            return made;
        }
        var issuer = signatory.issuers().issuer(new Role.Zone(zone)).certificate();
        for (var prober : probers(zone)) {
            var lasts = book.control(zone, prober.code())
                    .filter(control -> control.isSignedBy(issuer))
                    .filter(control -> control.publicKey().equals(prober.key()))
                    .filter(control -> !control.notAfter().isBefore(least))
                    .isPresent();
            if (!lasts) {
                var control = sign(zone, key, prober, "control", at, end.plus(SPARE));
                book.control(zone, prober.code(), control);
                made.add(control);
            }
        }
        return made;
    }

    /// Issues a canary for each prober, to be revoked by the list of this number.
    ///
    /// @param key the zone's
    List<Certificate> issue(ZoneName zone, SigningKey key, BigInteger list, ListTimes times) {
        var made = new ArrayList<Certificate>();
        if (isWorthwhile(times.thisUpdate(), signatory.endWithin(new Role.Zone(zone), times.nextUpdate()))) {
            for (var prober : probers(zone)) {
                var canary = sign(zone, key, prober, "canary", times.thisUpdate(), times.nextUpdate());
                book.add(zone, prober.code(), new Canary(list, times.thisUpdate(), canary));
                made.add(canary);
            }
        }
        return made;
    }

    private static boolean isWorthwhile(Instant from, Instant end) {
        return from.plus(LEAST).isBefore(end);
    }

    /// What a list that begins at `thisUpdate` says of canaries: its own and those of lists before that have not ended.
    List<RevokedEntry> entries(ZoneName zone, Instant thisUpdate) {
        return book.canaries(zone, thisUpdate).stream()
                .filter(canary -> !canary.revoked().isAfter(thisUpdate))
                .map(canary -> new RevokedEntry(canary.certificate().serial(), canary.revoked(), Reason.UNSPECIFIED))
                .toList();
    }

    private List<Prober> probers(ZoneName zone) {
        var all = new ArrayList<Prober>(List.of(new Prober.Own(ownKey(zone))));
        all.addAll(probers.hubs());
        return all;
    }

    /// The key is there from the first control on, and stays.
    private PublicKeyInfo ownKey(ZoneName zone) {
        return book.control(zone, Prober.OWN).map(Certificate::publicKey).orElseGet(() -> {
            try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
                signatory.keys().keepProber(zone, key);
                return key.publicKey();
            }
        });
    }

    private Certificate sign(ZoneName zone, SigningKey key, Prober prober, String kind, Instant from, Instant to) {
        var role = new Role.Zone(zone);
        return signatory.signLeaf(
                role,
                key,
                new LeafDraft.DeviceLeaf(
                        name(prober, kind),
                        id(zone, prober, kind),
                        zone,
                        address(zone, prober, kind),
                        signatory.issuers().zone(zone).orElseThrow().policyNumber(),
                        prober.key(),
                        from.minus(Lifetimes.BACKDATE),
                        signatory.endWithin(role, to)));
    }

    private static DeviceName name(Prober prober, String kind) {
        return switch (prober) {
            case Prober.Own _ -> new DeviceName(kind);
            case Prober.Hub(var hub, var _) -> new DeviceName(kind + " " + hub);
        };
    }

    /// No device has such an address: the label of its name never has two hyphens in a row.
    private static DnsName address(ZoneName zone, Prober prober, String kind) {
        return switch (prober) {
            case Prober.Own _ -> new DnsName("probe--" + kind + "." + zone.dnsName());
            case Prober.Hub(var hub, var _) -> new DnsName("probe--" + kind + "--" + hub + "." + zone.dnsName());
        };
    }

    /// The same for all canaries of a prober, so that a broker can know them by their subject.
    private static UUID id(ZoneName zone, Prober prober, String kind) {
        return UUID.nameUUIDFromBytes((kind + "/" + zone.text() + "/" + prober.code()).getBytes(UTF_8));
    }
}
