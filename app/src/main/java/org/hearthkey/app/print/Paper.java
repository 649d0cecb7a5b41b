package org.hearthkey.app.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The sizes of paper that people have.
public enum Paper {
    /// 210 by 297 millimeters.
    A4(595.276f, 841.89f),
    /// 8.5 by 11 inches.
    LETTER(612, 792);

    private final float width;
    private final float height;

    /// Both in points of 1/72 inch.
    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    PDRectangle size() {
        return new PDRectangle(width, height);
    }

    /// The size with this name in small letters, if there is one.
    public static Optional<Paper> parse(String typed) {
        return Arrays.stream(values())
                .filter(paper -> paper.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst();
    }
}
