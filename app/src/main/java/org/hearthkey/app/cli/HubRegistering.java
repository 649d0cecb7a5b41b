package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptBook;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.OwnKey;

/// Adds, lists and forgets the hubs to which a home delivers.
final class HubRegistering {
    private final Session session;

    HubRegistering(Session session) {
        this.session = session;
    }

    int add(HubName name, HubAddress address, boolean password, Optional<Path> passwordFile, Optional<HostKey> hostKey)
            throws StoppedException, IOException {
        boolean withPassword = password || passwordFile.isPresent();
        if ((withPassword || hostKey.isPresent()) && !(address instanceof HubAddress.Sftp)) {
            throw new StoppedException(Exit.MISUSED, session.words().text("hub.ssh-only"));
        }
        try (var home = session.openToChange()) {
            if (home.hubRegister().find(name).isPresent()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("hub.taken", name));
            }
            var added = withPassword && address instanceof HubAddress.Sftp sftp
                    ? addWithPassword(home, name, sftp, passwordFile)
                    : home.hubRegister().add(name, address);
            var hub = hostKey.isPresent() ? home.hubRegister().pin(added, hostKey.get()) : added;
            tellAdded(home, hub);
        }
        return Exit.DONE.code();
    }

    private Hub addWithPassword(Home home, HubName name, HubAddress.Sftp address, Optional<Path> file)
            throws StoppedException, IOException {
        try (var typed = session.secrets().hub(name, file);
                var password = typed.use(bytes -> SecretBytes.owning(bytes.clone()))) {
            return home.hubRegister().add(name, address, password);
        }
    }

    private void tellAdded(Home home, Hub hub) {
        var line = keyLine(home, hub);
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("hub", document(hub));
                            line.ifPresent(key -> document.put("authorizedKey", key));
                            return document;
                        },
                        () -> Stream.concat(
                                Stream.of(session.words()
                                        .text(
                                                "hub.added",
                                                hub.name(),
                                                hub.address().uri())),
                                line.stream()
                                        .flatMap(
                                                key -> Stream.of(session.words().text("hub.added.key"), key))));
    }

    private static Optional<String> keyLine(Home home, Hub hub) {
        return hub.access() == Hub.Access.KEY
                ? Optional.of(OwnKey.line(
                        home.hubRegister().key(hub), "hearthkey-" + home.facts().id()))
                : Optional.empty();
    }

    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            var hubs = home.hubRegister().hubs();
            session.answers()
                    .give(
                            () -> hubs.stream().map(hub -> document(home, hub)).toList(),
                            () -> hubs.isEmpty() ? Stream.of(session.words().text("hub.none")) : table(home, hubs));
        }
        return Exit.DONE.code();
    }

    private Stream<String> table(Home home, List<Hub> hubs) {
        var words = session.words();
        var table = new Table(
                words.text("hub.name"),
                words.text("hub.state"),
                words.text("hub.address"),
                words.text("hub.access"),
                words.text("hub.host-key"));
        for (var hub : hubs) {
            var unknown = hub.address() instanceof HubAddress.Sftp ? words.text("hub.host-key.none") : "";
            table.add(
                    hub.name().text(),
                    home.hubStates().of(hub).state().code(),
                    hub.address().uri(),
                    words.text(access(hub)),
                    hub.hostKey().map(HostKey::openSsh).orElse(unknown));
        }
        var wentByFirst = hubs.stream()
                .filter(hub -> receipt(home, hub).filter(Receipt::wentByFirst).isPresent())
                .map(hub -> words.text("receipt.first-only", hub.name()));
        return Stream.concat(table.lines(), wentByFirst);
    }

    private static Optional<Receipt> receipt(Home home, Hub hub) {
        return home.receipts().newest(hub.name()).map(ReceiptBook.Kept::receipt);
    }

    private static String access(Hub hub) {
        return switch (hub.access()) {
            case NONE -> "hub.access.none";
            case KEY -> "hub.access.key";
            case PASSWORD -> "hub.access.password";
            case CERTIFICATE -> "hub.access.certificate";
        };
    }

    int rename(HubName name, HubName to) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var hub = session.hub(home, name);
            if (home.hubRegister().find(to).isPresent()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("hub.taken", to));
            }
            var renamed = home.hubRegister().rename(hub, to);
            session.answers()
                    .give(
                            () -> Map.of("hub", document(renamed), "before", name.text()),
                            () -> Stream.of("hub.renamed", "hub.renamed.next")
                                    .map(key -> session.words().text(key, name, to)));
        }
        return Exit.DONE.code();
    }

    int remove(HubName name) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var hub = session.hub(home, name);
            home.hubRegister().remove(hub);
            session.answers()
                    .give(
                            () -> Map.of("removed", name.text()),
                            () -> Stream.of(session.words().text("hub.removed", name)));
        }
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(Home home, Hub hub) {
        var document = document(hub);
        var state = home.hubStates().of(hub);
        document.put("state", state.state().code());
        state.since().ifPresent(at -> document.put("since", at.toString()));
        receipt(home, hub).flatMap(Receipt::second).ifPresent(second -> document.put("secondSignature", second.code()));
        return document;
    }

    private static Map<String, Object> document(Hub hub) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", hub.name().text());
        document.put("address", hub.address().uri());
        document.put("access", hub.access().code());
        document.put("added", hub.added().toString());
        hub.hostKey().ifPresent(key -> document.put("hostKey", key.openSsh()));
        return document;
    }
}
