package org.hearthkey.core.deliver;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where a bundle lies on a drive, and where the next and the last one lie while they change places.
///
/// @param directory the folder of the drive that the owner chose
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
    boolean wasInterrupted() {
        return !exists(current()) && exists(last().resolve(Manifest.FILE));
    }

    /// A link exists, wherever it leads.
    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
