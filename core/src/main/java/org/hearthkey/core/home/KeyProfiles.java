package org.hearthkey.core.home;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.device.ZoneRuleRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;

/// The kinds of key that devices may have, until when and in which zones.
public final class KeyProfiles {
    private static final int PAGE = 200;

    private final ZoneRuleRecords records;
    private final DeviceBook devices;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    KeyProfiles(
            ZoneRuleRecords records,
            DeviceBook devices,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.records = records;
        this.devices = devices;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// All of them, in a steady order.
    public List<NamedProfile> all() {
        return records.profiles();
    }

    public Optional<NamedProfile> find(String name) {
        return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /// The devices whose certificate, which is in force, is for such a key.
    public List<Device> devices(NamedProfile profile) {
        return uses(List.of(profile)).getFirst().devices();
    }

    /// Every profile with the devices whose certificates in force are for such keys. Looks at all certificates once.
    public List<ProfileUse> uses() {
        return uses(all());
    }

    /// The profiles of which the owner is warned by now, with the devices they touch; none without a device.
    public List<ProfileUse> ending() {
        var now = clock.instant();
        var warned = all().stream()
                .filter(profile ->
                        profile.warnFrom().filter(from -> !now.isBefore(from)).isPresent())
                .toList();
        return uses(warned).stream().filter(use -> !use.devices().isEmpty()).toList();
    }

    private List<ProfileUse> uses(List<NamedProfile> profiles) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<NamedProfile, List<Device>>();
        profiles.forEach(profile -> found.put(profile, new ArrayList<>()));
        var query = DeviceQuery.all(clock.instant()).withCertificates();
        for (long from = 0; from < devices.count(query); from += PAGE) {
            devices.page(query, from, PAGE).stream()
                    .filter(this::isInForce)
                    .forEach(device -> key(device)
                            .ifPresent(key -> found.forEach((profile, holders) -> {
                                if (profile.isOf(key)) {
                                    holders.add(device);
                                }
                            })));
        }
        return found.entrySet().stream()
                .map(entry -> new ProfileUse(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean isInForce(Device device) {
        return device.certified()
                .filter(held -> held.revoked().isEmpty() && clock.instant().isBefore(held.effectiveNotAfter()))
                .isPresent();
    }

    private Optional<PublicKeyInfo> key(Device device) {
        return device.certified()
                .flatMap(held -> devices.certificate(held.serial()))
                .map(Certificate::publicKey);
    }

    /// Says in which zones devices may get certificates for such keys, from the next approval on.
    ///
    /// @param zones of this home; empty for every zone
    /// @throws IllegalArgumentException if one of them is none of this home's
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public NamedProfile setZones(NamedProfile profile, List<ZoneName> zones, RootSecret secret)
            throws RefusedException, IOException {
        if (!zones.stream().allMatch(zone -> signatory.issuers().zone(zone).isPresent())) {
            throw new IllegalArgumentException("No such zone");
        }
        signatory.proveRoot(secret).close();
        var changed = profile.in(zones);
        return commits.commit(() -> {
            records.keep(changed);
            journal.append(Note.of("profile.zones")
                    .fact("profile", changed.name())
                    .fact("zones", zones.stream().map(ZoneName::text).toList()));
            return changed;
        });
    }
}
