package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.core.transport.Transport;

/// Where a bundle lies at its place, and where the next and the last one lie while they change places.
///
/// @param directory the folder that the owner chose; of a hub, the empty path
record BundleFolder(Path directory) {
    /// The bundle.
    Path current() {
        return directory.resolve("hearthkey");
    }

    /// The bundle that is being written.
    Path next() {
        return directory.resolve(".hearthkey-new");
    }

    /// The bundle that was: from just before the next takes its place until it is removed.
    Path last() {
        return directory.resolve(".hearthkey-old");
    }

    /// Whether a writer was stopped after it put the last bundle aside and before the next took its place. The last one
    /// is whole then, for its manifest is the first file to be removed.
    boolean wasInterrupted(Transport transport) throws IOException {
        return !transport.exists(current()) && transport.exists(last().resolve(Manifest.FILE));
    }
}
