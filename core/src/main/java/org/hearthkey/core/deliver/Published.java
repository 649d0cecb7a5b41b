package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.revoke.ProbeSet;

/// An issuer with its revocation lists, as a bundle carries them.
///
/// @param list the one in force
/// @param lifeline those to come, the next one first
/// @param probes what hubs try this issuer's listener with; only zones have any
public record Published(Issuer issuer, ListFile list, List<ListFile> lifeline, List<ProbeSet> probes) {
    public Published {
        lifeline = List.copyOf(lifeline);
        probes = List.copyOf(probes);
    }

    /// An issuer with lists that are short enough to hold.
    ///
    /// @throws IllegalArgumentException if one of them is not of this issuer
    public static Published of(Issuer issuer, Crl list, List<Crl> lifeline, List<ProbeSet> probes) {
        if (!Stream.concat(Stream.of(list), lifeline.stream())
                .allMatch(each -> each.isSignedBy(issuer.certificate()))) {
            throw new IllegalArgumentException(
                    "The list is not of " + issuer.role().code());
        }
        return new Published(
                issuer, ListFile.of(list), lifeline.stream().map(ListFile::of).toList(), probes);
    }

    /// An issuer with one list.
    public static Published of(Issuer issuer, Crl list) {
        return of(issuer, list, List.of(), List.of());
    }

    /// When this issuer runs out of lists.
    Instant end() {
        return (lifeline.isEmpty() ? list : lifeline.getLast()).nextUpdate();
    }

    boolean has(BigInteger number) {
        return Stream.concat(Stream.of(list), lifeline.stream())
                .anyMatch(each -> each.number().equals(number));
    }

    /// The folder of this issuer's files. The root has none: its certificate and its list lie at the top.
    static String folder(Role role) {
        return switch (role) {
            case Role.Root _ -> "";
            case Role.Services _ -> "services/";
            case Role.Zone(var name) -> "zones/" + name.text() + "/";
        };
    }

    /// The folder of this issuer's lists to come.
    static String lifelineFolder(Role role) {
        return BundleFile.LIFELINE + (role instanceof Role.Root ? "root/" : folder(role));
    }
}
