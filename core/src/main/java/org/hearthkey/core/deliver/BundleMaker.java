package org.hearthkey.core.deliver;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.certificate.ReadList;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.content.Spool;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.ProbeSet;
import org.hearthkey.core.revoke.SignedList;

/// Puts together what a hub needs to know of the home as it stands.
public final class BundleMaker {
    private final HomeId home;
    private final Lists lists;
    private final DeviceBook devices;
    private final IssuerBook issuers;

    public BundleMaker(HomeId home, Lists lists, DeviceBook devices, IssuerBook issuers) {
        this.home = home;
        this.lists = lists;
        this.devices = devices;
        this.issuers = issuers;
    }

    /// @param secondKey the public key that its manifest's second signature is by
    /// @param spool keeps what is long, for as long as somebody needs the bundle
    /// @throws IOException if there is no room for it
    Bundle make(long number, Instant at, byte[] secondKey, Spool spool) throws IOException {
        var published = new ArrayList<Published>();
        for (var list : lists.newest()) {
            published.add(published(list, spool));
        }
        return Bundle.of(number, home, at, published, orders(at, spool), rollover(at))
                .with(secondKey);
    }

    private Optional<Rollover> rollover(Instant at) {
        return issuers.rollover().filter(change -> at.isBefore(change.oldRoot().notAfter()));
    }

    private Published published(SignedList list, Spool spool) throws IOException {
        var role = list.issuer();
        var lifeline = new ArrayList<ListFile>();
        for (var later : lists.toCome(role)) {
            lifeline.add(file(later, spool));
        }
        return new Published(issuers.issuer(role), file(list, spool), lifeline, probes(role));
    }

    private ListFile file(SignedList list, Spool spool) throws IOException {
        var pem = spool.keep(out -> Pem.write(ReadList.LABEL, der -> lists.write(list, der), out));
        return new ListFile(list.number(), list.thisUpdate(), list.nextUpdate(), pem);
    }

    private List<ProbeSet> probes(Role role) {
        return role instanceof Role.Zone(var zone) ? lists.canaries().ofHubs(zone) : List.of();
    }

    private Content orders(Instant at, Spool spool) throws IOException {
        try {
            return spool.keep(out -> {
                out.write(Orders.begin());
                issuers.zones()
                        .forEach(zone -> devices.eachListed(
                                zone.name(),
                                at,
                                Lifetimes.NEVER,
                                listed -> devices.certificate(listed.serial())
                                        .ifPresent(certificate ->
                                                write(Orders.RemoveClient.of(zone.name(), certificate), out))));
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(Orders.Order order, OutputStream out) {
        try {
            out.write(Orders.lines(List.of(order)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
