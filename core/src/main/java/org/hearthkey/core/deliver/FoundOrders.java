package org.hearthkey.core.deliver;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.name.ZoneName;

/// What the orders of a bundle say, as far as its lists must agree with it.
///
/// @param clients whom they cut off, by zone
/// @param withdrawn zones whose anchor they withdraw
record FoundOrders(Map<ZoneName, SerialSet> clients, Set<ZoneName> withdrawn) {
    /// Reads them, and has the lists of the zones asked about the clients. If they cannot be read there are none.
    static FoundOrders read(BundleParts parts) throws IOException {
        var clients = new HashMap<ZoneName, SerialSet>();
        var withdrawn = new HashSet<ZoneName>();
        boolean wellFormed = parts.orders(order -> {
            switch (order) {
                case Orders.WithdrawAnchor(var zone, var _) -> withdrawn.add(zone);
                case Orders.RemoveClient(var zone, var serial, var _) ->
                    clients.computeIfAbsent(zone, _ -> new SerialSet()).add(serial);
            }
        });
        if (!wellFormed) {
            return new FoundOrders(Map.of(), Set.of());
        }
        clients.forEach((zone, serials) -> parts.ask(folder(zone) + BundleFile.LIST, serials));
        return new FoundOrders(clients, withdrawn);
    }

    /// Whom the hub is to cut off, the list in force turns away as well; and a zone to be withdrawn is not there.
    void check(BundleParts parts, List<BundleIssuer> issuers) {
        boolean agree = withdrawn.stream().noneMatch(zone -> isThere(zone, issuers))
                && clients.entrySet().stream()
                        .allMatch(ordered -> withdrawn.contains(ordered.getKey())
                                || (isThere(ordered.getKey(), issuers)
                                        && ordered.getValue().allSeen()));
        parts.flawIf(!agree, Code.ORDERS_DIFFER, BundleFile.ORDERS);
    }

    private static boolean isThere(ZoneName zone, List<BundleIssuer> issuers) {
        return issuers.stream().anyMatch(issuer -> issuer.folder().equals(folder(zone)));
    }

    private static String folder(ZoneName zone) {
        return "zones/" + zone.text() + "/";
    }
}
