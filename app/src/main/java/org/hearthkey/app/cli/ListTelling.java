package org.hearthkey.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;

/// Says what revocation lists there are.
final class ListTelling {
    private final Session session;

    ListTelling(Session session) {
        this.session = session;
    }

    void tell(SignedList list, Lists all) {
        session.answers().give(() -> Documents.list(list, end(list, all)), () -> table(List.of(list), all));
    }

    void tell(List<SignedList> lists, Lists all) {
        session.answers()
                .give(
                        () -> lists.stream()
                                .map(list -> Documents.list(list, end(list, all)))
                                .toList(),
                        () -> table(lists, all));
    }

    private static Instant end(SignedList list, Lists all) {
        return all.lifeline(list.issuer()).orElseThrow().end();
    }

    void tellRevoked(Device device, SignedList list, Lists all) {
        session.answers()
                .give(
                        () -> Documents.list(list, end(list, all)),
                        () -> Stream.of(session.words()
                                .text(
                                        "revoke.done",
                                        device.name().text(),
                                        device.zone().display(),
                                        list.number().toString())));
    }

    void tellRevoked(HubName hub, SignedList list, Lists all) {
        session.answers()
                .give(
                        () -> Documents.list(list, end(list, all)),
                        () -> Stream.of("hub.revoked", "hub.revoked.next")
                                .map(key -> session.words()
                                        .text(key, hub, list.number().toString())));
    }

    private Stream<String> table(List<SignedList> lists, Lists all) {
        var words = session.words();
        var dates = session.dates();
        var table = new Table(
                words.text("list.issuer"),
                words.text("list.number"),
                words.text("list.entries"),
                words.text("list.signed"),
                words.text("list.lapses"),
                words.text("list.covered"));
        for (var list : lists) {
            table.add(
                    list.issuer().code(),
                    list.number().toString(),
                    Integer.toString(list.entries()),
                    dates.day(list.thisUpdate()),
                    dates.day(list.nextUpdate()),
                    dates.day(end(list, all)) + ", " + dates.distance(end(list, all)));
        }
        return table.lines();
    }
}
