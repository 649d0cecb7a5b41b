package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.journal.JournalVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
