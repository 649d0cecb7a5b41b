package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.Form;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.Pace;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.State;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.frames.FrameCollector;
import org.hearthkey.core.frames.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowAsCodeViewModelTest {
    private final Der certificate = bytes(620);
    private final ShowAsCodeViewModel model = new ShowAsCodeViewModel(certificate);
    private final FrameCollector camera =
            new FrameCollector(InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));

    @Test
    void showsNothingUnasked() {
        model.next();
        model.change(Pace.STILL);
        model.choose(Form.BBQR);
        assertEquals(new State.Hidden(), model.stateProperty().get());
        model.show(Pace.MOVING);
        model.hide();
        assertEquals(new State.Hidden(), model.stateProperty().get());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void drawsWhatACameraPutsTogether(Form form) throws IOException {
        model.show(Pace.STILL);
        model.choose(form);
        assertEquals(5, shown().count());
        for (int i = 1; i <= 5; i++) {
            assertEquals(i, shown().number());
            look();
            model.next();
        }
        assertCollected();
    }

    @Test
    void makesUpForCodesThatWereMissed() throws IOException {
        model.show(Pace.STILL);
        model.next();
        model.next();
        while (!(camera.progress() instanceof Progress.Done)) {
            assertTrue(shown().number() < 20, "never complete");
            look();
            model.next();
        }
        assertTrue(shown().number() > 5);
        assertCollected();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void beginsAgainAfterTheLast(Form form) {
        model.show(Pace.MOVING);
        model.choose(form);
        var first = shown();
        var seen = new HashSet<String>();
        do {
            assertTrue(seen.add(shown().text()));
            model.next();
        } while (shown().number() != 1);
        assertEquals(form == Form.UR ? 20 : 5, seen.size());
        assertEquals(first, shown());
    }

    @Test
    void pausesAtTheCodeThatIsShown() {
        model.show(Pace.MOVING);
        model.next();
        model.change(Pace.STILL);
        assertEquals(2, shown().number());
        assertEquals(Pace.STILL, shown().pace());
        model.choose(Form.BBQR);
        assertEquals(Pace.STILL, shown().pace());
        assertEquals(1, shown().number());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void oneCodeIsNoSeries(Form form) {
        var small = new ShowAsCodeViewModel(bytes(100));
        small.show(Pace.MOVING);
        small.choose(form);
        var only = assertInstanceOf(State.Shown.class, small.stateProperty().get());
        assertFalse(only.isSeries());
        small.next();
        assertEquals(only, small.stateProperty().get());
    }

    private void look() throws IOException {
        PictureReader.read(QrDrawing.of(shown().text()).png()).texts().forEach(camera::add);
    }

    private void assertCollected() {
        var done = assertInstanceOf(Progress.Done.class, camera.progress());
        assertArrayEquals(certificate.bytes(), done.carried().bytes());
    }

    private State.Shown shown() {
        return assertInstanceOf(State.Shown.class, model.stateProperty().get());
    }

    private static Der bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return new Der(bytes);
    }
}
