package org.hearthkey.app.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

/// A terminal with somebody at it.
interface Terminal {
    /// Asks for a secret without echo.
    ///
    /// @return what was typed, for the caller to wipe; empty if the input ended
    Optional<char[]> ask(String question);

    /// Asks for what is no secret, with echo where the terminal has it.
    ///
    /// @return what was typed; empty if the input ended
    default Optional<String> askAloud(String question) {
        return ask(question).map(typed -> {
            var text = new String(typed);
            Arrays.fill(typed, '\0');
            return text;
        });
    }

    /// The terminal of this process, if it has one.
    static Optional<Terminal> ofThisProcess() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(OfProcess::new);
    }

    /// That of this process.
    ///
    /// @param console of the process
    record OfProcess(Console console) implements Terminal {
        @Override
        public Optional<char[]> ask(String question) {
            return Optional.ofNullable(console.readPassword("%s", question));
        }

        @Override
        public Optional<String> askAloud(String question) {
            return Optional.ofNullable(console.readLine("%s", question));
        }
    }
}
