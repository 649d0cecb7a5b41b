package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.ZoneName;

/// The issuers of the home, for reading.
public interface IssuerBook {
    Issuer root();

    Issuer services();

    /// All zones, in the order they were added.
    List<Zone> zones();

    /// The issuers of zones that the root took back, the oldest first.
    List<Withdrawn> withdrawn();

    /// The issuers that were lost with an earlier file of the home, and that the root took back.
    List<Superseded> superseded();

    /// The change of the root that is under way, or the last one.
    Optional<Rollover> rollover();

    /// When and why the root took back the issuer of this zone; empty if it did not.
    default Optional<Withdrawn> withdrawn(ZoneName name) {
        return zone(name)
                .flatMap(zone -> withdrawn().stream()
                        .filter(taken -> taken.issuer().equals(zone.issuer().certificate()))
                        .findFirst());
    }

    /// The issuers of other programs that the root certified, those taken back too, in the order they were added.
    List<Intermediate> intermediates();

    default Optional<Intermediate> intermediate(ZoneName name) {
        return intermediates().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Whether a zone or an intermediate has this name already: their subtrees would be one.
    default boolean isTaken(ZoneName name) {
        return zone(name).isPresent() || intermediate(name).isPresent();
    }

    default Optional<Zone> zone(ZoneName name) {
        return zones().stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /// The issuer with that role.
    ///
    /// @throws IllegalArgumentException if the home has no such zone
    default Issuer issuer(Role role) {
        return switch (role) {
            case Role.Root _ -> root();
            case Role.Services _ -> services();
            case Role.Zone(var name) ->
                zone(name)
                        .orElseThrow(() -> new IllegalArgumentException("No such zone"))
                        .issuer();
        };
    }

    /// The end of the shortest-lived certificate above a leaf of `role`, the issuer's own included.
    default Instant chainEnd(Role role) {
        var end = issuer(role).certificate().notAfter();
        var rootEnd = root().certificate().notAfter();
        return end.isBefore(rootEnd) ? end : rootEnd;
    }
}
