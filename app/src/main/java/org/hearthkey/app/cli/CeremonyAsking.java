package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gets the answers of a ceremony: from a file that was written beforehand, else from somebody at the terminal. None of
/// them is a secret.
final class CeremonyAsking {
    /// What fits on a line of the transcript.
    private static final int LONGEST = 120;

    private static final String GIVES = " = ";

    private final Session session;
    private final Map<String, String> given;

    private CeremonyAsking(Session session, Map<String, String> given) {
        this.session = session;
        this.given = given;
    }

    static CeremonyAsking of(Session session, Optional<Path> file) throws StoppedException, IOException {
        return new CeremonyAsking(session, file.isPresent() ? read(session, file.get()) : Map.of());
    }

    /// The same answers, asked for in another place.
    CeremonyAsking in(Session other) {
        return new CeremonyAsking(other, given);
    }

    private static Map<String, String> read(Session session, Path file) throws StoppedException, IOException {
        var given = new HashMap<String, String>();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var parts = line.split(GIVES, 2);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (parts.length < 2 || !isFit(parts[1]) || given.put(parts[0], parts[1]) != null) {
                throw new StoppedException(
                        Exit.MISUSED, session.words().text("ceremony.answers.wrong", file, i + 1, LONGEST));
            }
        }
        return given;
    }

    private static boolean isFit(String answer) {
        return !answer.isBlank()
                && answer.equals(answer.strip())
                && answer.length() <= LONGEST
                && answer.chars().noneMatch(Character::isISOControl);
    }

    /// An answer that was written beforehand, if there is one.
    Optional<String> given(String key) {
        return Optional.ofNullable(given.get(key));
    }

    /// One answer.
    ///
    /// @param key by which the file names the answer
    /// @throws StoppedException if the file has none and nobody is there
    String ask(String key, String question) throws StoppedException {
        return ask(key, question, Optional.empty());
    }

    /// An answer that is `usual` unless somebody says otherwise.
    String ask(String key, String question, String usual) throws StoppedException {
        return ask(key, question, Optional.of(usual));
    }

    private String ask(String key, String question, Optional<String> usual) throws StoppedException {
        var before = given(key);
        if (before.isPresent()) {
            return before.get();
        }
        if (session.terminal().isEmpty()) {
            return usual.orElseThrow(
                    () -> new StoppedException(Exit.MISUSED, session.words().text("ceremony.answers.missing", key)));
        }
        while (true) {
            var typed = session.terminal()
                    .get()
                    .askAloud(question + usual.map(text -> " [" + text + "]").orElse("") + ": ")
                    .orElseThrow(() ->
                            new StoppedException(Exit.FAILED, session.words().text("ceremony.ended")))
                    .strip();
            if (typed.isEmpty() && usual.isPresent()) {
                return usual.get();
            }
            if (isFit(typed)) {
                return typed;
            }
            session.answers().remark(session.words().text("ceremony.answer.length", LONGEST));
        }
    }

    /// Whether somebody says yes in these very words.
    boolean says(String key, String question, String yes) throws StoppedException {
        return ask(key, session.words().text("ceremony.type", question, yes)).equalsIgnoreCase(yes);
    }

    /// Files that are named with commas between them; none if somebody at the terminal leaves them out.
    List<Path> files(String key, String question) throws StoppedException {
        var named = session.terminal().isPresent() || given(key).isPresent() ? ask(key, question, "-") : "-";
        return named.equals("-")
                ? List.of()
                : List.of(named.split(", *", -1)).stream().map(Path::of).toList();
    }
}
