package org.hearthkey.core.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyTest {
    private static final String TEXT = "SHA256:" + "A".repeat(43);

    @Test
    void readsOneSpellingOnly() {
        assertEquals(Optional.of(TEXT), HostKey.parse(" " + TEXT + "\n").map(HostKey::openSsh));
        for (var other : List.of(
                "", "SHA256:", TEXT + "=", TEXT.substring(1), "MD5:" + TEXT, "SHA256:" + "A".repeat(42) + "B")) {
            assertEquals(Optional.empty(), HostKey.parse(other), other);
        }
    }

    @Test
    void openSshReadsAndNamesOurKeyAlike(@TempDir Path folder) throws IOException {
        try (var key = SoftwareKey.generate(KeyProfile.P256, new SecureRandom())) {
            var line = OwnKey.line(key.publicKey(), "hearthkey-test");
            Files.writeString(folder.resolve("key.pub"), line.substring("restrict ".length()) + "\n", US_ASCII);
            var blob = Base64.getDecoder().decode(line.split(" ", -1)[2]);
            Peer.of("ssh-keygen", folder)
                    .run("-l", "-f", "key.pub")
                    .accepts()
                    .says(HostKey.ofBlob(blob).openSsh() + " hearthkey-test (ECDSA)");
        }
    }
}
