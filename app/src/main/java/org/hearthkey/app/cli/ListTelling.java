package org.hearthkey.app.cli;

import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.revoke.SignedList;

/// Says what revocation lists there are.
final class ListTelling {
    private final Session session;

    ListTelling(Session session) {
        this.session = session;
    }

    void tell(SignedList list) {
        session.answers().give(() -> Documents.list(list), () -> table(List.of(list)));
    }

    void tell(List<SignedList> lists) {
        session.answers().give(() -> lists.stream().map(Documents::list).toList(), () -> table(lists));
    }

    void tellRevoked(Device device, SignedList list) {
        session.answers()
                .give(
                        () -> Documents.list(list),
                        () -> Stream.of(session.words()
                                .text(
                                        "revoke.done",
                                        device.name().text(),
                                        device.zone().display(),
                                        list.number().toString())));
    }

    private Stream<String> table(List<SignedList> lists) {
        var words = session.words();
        var dates = session.dates();
        var table = new Table(
                words.text("list.issuer"),
                words.text("list.number"),
                words.text("list.entries"),
                words.text("list.signed"),
                words.text("list.lapses"));
        for (var list : lists) {
            table.add(
                    list.issuer().code(),
                    list.number().toString(),
                    Integer.toString(list.entries()),
                    dates.day(list.thisUpdate()),
                    dates.day(list.nextUpdate()) + ", " + dates.distance(list.nextUpdate()));
        }
        return table.lines();
    }
}
