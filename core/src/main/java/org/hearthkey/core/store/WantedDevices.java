package org.hearthkey.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.policy.Lifetimes;

/// A query for devices as SQL. Everything that was typed is bound, never pasted.
record WantedDevices(String where, List<Object> values) {
    /// What `where` speaks of: `d` the device, `c` its certificate and `p` its pairing, of which it has one, and `r` that it
    /// leaves.
    static final String FROM = """
        FROM device d LEFT JOIN certificate c ON c.id = d.certificate LEFT JOIN pairing p ON p.device = d.uuid
            LEFT JOIN retirement r ON r.device = d.uuid
        """;

    private static final long SOON = Lifetimes.SOON.toSeconds();
    private static final long UNSEEN = Lifetimes.UNSEEN.toSeconds();

    private static final String ALIVE =
            "(c.id IS NULL AND p.taken_back IS NULL OR c.id IS NOT NULL AND c.revoked IS NULL AND c.ends > ?)";
    private static final String ENDING = "(c.id IS NOT NULL AND (c.renew_from <= ? OR c.ends < ?))";
    private static final String LAPSED = "(d.seen IS NULL AND d.added <= ?)";

    static WantedDevices of(DeviceQuery query) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (!query.text().isBlank()) {
            conditions.add("instr(d.search, ?) > 0");
            values.add(query.text().strip().toLowerCase(Locale.ROOT));
        }
        query.zone().ifPresent(zone -> {
            conditions.add("d.zone = ?");
            values.add(zone.text());
        });
        if (query.proof() == DeviceQuery.Proof.CERTIFICATE) {
            conditions.add("c.id IS NOT NULL");
        }
        var at = query.at().getEpochSecond();
        if (query.sight() == DeviceQuery.Sight.NOT_SEEN) {
            conditions.add(ALIVE + " AND d.seen IS NULL");
            values.add(at);
        }
        query.endsBefore().ifPresent(end -> {
            conditions.add("c.revoked IS NULL AND c.ends < ?");
            values.add(end.getEpochSecond());
        });
        query.state().ifPresent(state -> {
            switch (state) {
                case REVOKED ->
                    conditions.add("(c.revoked IS NOT NULL OR p.taken_back IS NOT NULL) AND r.ended IS NULL");
                case RETIRED -> conditions.add("r.ended IS NOT NULL");
                case ENDED -> {
                    conditions.add("c.revoked IS NULL AND c.ends <= ?");
                    values.add(at);
                }
                case LAPSED -> {
                    conditions.add(ALIVE + " AND " + LAPSED);
                    values.addAll(List.of(at, at - UNSEEN));
                }
                case ENDS_SOON -> {
                    conditions.add(ALIVE + " AND NOT " + LAPSED + " AND " + ENDING);
                    values.addAll(List.of(at, at - UNSEEN, at, at + SOON));
                }
                case UNSEEN -> {
                    conditions.add(ALIVE + " AND NOT " + LAPSED + " AND NOT " + ENDING + " AND d.seen IS NULL");
                    values.addAll(List.of(at, at - UNSEEN, at, at + SOON));
                }
                case TRUSTED -> {
                    conditions.add(ALIVE + " AND NOT " + ENDING + " AND d.seen IS NOT NULL");
                    values.addAll(List.of(at, at, at + SOON));
                }
            }
        });
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new WantedDevices(where, values);
    }

    /// What does not end by itself comes last.
    static String order(DeviceQuery.Order order) {
        return switch (order) {
            case NAME -> "d.name_key";
            case ZONE -> "d.zone, d.name_key";
            case TYPE -> "d.type, d.name_key";
            case OWNER -> "d.owner, d.name_key";
            case LOCATION -> "d.location, d.name_key";
            case END -> "c.ends IS NULL, c.ends, d.name_key";
        };
    }
}
