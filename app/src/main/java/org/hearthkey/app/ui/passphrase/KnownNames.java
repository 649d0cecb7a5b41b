package org.hearthkey.app.ui.passphrase;

import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Home;

/// What stands in a home's file by name: a thief who has the file tries it first.
public final class KnownNames {
    private KnownNames() {}

    /// The home's name and its zones'. On the home's thread.
    public static List<String> of(Home home) {
        return Stream.concat(
                        Stream.of(home.facts().name().text()),
                        home.issuers().zones().stream().map(zone -> zone.name().text()))
                .toList();
    }

    /// Has a new passphrase judged by them as well. Where they cannot be read, all else that is done with the home fails too.
    public static void tell(Home home, Background background, NewPassphrase passphrase) {
        background.run(() -> of(home), passphrase::mayNotHold, _ -> {});
    }
}
