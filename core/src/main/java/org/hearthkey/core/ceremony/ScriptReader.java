package org.hearthkey.core.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a script line by line. There is one way to write each: what is forgiven once is read differently by the next.
final class ScriptReader {
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 800;
    private static final int MOST_READY = 12;
    private static final int MOST_ROLES = 6;
    private static final int MOST_STEPS = 40;
    private static final int MOST_WRITE = 4;
    private static final String GOES_ON = "  ";
    private static final String ROLE_BREAK = " - ";

    private final String text;
    private final List<String> lines;
    private int at;

    ScriptReader(String text) {
        this.text = text;
        var all = List.of(text.split("\n", -1));
        lines = all.subList(0, all.size() - 1);
    }

    Script read() throws ScriptException {
        requireText();
        if (lines.isEmpty() || !lines.getFirst().equals(Script.FIRST_LINE)) {
            throw new ScriptException(1, ScriptFlaw.NOT_A_SCRIPT, Script.FIRST_LINE);
        }
        at = 1;
        var title = value("Title", LONGEST_NAME);
        var purpose = value("Purpose", LONGEST_TEXT);
        var ready = several("Ready", MOST_READY);
        if (ready.isEmpty()) {
            throw due("Ready: ");
        }
        var roles = roles();
        var steps = new ArrayList<Script.Step>();
        while (at < lines.size() || steps.isEmpty()) {
            steps.add(step(steps));
        }
        requireReadBack(steps);
        return new Script(title, purpose, ready, roles, steps, text);
    }

    private void requireText() throws ScriptException {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.codePoints().anyMatch(ScriptReader::isHidden)) {
                throw new ScriptException(i + 1, ScriptFlaw.NOT_TEXT, "");
            }
            if (line.endsWith(" ") || line.startsWith(GOES_ON + " ") || line.matches(" [^ ].*")) {
                throw new ScriptException(i + 1, ScriptFlaw.SPACES, "");
            }
            if (line.codePointCount(0, line.length()) > LONGEST_LINE) {
                throw new ScriptException(i + 1, ScriptFlaw.WRONG_LENGTH, String.valueOf(LONGEST_LINE));
            }
        }
        if (!text.endsWith("\n")) {
            throw new ScriptException(lines.size() + 1, ScriptFlaw.NOT_TEXT, "");
        }
    }

    /// What nobody sees on paper, or sees where it does not stand.
    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }

    private List<Script.Role> roles() throws ScriptException {
        var roles = new ArrayList<Script.Role>();
        while (isNext("Role") || roles.isEmpty()) {
            int line = at + 1;
            var parts = value("Role", LONGEST_TEXT).split(ROLE_BREAK, 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[0].length() > LONGEST_NAME || parts[1].isBlank()) {
                throw new ScriptException(line, ScriptFlaw.NOT_DUE, "Role: Keeper - …");
            }
            if (roles.stream().anyMatch(role -> role.name().equals(parts[0]))) {
                throw new ScriptException(line, ScriptFlaw.SAME_ROLE, parts[0]);
            }
            roles.add(new Script.Role(parts[0], parts[1]));
            requireAtMost(MOST_ROLES, roles.size(), line);
        }
        return roles;
    }

    private Script.Step step(List<Script.Step> before) throws ScriptException {
        if (at >= lines.size() || !lines.get(at).isEmpty()) {
            throw due("");
        }
        at++;
        int number = before.size() + 1;
        int line = at + 1;
        requireAtMost(MOST_STEPS, number, line);
        var title = value("Step " + number, LONGEST_NAME);
        var todo = value("Do", LONGEST_TEXT);
        var say = isNext("Say") ? Optional.of(value("Say", LONGEST_TEXT)) : Optional.<String>empty();
        var write = new ArrayList<String>();
        while (isNext("Write")) {
            int writeLine = at + 1;
            write.add(value("Write", LONGEST_NAME));
            requireAtMost(MOST_WRITE, write.size(), writeLine);
        }
        var act = isNext("Act") ? Optional.of(act(before)) : Optional.<Act>empty();
        return new Script.Step(number, title, todo, say, write, act);
    }

    private Act act(List<Script.Step> before) throws ScriptException {
        int line = at + 1;
        var code = value("Act", LONGEST_NAME);
        var act = Act.parse(code).orElseThrow(() -> new ScriptException(line, ScriptFlaw.UNKNOWN_ACT, known()));
        var last = before.stream().flatMap(step -> step.act().stream()).reduce((_, next) -> next);
        boolean wrongPlace = (act == Act.CREATE_HOME && last.isPresent())
                || (act == Act.READ_BACK)
                        != last.filter(Act.MAKE_SHEETS::equals).isPresent();
        if (wrongPlace) {
            throw new ScriptException(line, ScriptFlaw.ACT_OUT_OF_ORDER, code);
        }
        return act;
    }

    /// Sheets that nobody reads back never come into force.
    private void requireReadBack(List<Script.Step> steps) throws ScriptException {
        var last = steps.stream().flatMap(step -> step.act().stream()).reduce((_, next) -> next);
        if (last.filter(Act.MAKE_SHEETS::equals).isPresent()) {
            throw new ScriptException(lines.size(), ScriptFlaw.ACT_OUT_OF_ORDER, Act.READ_BACK.code());
        }
    }

    private static String known() {
        return List.of(Act.values()).stream().map(Act::code).collect(Collectors.joining(", "));
    }

    private List<String> several(String key, int most) throws ScriptException {
        var values = new ArrayList<String>();
        while (isNext(key)) {
            int line = at + 1;
            values.add(value(key, LONGEST_TEXT));
            requireAtMost(most, values.size(), line);
        }
        return values;
    }

    private boolean isNext(String key) {
        return at < lines.size() && lines.get(at).startsWith(key + ": ");
    }

    /// The text after `key`, with the lines that go on.
    private String value(String key, int longest) throws ScriptException {
        if (!isNext(key)) {
            throw due(key + ": ");
        }
        int line = at + 1;
        var value = new StringBuilder(lines.get(at).substring(key.length() + 2));
        at++;
        while (at < lines.size() && lines.get(at).startsWith(GOES_ON)) {
            value.append(' ').append(lines.get(at).substring(GOES_ON.length()));
            at++;
        }
        if (value.isEmpty() || value.charAt(0) == ' ' || value.length() > longest) {
            throw new ScriptException(line, ScriptFlaw.WRONG_LENGTH, String.valueOf(longest));
        }
        return value.toString();
    }

    private ScriptException due(String wanted) {
        return new ScriptException(at + 1, ScriptFlaw.NOT_DUE, wanted);
    }

    private static void requireAtMost(int most, int count, int line) throws ScriptException {
        if (count > most) {
            throw new ScriptException(line, ScriptFlaw.TOO_MANY, String.valueOf(most));
        }
    }
}
