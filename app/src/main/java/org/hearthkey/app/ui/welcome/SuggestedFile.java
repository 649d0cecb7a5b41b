package org.hearthkey.app.ui.welcome;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a home's file goes, unless the owner chooses another place.
final class SuggestedFile {
    private SuggestedFile() {}

    /// A file that is called like the home.
    static Path of(Path folder, String home) {
        return folder.resolve(plain(home) + ".hearth");
    }

    /// The same, or with a number where there is such a file: it may be what is left of the home.
    static Path unused(Path folder, String home) {
        return Stream.concat(
                        Stream.of(of(folder, home)),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> of(folder, plain(home) + " " + number)))
                .filter(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
    }

    /// The home's name without what some file system would not take.
    private static String plain(String name) {
        var plain =
                name.strip().replaceAll("[\\s\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").strip();
        return plain.isEmpty() ? "Home" : plain;
    }
}
