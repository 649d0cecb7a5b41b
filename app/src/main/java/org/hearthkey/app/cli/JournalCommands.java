package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.home.Forgetting;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.witness.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "journal", description = "Read what was done, or prove that nobody changed it.")
final class JournalCommands {
    private static final int PAGE = 1_000;

    private final Session session;

    JournalCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Every act, the newest first.")
    int list(@Option(names = "--limit", paramLabel = "N", description = "At most so many.") Optional<Integer> limit)
            throws StoppedException, IOException {
        if (limit.orElse(1) < 1) {
            throw new StoppedException(Exit.MISUSED, session.words().text("journal.limit.wrong"));
        }
        try (var home = session.open()) {
            var entries = newest(home.journal(), limit.orElse(Integer.MAX_VALUE));
            session.answers()
                    .give(() -> entries.stream().map(JournalCommands::document).toList(), () -> table(entries));
        }
        return Exit.DONE.code();
    }

    private static List<JournalEntry> newest(Journal journal, int limit) {
        var entries = new ArrayList<JournalEntry>();
        var before = journal.size();
        while (before > 0 && entries.size() < limit) {
            var page = journal.newest(before, Math.min(PAGE, limit - entries.size()));
            entries.addAll(page);
            before -= page.size();
        }
        return entries;
    }

    private static Map<String, Object> document(JournalEntry entry) {
        var document = new LinkedHashMap<String, Object>();
        document.put("number", entry.number());
        document.put("at", entry.at().toString());
        document.put("act", entry.act());
        document.put("facts", entry.facts());
        document.put("details", entry.details());
        return document;
    }

    private Stream<String> table(List<JournalEntry> entries) {
        var words = session.words();
        var table = new Table(words.text("journal.number"), words.text("journal.at"), words.text("journal.act"), "");
        for (var entry : entries) {
            var about = Stream.concat(entry.details().values().stream(), entry.facts().values().stream())
                    .map(String::valueOf)
                    .toList();
            table.add(
                    Long.toString(entry.number()),
                    session.dates().dayAndTime(entry.at()),
                    entry.act(),
                    String.join(" ", about));
        }
        return table.lines();
    }

    @Command(description = "Sign a checkpoint: how far the journal has come. Keep it where the home is not.")
    int checkpoint(
            @Option(
                            names = "--to",
                            paramLabel = "DIR",
                            description = "Leave it on this drive as well: DIR/hearthkey/journal.")
                    Optional<Path> drive,
            @Option(names = "--qr", paramLabel = "FILE", description = "Draw it as a code to be printed, a PNG.")
                    Optional<Path> picture)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            new CheckpointTelling(session, home).tell(drive, picture);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Prove to anybody that entry N is in the journal, or that it begins with an older one.")
    int prove(
            @Parameters(arity = "0..1", paramLabel = "N", description = "The number of an entry.")
                    Optional<Long> number,
            @Option(
                            names = "--since",
                            paramLabel = "SIZE",
                            description = "Prove that the journal begins with that of SIZE entries.")
                    Optional<Long> since,
            @Option(names = "--out", paramLabel = "FILE", description = "Write it here; its name ends in .tlog-proof.")
                    Optional<Path> out)
            throws StoppedException, IOException {
        if (number.isPresent() == since.isPresent()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("journal.prove.one"));
        }
        try (var home = session.open()) {
            new ProofTelling(session, home).tell(number, since, out);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Compare a checkpoint from a drive or from paper with this home’s journal.")
    int compare(@Mixin CheckpointOptions checkpoint) throws StoppedException, IOException {
        try (var home = session.open()) {
            return new CheckpointComparing(session, home).compare(checkpoint).code();
        }
    }

    @Command(
            name = "accept-loss",
            description = "Accept that the newer file is gone for good. Takes the root passphrase.")
    int acceptLoss(@Mixin CheckpointOptions checkpoint) throws StoppedException, IOException, RefusedException {
        try (var home = session.openToChange()) {
            new CheckpointComparing(session, home).acceptLoss(checkpoint);
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "accept-clock",
            description = "Accept that the clock is right and earlier entries were ahead. Takes the root passphrase.")
    int acceptClock() throws StoppedException, IOException, RefusedException {
        try (var home = session.openToChange()) {
            if (!(home.watch().standing() instanceof Standing.ClockBehind)) {
                throw new StoppedException(Exit.REFUSED, session.words().text("journal.clock.right"));
            }
            try (var root = session.tokens().root(home)) {
                home.losses().acceptClock(root.secret());
            }
            session.answers()
                    .give(
                            () -> Map.of("accepted", true),
                            () -> Stream.of(session.words().text("journal.clock.accepted")));
        }
        return Exit.DONE.code();
    }

    @Command(
            description = "Forget a person: as owner of devices, and in the journal’s details. Proofs stay."
                    + " Takes the root passphrase or token.")
    int forget(@Parameters(paramLabel = "NAME", description = "Whom to forget.") String name)
            throws StoppedException, IOException, RefusedException {
        if (name.isBlank()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("journal.forget.nobody"));
        }
        try (var home = session.openToChange();
                var root = session.tokens().root(home)) {
            var forgotten = home.forgetting().forget(name, root.secret());
            session.answers().give(() -> document(forgotten), () -> lines(forgotten));
        }
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(Forgetting.Forgotten forgotten) {
        var document = new LinkedHashMap<String, Object>();
        document.put("entries", forgotten.entries());
        document.put("devices", forgotten.devices());
        document.put("stillNamed", forgotten.stillNamed());
        return document;
    }

    private Stream<String> lines(Forgetting.Forgotten forgotten) {
        var words = session.words();
        var done = words.text("journal.forgotten", forgotten.entries(), forgotten.devices());
        return forgotten.stillNamed() > 0
                ? Stream.of(done, words.text("journal.forgotten.still", forgotten.stillNamed()))
                : Stream.of(done);
    }

    @Command(description = "Recompute every hash of the journal.")
    int verify() throws StoppedException, IOException {
        try (var home = session.open()) {
            return switch (home.journal().verify()) {
                case JournalVerdict.Intact(var size, var rootHash) -> {
                    session.answers()
                            .give(
                                    () -> intact(size, rootHash),
                                    () -> Stream.of(session.words().text("journal.intact", size, rootHash)));
                    yield Exit.DONE.code();
                }
                case JournalVerdict.Broken(var size, var firstBroken) -> {
                    session.answers()
                            .give(
                                    () -> broken(size, firstBroken),
                                    () -> Stream.of(session.words().text("journal.broken", firstBroken)));
                    yield Exit.HOME_REFUSED.code();
                }
            };
        }
    }

    private static Map<String, Object> intact(long size, String rootHash) {
        var document = new LinkedHashMap<String, Object>();
        document.put("size", size);
        document.put("rootHash", rootHash);
        document.put("intact", true);
        return document;
    }

    private static Map<String, Object> broken(long size, long firstBroken) {
        var document = new LinkedHashMap<String, Object>();
        document.put("size", size);
        document.put("firstBroken", firstBroken);
        document.put("intact", false);
        return document;
    }
}
