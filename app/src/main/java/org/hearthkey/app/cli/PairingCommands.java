package org.hearthkey.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.home.ZoneRulings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "pairing", description = "Open the home for pairing, for zones that let devices in only then.")
final class PairingCommands {
    private final Session session;

    PairingCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Let devices join from now on, for a while.")
    int open(
            @Option(names = "--minutes", paramLabel = "N", description = "How long: 1 to 480. Without it: 10.")
                    Optional<Integer> minutes)
            throws StoppedException, IOException {
        var span = minutes.map(Duration::ofMinutes).orElse(ZoneRulings.WINDOW);
        if (!span.isPositive() || span.compareTo(ZoneRulings.LONGEST_WINDOW) > 0) {
            throw new StoppedException(Exit.MISUSED, session.words().text("pairing.minutes.wrong"));
        }
        try (var home = session.openToChange()) {
            tell(Optional.of(home.zoneRulings().open(span)));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Let no more devices join.")
    int close() throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            if (home.zoneRulings().openUntil().isPresent()) {
                home.zoneRulings().open(Duration.ZERO);
            }
            tell(Optional.empty());
        }
        return Exit.DONE.code();
    }

    @Command(description = "Whether the home is open for pairing, and until when.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            tell(home.zoneRulings().openUntil());
        }
        return Exit.DONE.code();
    }

    private void tell(Optional<Instant> closes) {
        session.answers()
                .give(
                        () -> document(closes),
                        () -> Stream.of(closes.map(at -> session.words()
                                        .text("pairing.opened", session.dates().dayAndTime(at)))
                                .orElseGet(() -> session.words().text("pairing.closed"))));
    }

    private static Map<String, Object> document(Optional<Instant> closes) {
        var document = new LinkedHashMap<String, Object>();
        document.put("open", closes.isPresent());
        closes.ifPresent(at -> document.put("closes", at.toString()));
        return document;
    }
}
