package org.hearthkey.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// What `installer/fonts.py` promises the screens, as JavaFX reads it. JavaFX knows two weights of a family: medium and
/// semi-bold text names a family of its own, `-fx-font-family: "Hearthkey Sans SemiBold"`.
@ExtendWith(ApplicationExtension.class)
class FontsTest {
    @ParameterizedTest
    @CsvSource({
        "HearthkeySans-Regular.ttf, Hearthkey Sans, Regular",
        "HearthkeySans-Medium.ttf, Hearthkey Sans Medium, Regular",
        "HearthkeySans-SemiBold.ttf, Hearthkey Sans SemiBold, Regular",
        "HearthkeySans-Bold.ttf, Hearthkey Sans, Bold",
        "JetBrainsMono-Regular.ttf, JetBrains Mono, Regular"
    })
    void givesEveryFigureTheSameWidth(String file, String family, String style) throws IOException {
        Font font = load(file);
        assertEquals(family, font.getFamily());
        assertEquals(style, font.getStyle());
        Set<Double> widths = IntStream.rangeClosed('0', '9')
                .mapToObj(figure -> width(font, Character.toString(figure).repeat(8)))
                .collect(Collectors.toSet());
        assertEquals(1, widths.size(), () -> "widths of eight figures: " + widths);
    }

    private static double width(Font font, String text) {
        var node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    private static Font load(String file) throws IOException {
        try (var stream = Objects.requireNonNull(FontsTest.class.getResourceAsStream("fonts/" + file), file)) {
            return Font.loadFont(stream, 14);
        }
    }
}
