package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.app.label.Reading;
import org.hearthkey.app.label.SeriesReading;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.MakerWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.Scan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "scan", description = "Read a code: what it is, and what speaks for and against it. Needs no home.")
final class ScanCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final LabelOptions label = new LabelOptions();

    @Option(names = "--clipboard", description = "The code that was copied, as text or as a picture.")
    private boolean clipboard;

    @Option(
            names = "--json-lines",
            paramLabel = "FILE",
            description = "Many codes, one JSON string a line. Answers one document a line, in order.")
    private Optional<Path> lines = Optional.empty();

    ScanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws StoppedException, IOException {
        if (label.given() + (clipboard ? 1 : 0) + (lines.isPresent() ? 1 : 0) != 1) {
            throw new StoppedException(Exit.MISUSED, session.words().text("scan.sources"));
        }
        if (lines.isPresent()) {
            return answerAll(lines.get()).code();
        }
        if (!label.series.isEmpty()) {
            return new SeriesTelling(session, SeriesReading.ofFiles(label.series))
                    .tell()
                    .code();
        }
        var reading = clipboard
                ? new Clipboard(session).read(label.expected())
                : label.read().orElseThrow();
        session.answers().give(() -> document(reading), () -> people(reading));
        return (reading.code().isPresent() ? Exit.DONE : Exit.REFUSED).code();
    }

    private Exit answerAll(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var scan = Json.text(line).map(label.expected()::read).orElseGet(Scan.Unknown::new);
                session.answers().line(Json.line(document(Reading.of(scan))));
            }
        }
        return Exit.DONE;
    }

    private Map<String, @Nullable Object> document(Reading reading) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("kind", kind(reading.scan()));
        document.put("wellFormed", reading.code().isPresent());
        document.put("why", why(reading.scan()).orElse(null));
        reading.code().ifPresent(code -> document.put("proof", code.proof().code()));
        document.put("identity", reading.code().<Object>map(Code::identity).orElse(Map.of()));
        document.put("findings", session.findings().documents(reading.findings()));
        return document;
    }

    private static String kind(Scan scan) {
        return switch (scan) {
            case Scan.Read(var code) -> code.kind();
            case Scan.Malformed(var kind, var _) -> kind;
            case Scan.Ambiguous _, Scan.Unknown() -> "unknown";
        };
    }

    private static Optional<String> why(Scan scan) {
        return switch (scan) {
            case Scan.Read _ -> Optional.empty();
            case Scan.Malformed(var _, var why) -> Optional.of(why);
            case Scan.Ambiguous(var codes) ->
                Optional.of(
                        "more than one kind: " + codes.stream().map(Code::kind).collect(Collectors.joining(", ")));
            case Scan.Unknown() -> Optional.of("no code of a known kind");
        };
    }

    private Stream<String> people(Reading reading) {
        var people = new ArrayList<String>();
        reading.code().ifPresent(code -> {
            people.add(KindWords.in(session.words().locale()).name(code.kind()));
            new MakerWords(Words.in(session.words().locale()))
                    .said(code)
                    .map(said -> Plain.text("  " + session.words().text("scan.said", said)))
                    .ifPresent(people::add);
            code.identity().forEach((name, value) -> {
                if (value != null) {
                    people.add(Plain.text("  " + name + ": " + value));
                }
            });
        });
        people.addAll(session.findings().lines(reading.findings()));
        return people.stream();
    }
}
