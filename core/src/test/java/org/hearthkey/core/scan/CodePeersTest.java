package org.hearthkey.core.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What labels are computed with, computed again by Python.
class CodePeersTest {
    private static final Path SCRIPT =
            Path.of("src", "test", "python", "check_codes.py").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void pythonComputesTheSame() throws IOException {
        var random = new Random(20261123);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            for (int length : new int[] {8, 10, 14, 18, 30}) {
                var hex = Mutations.hex(random, length).toLowerCase(Locale.ROOT);
                lines.add("link-key " + hex + " " + new InstallCode(hex).linkKey());
                byte[] bytes = HexFormat.of().parseHex(hex);
                lines.add("x25 " + hex + " " + String.format(Locale.ROOT, "%04x", Crc16.X_25.of(bytes)));
            }
            var text = SecretCodesTest.lorawan(random);
            int end = text.lastIndexOf(":C");
            byte[] before = text.substring(0, end).getBytes(StandardCharsets.US_ASCII);
            lines.add("modbus " + HexFormat.of().formatHex(before) + " "
                    + text.substring(end + 2).toLowerCase(Locale.ROOT));
            var eui = Mutations.hex(random, 8).toLowerCase(Locale.ROOT);
            lines.add("joiner " + eui + " " + new ThreadCode("", eui, "").joinerId());
        }
        var file = Files.write(folder.resolve("lines"), lines);
        Peer.python(folder, "cryptography")
                .run(SCRIPT.toString(), "check", file.toString())
                .accepts()
                .says("2400 agree");
    }
}
