package org.hearthkey.app.cli;

import java.nio.file.Path;
import java.util.Arrays;

/// The command line in a process of its own, on a home whose passphrases cost little to try. It may be killed.
final class HouseProgram {
    private HouseProgram() {}

    /// Runs one command and ends with its exit code.
    ///
    /// @param arguments the folder of the shell, then the command
    public static void main(String[] arguments) {
        var shell = new Shell(Path.of(arguments[0]));
        var around = shell.around(System.out, System.err);
        // Every shell draws the same: a draft that is left behind is not called like the next one.
        around.random().nextBytes(new byte[1]);
        System.exit(Hearthkey.run(around, Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
}
