package org.hearthkey.app.cli;

import java.io.PrintStream;
import java.util.Optional;

/// A bar on a terminal, and nothing anywhere else.
final class Progress implements AutoCloseable {
    private final Optional<PrintStream> terminal;
    private final int steps;
    private int begun;

    Progress(Optional<PrintStream> terminal, int steps) {
        this.terminal = terminal;
        this.steps = steps;
    }

    /// Shows that the next step has begun.
    void step() {
        draw(begun);
        begun++;
    }

    @Override
    public void close() {
        draw(begun);
        terminal.ifPresent(PrintStream::println);
    }

    private void draw(int done) {
        terminal.ifPresent(out -> {
            out.print("\r[" + "#".repeat(done) + " ".repeat(steps - done) + "]");
            out.flush();
        });
    }
}
