package org.hearthkey.app.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The sizes of paper that people have.
public enum Paper {
    A4(PDRectangle.A4),
    LETTER(PDRectangle.LETTER);

    private final PDRectangle size;

    Paper(PDRectangle size) {
        this.size = size;
    }

    PDRectangle size() {
        return size;
    }

    /// The size with this name in small letters, if there is one.
    public static Optional<Paper> parse(String typed) {
        return Arrays.stream(values())
                .filter(paper -> paper.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst();
    }
}
