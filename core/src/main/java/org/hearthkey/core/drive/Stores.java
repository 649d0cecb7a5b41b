package org.hearthkey.core.drive;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells file systems apart, whatever name or link leads to them.
final class Stores {
    private static final boolean HAS_DEVICES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private Stores() {}

    /// Whether two files or folders lie on the same one. Links are followed; another mount of it counts as well.
    static boolean same(Path one, Path other) throws IOException {
        return HAS_DEVICES
                ? device(one).equals(device(other))
                : Files.getFileStore(one).equals(Files.getFileStore(other));
    }

    private static Object device(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }
}
