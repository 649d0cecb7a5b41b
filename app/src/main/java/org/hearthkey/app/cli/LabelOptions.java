package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.label.Expected;
import org.hearthkey.app.label.Reading;
import org.hearthkey.app.label.SeriesReading;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where the code of a device is: in a picture, in a file that is a code itself, or typed.
final class LabelOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "IMAGE",
            description =
                    "A picture of the code (PNG, JPEG, GIF, BMP or PDF), or a file that is a certificate request.")
    Optional<Path> image = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT", description = "The code itself, as a scanner types it.")
    Optional<String> text = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Which kind of code it is, such as matter-manual, where its text does not tell.")
    Optional<Expected> kind = Optional.empty();

    @Option(
            names = "--series",
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "Several codes that carry one request together (UR or BBQr): pictures, and files with the text"
                            + " of one code a line, in any order.")
    List<Path> series = List.of();

    /// In how many places to look.
    long given() {
        return Stream.of(image.isPresent(), text.isPresent(), !series.isEmpty())
                .filter(place -> place)
                .count();
    }

    /// What to read it as.
    Expected expected() {
        return kind.orElse(Expected.ANYTHING);
    }

    /// Reads the code, if one was given.
    Optional<Reading> read() throws IOException {
        if (image.isPresent()) {
            return Optional.of(Reading.ofFile(image.get(), expected()));
        }
        if (!series.isEmpty()) {
            return Optional.of(SeriesReading.ofFiles(series).asCode());
        }
        return text.map(expected()::read).map(Reading::of);
    }
}
