package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.TimelineRow;
import org.hearthkey.core.name.ZoneName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "timeline", description = "What ends when, what ends first at the top.")
final class TimelineCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;
    private static final List<String> MEMBERS =
            List.of("kind", "name", "zone", "notBefore", "renewFrom", "notAfter", "effectiveNotAfter", "state");

    /// How a timeline is written.
    enum Format {
        text,
        csv
    }

    private final Session session;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it here instead of to standard output.")
    private Optional<Path> out = Optional.empty();

    TimelineCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws StoppedException, IOException {
        List<TimelineRow> rows;
        try (var home = session.open()) {
            rows = rows(home);
        }
        if (out.isPresent()) {
            var file = out.get();
            var text = lines(rows).map(line -> line + "\n").collect(Collectors.joining());
            session.write(file, text.getBytes(StandardCharsets.UTF_8));
            session.answers()
                    .give(
                            () -> List.of(file.toString()),
                            () -> Stream.of(session.words().text("written", file)));
        } else {
            session.answers().give(() -> rows.stream().map(this::document).toList(), () -> lines(rows));
        }
        return Exit.DONE.code();
    }

    private List<TimelineRow> rows(Home home) {
        var rows = new ArrayList<>(home.timeline().home());
        for (var zone : home.issuers().zones()) {
            addDevices(rows, home, zone.name());
        }
        rows.sort(Comparator.comparing(TimelineRow::effectiveEnd).thenComparing(TimelineRow::name));
        return rows;
    }

    private void addDevices(List<TimelineRow> rows, Home home, ZoneName zone) {
        var page = home.timeline().devices(zone, session.now(), 0, PAGE);
        for (long shown = page.size(); !page.isEmpty(); shown += page.size()) {
            rows.addAll(page);
            page = home.timeline().devices(zone, session.now(), shown, PAGE);
        }
    }

    private Stream<String> lines(List<TimelineRow> rows) {
        return switch (format) {
            case text -> table(rows);
            case csv ->
                Stream.concat(
                        Stream.of(String.join(",", MEMBERS)),
                        rows.stream().map(this::document).map(TimelineCommand::csv));
        };
    }

    private Map<String, Object> document(TimelineRow row) {
        var values = List.of(
                row.subject().name().toLowerCase(Locale.ROOT),
                row.name(),
                row.zone().map(ZoneName::text).orElse(""),
                row.from().toString(),
                row.dueFrom().toString(),
                row.end().toString(),
                row.effectiveEnd().toString(),
                row.stateAt(session.now()).code());
        var document = new LinkedHashMap<String, Object>();
        for (int i = 0; i < MEMBERS.size(); i++) {
            document.put(MEMBERS.get(i), values.get(i));
        }
        return document;
    }

    /// One line of comma-separated values (RFC 4180).
    private static String csv(Map<String, Object> document) {
        return document.values().stream().map(value -> csv(value.toString())).collect(Collectors.joining(","));
    }

    /// A value that begins as a formula does is led by an apostrophe, or a spreadsheet would compute a stranger's name.
    private static String csv(String value) {
        var safe = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.contains(",") || safe.contains("\"") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private Stream<String> table(List<TimelineRow> rows) {
        var words = session.words();
        var dates = session.dates();
        var table = new Table(
                words.text("timeline.ends"),
                "",
                words.text("timeline.kind"),
                words.text("timeline.name"),
                words.text("timeline.state"));
        for (var row : rows) {
            table.add(
                    dates.day(row.effectiveEnd()),
                    dates.distance(row.effectiveEnd()),
                    words.text("timeline." + row.subject().name().toLowerCase(Locale.ROOT)),
                    row.name(),
                    words.text("state." + row.stateAt(session.now()).code()));
        }
        return table.lines();
    }
}
