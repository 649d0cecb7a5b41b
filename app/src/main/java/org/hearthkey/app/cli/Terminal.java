package org.hearthkey.app.cli;

import java.io.Console;
import java.util.Optional;

/// A terminal with somebody at it.
interface Terminal {
    /// Asks for a secret without echo.
    ///
    /// @return what was typed, for the caller to wipe; empty if the input ended
    Optional<char[]> ask(String question);

    /// The terminal of this process, if it has one.
    static Optional<Terminal> ofThisProcess() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> question -> Optional.ofNullable(console.readPassword("%s", question)));
    }
}
