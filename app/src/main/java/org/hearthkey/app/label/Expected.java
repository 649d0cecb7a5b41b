package org.hearthkey.app.label;

import java.util.Optional;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;

/// Which kind of code the owner says it is, if they say so.
///
/// @param kind one of [CodeReader#kinds()]; empty where the text itself has to tell
public record Expected(Optional<String> kind) {
    /// Any kind.
    public static final Expected ANYTHING = new Expected(Optional.empty());

    public Expected {
        if (kind.filter(name -> !CodeReader.kinds().contains(name)).isPresent()) {
            throw new IllegalArgumentException("Not a kind that is read: " + kind.get());
        }
    }

    /// The kind of this name, if it is one.
    public static Optional<Expected> parse(String name) {
        return CodeReader.kinds().contains(name) ? Optional.of(new Expected(Optional.of(name))) : Optional.empty();
    }

    /// Reads the text of a code.
    public Scan read(String text) {
        return kind.map(name -> CodeReader.read(text, name)).orElseGet(() -> CodeReader.read(text));
    }

    /// Reads a file that is a code itself.
    Scan readFile(byte[] content) {
        return kind.map(name -> CodeReader.readFile(content, name)).orElseGet(() -> CodeReader.readFile(content));
    }
}
