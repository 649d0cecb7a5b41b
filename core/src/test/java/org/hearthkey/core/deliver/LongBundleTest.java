package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.peer.JavaProgram;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongBundleTest {
    @TempDir
    Path stick;

    /// The bundle takes 31 MB, and what the JDK makes of its lists of 30,000 entries takes many times that.
    @Test
    void aSmallHeapIsEnoughForALongBundle() throws IOException {
        var command = JavaProgram.command(LongBundle.class, "30000", stick.toString());
        command.addAll(1, List.of("-XX:+UseSerialGC", "-Xmx60m"));
        Peer.of(command.getFirst(), stick)
                .run(command.subList(1, command.size()).toArray(String[]::new))
                .accepts()
                .says("30000 revoked")
                .says(": sound");
    }
}
