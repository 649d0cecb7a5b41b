package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.core.transport.Transport;

/// Where a bundle, or what else is written like one, lies at its place, and where the next and the last one lie while they
/// change places.
///
/// @param directory the folder that the owner chose; of a hub, the empty path
record BundleFolder(Path directory, FolderKind kind) {
    /// That of a bundle.
    BundleFolder(Path directory) {
        this(directory, FolderKind.BUNDLE);
    }

    /// The bundle.
    Path current() {
        return directory.resolve(kind.name());
    }

    /// The bundle that is being written.
    Path next() {
        return directory.resolve("." + kind.name() + "-new");
    }

    /// The bundle that was: from just before the next takes its place until it is removed.
    Path last() {
        return directory.resolve("." + kind.name() + "-old");
    }

    /// Whether a writer was stopped after it put the last bundle aside and before the next took its place. The last one
    /// is whole then, for its mark is the first file to be removed.
    boolean wasInterrupted(Transport transport) throws IOException {
        return !transport.exists(current()) && transport.exists(last().resolve(kind.mark()));
    }
}
