package org.hearthkey.app.cli;

import java.util.List;
import java.util.Map;

/// A command that goes no further: how it ends, and what it tells people and scripts.
final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<String> lines;
    private final transient Map<String, Object> document;

    /// @param lines for people
    /// @param document for scripts; empty where the exit code says it all
    StoppedException(Exit exit, List<String> lines, Map<String, Object> document) {
        super(exit.name());
        this.exit = exit;
        this.lines = List.copyOf(lines);
        this.document = Map.copyOf(document);
    }

    StoppedException(Exit exit, Object line) {
        this(exit, List.of(line.toString()), Map.of());
    }

    Exit exit() {
        return exit;
    }

    List<String> lines() {
        return lines;
    }

    Map<String, Object> document() {
        return document;
    }
}
