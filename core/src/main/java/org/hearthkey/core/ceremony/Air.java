package org.hearthkey.core.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at the computer around the program.
@FunctionalInterface
public interface Air {
    /// What there is now.
    ///
    /// @throws IOException if the system does not let itself be read
    AirFacts look() throws IOException;

    /// This computer.
    static Air ofThisComputer() {
        var proc = Path.of("/proc");
        return Files.isReadable(proc.resolve("swaps")) ? new LinuxAir(proc, Path.of("/sys")) : new OshiAir();
    }
}
