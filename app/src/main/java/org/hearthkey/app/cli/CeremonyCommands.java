package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.ceremony.AirPlace;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ceremony",
        description = "Do what needs the root step by step, by a script that was agreed on, and have it written down.")
final class CeremonyCommands {
    private static final String SCRIPT = "The name of one of ours, or a file.";
    private static final String ANSWERS =
            "Answers, one a line, such as “role.Keeper = Ann”. Secrets never stand there.";

    private final Session session;

    CeremonyCommands(Session session) {
        this.session = session;
    }

    @Command(description = "The scripts that come with the program.")
    int list() {
        session.answers()
                .give(
                        () -> ShippedScripts.NAMES.stream()
                                .map(name -> document(name, ShippedScripts.script(name)))
                                .toList(),
                        this::table);
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(String name, Script script) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", name);
        document.put("title", script.title());
        document.put("sha256", script.fingerprint().hex());
        document.put("steps", script.steps().size());
        document.put(
                "acts",
                script.acts().stream()
                        .map(org.hearthkey.core.ceremony.Act::code)
                        .toList());
        return document;
    }

    private Stream<String> table() {
        var table = new Table(
                session.words().text("ceremony.name.head"), session.words().text("ceremony.title.head"));
        ShippedScripts.NAMES.forEach(
                name -> table.add(name, ShippedScripts.script(name).title()));
        return table.lines();
    }

    @Command(description = "Show a script as it stands, to read, to print or to change. It is checked to the letter.")
    int show(
            @Parameters(paramLabel = "SCRIPT", description = SCRIPT) String name,
            @Option(names = "--out", paramLabel = "FILE", description = "Write it here.") Optional<Path> out)
            throws StoppedException, IOException {
        var script = new ScriptFinding(session).find(name);
        var written = out.isPresent()
                ? Optional.of(session.write(out.get(), script.text().getBytes(UTF_8)))
                : Optional.<Path>empty();
        session.answers()
                .give(
                        () -> {
                            var document = document(name, script);
                            document.put("text", script.text());
                            return document;
                        },
                        () -> written.map(file -> Stream.of(session.words().text("written", file)))
                                .orElseGet(script.text()::lines));
        session.answers()
                .remark(session.words()
                        .text("ceremony.script.hash", script.fingerprint().hex()));
        return Exit.DONE.code();
    }

    @Command(description = "Say what speaks against waking the root on this computer now. It is advice.")
    int air() throws StoppedException, IOException {
        var file = session.knownHomeFile();
        var newest = file.isPresent() ? newestEntry() : Optional.<Instant>empty();
        var found = new AirPlace(session.air(), session.drives()).look(file.orElse(Path.of("")), session.now(), newest);
        session.answers()
                .give(
                        () -> Map.of(
                                "findings",
                                found.stream().map(CeremonyCommands::finding).toList()),
                        () -> airLines(session, found).stream());
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Lead through a ceremony step by step, and have the root sign the transcript. One that broke off"
                            + " is taken up again.")
    int run(
            @Parameters(paramLabel = "SCRIPT", description = SCRIPT) String name,
            @Option(names = "--answers", paramLabel = "FILE", description = ANSWERS) Optional<Path> answers,
            @Option(names = "--out", paramLabel = "DIR", description = "Where sheets and the transcript go.")
                    Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        var script = new ScriptFinding(session).find(name);
        var inner = session.within();
        var asking = CeremonyAsking.of(inner, answers);
        var folder = out.orElse(Path.of(""));
        try (var running = new CeremonyRunning(inner, script, asking, folder, session.whetherRehearsed())) {
            var transcript = running.run();
            new TranscriptTelling(session).tell(running.home(), transcript, folder);
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Do it all with a home that is thrown away: everything says that it is a rehearsal, and nothing"
                            + " of it stays.")
    int rehearse(
            @Parameters(arity = "0..1", paramLabel = "SCRIPT", description = SCRIPT) Optional<String> name,
            @Option(names = "--answers", paramLabel = "FILE", description = ANSWERS) Optional<Path> answers,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description =
                                    "Where the marked sheets and transcript go, to be kept. Without it nothing is.")
                    Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        var script = new ScriptFinding(session).find(name.orElse(ShippedScripts.REHEARSAL));
        new Rehearsing(session).rehearse(script, CeremonyAsking.of(session, answers), out);
        return Exit.DONE.code();
    }

    @Command(description = "Write the transcript of a ceremony that was held: document, signature and paper.")
    int transcript(
            @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Which. Without it: the last.")
                    Optional<Long> number,
            @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.") Optional<Path> out)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            var found = home.ceremonies().transcripts().stream()
                    .filter(one -> number.isEmpty() || number.get() == one.ceremony())
                    .findFirst()
                    .orElseThrow(() ->
                            new StoppedException(Exit.REFUSED, session.words().text("ceremony.transcript.none")));
            new TranscriptTelling(session).tell(home, found, out.orElse(Path.of("")));
        }
        return Exit.DONE.code();
    }

    @Command(description = "Give up the ceremony that broke off. It gets no transcript; what was done stays done.")
    int stop(
            @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why, for the journal.")
                    String reason)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var open = home.ceremonies()
                    .open()
                    .orElseThrow(() ->
                            new StoppedException(Exit.REFUSED, session.words().text("ceremony.none-open")));
            home.ceremonies().stop(open, reason);
            session.answers()
                    .give(
                            () -> Map.of(
                                    "title",
                                    open.script().title(),
                                    "behind",
                                    open.done().size()),
                            () -> Stream.of(session.words()
                                    .text("ceremony.stopped", open.script().title())));
        }
        return Exit.DONE.code();
    }

    /// Whoever asks before opening the home is not asked for its passphrase just for the clock.
    private Optional<Instant> newestEntry() throws StoppedException, IOException {
        if (!session.secrets().namesHome()) {
            return Optional.empty();
        }
        try (var home = session.open()) {
            return home.journal().latest();
        }
    }

    private static Map<String, Object> finding(AirFinding finding) {
        return Map.of("code", finding.code().code(), "what", finding.what());
    }

    /// What was found, and what is never seen.
    static List<String> airLines(Session session, List<AirFinding> found) {
        var words = CeremonyWords.in(session.words().locale());
        var lines = new ArrayList<String>();
        found.forEach(finding -> lines.add("- " + words.sentence(finding)));
        if (found.isEmpty()) {
            lines.add(words.quietAir());
        }
        lines.add(words.unseen());
        return lines;
    }
}
