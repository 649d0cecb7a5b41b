package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.scan.CodeReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where the code of a device is: in a picture, in a file that is a code itself, or typed.
final class LabelOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "A picture of the code (PNG, JPEG, GIF or BMP), or a file that is a certificate request.")
    Optional<Path> image = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT", description = "The code itself, as a scanner types it.")
    Optional<String> text = Optional.empty();

    boolean areBothGiven() {
        return image.isPresent() && text.isPresent();
    }

    /// Reads the code, if one was given.
    Optional<Reading> read() throws IOException {
        if (image.isPresent()) {
            return Optional.of(Reading.ofFile(image.get()));
        }
        return text.map(CodeReader::read).map(Reading::of);
    }
}
