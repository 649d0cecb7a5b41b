package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// The right to a file within this program. SQLite's locks keep other programs away, but not a second opening here: its
/// mere reading of the header would, when closed, drop the locks of the first.
final class HeldFile implements AutoCloseable {
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Object identity;

    private HeldFile(Path path, Object identity) {
        this.path = path;
        this.identity = identity;
    }

    /// @param file as its owner names it; links are followed, because companions stand beside the real file
    static HeldFile hold(Path file) throws IOException, RefusedException {
        Path real = file.toRealPath();
        // Stat opens nothing. Windows has no file key; there the path does.
        Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
        Object identity = Objects.requireNonNullElse(key, real);
        if (!HELD.add(identity)) {
            throw new RefusedException(Refusal.IN_USE, "in this program");
        }
        return new HeldFile(real, identity);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        HELD.remove(identity);
    }
}
