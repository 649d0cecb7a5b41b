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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ceremony",
        description = "Do what needs the root step by step, by a script that was agreed on, and have it written down.")
final class CeremonyCommands {
    private static final String SCRIPT = "The name of one of ours, or a file.";

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
