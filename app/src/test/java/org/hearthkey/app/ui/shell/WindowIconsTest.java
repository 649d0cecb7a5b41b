package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WindowIconsTest {
    @Test
    void arePackedWithTheProgramInEverySize() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertEquals(
                WindowIcons.SIZES,
                WindowIcons.all().stream()
                        .map(Image::getWidth)
                        .map(Double::intValue)
                        .toList());
    }
}
