package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.transport.ReadBack;
import org.hearthkey.core.transport.Transport;

/// Compares what lies at a place with what was to be written there, without holding either.
final class Comparing {
    private static final int PIECE = 1 << 16;

    private Comparing() {}

    /// Whether a file has these many bytes of the content and no more, and from where they were read; empty if it has not.
    static Optional<ReadBack> with(Transport transport, Path file, Content content, long size) throws IOException {
        try (var opened = transport.open(file);
                var expected = content.open()) {
            var found = new byte[PIECE];
            var wanted = new byte[PIECE];
            for (long left = size; left > 0; ) {
                int count = (int) Math.min(PIECE, left);
                if (opened.stream().readNBytes(found, 0, count) < count
                        || expected.readNBytes(wanted, 0, count) < count
                        || !Arrays.equals(found, 0, count, wanted, 0, count)) {
                    return Optional.empty();
                }
                left -= count;
            }
            return opened.stream().read() < 0 ? Optional.of(opened.from()) : Optional.empty();
        }
    }
}
