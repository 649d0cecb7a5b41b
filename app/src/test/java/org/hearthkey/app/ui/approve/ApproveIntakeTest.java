package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.frames.Carried;
import org.hearthkey.core.frames.Frame;
import org.hearthkey.core.frames.FrameSplitter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveIntakeTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private ApproveViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
        model.arrived();
    }

    private Path picture(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), QrDrawing.of(text).png());
    }

    private ApproveState.Choosing choosing() {
        return assertInstanceOf(
                ApproveState.Choosing.class, model.stateProperty().get());
    }

    @Test
    void takesALabelAndItsRequestTogether() throws IOException {
        var request = home.requests().of("washer");
        var csr = Files.writeString(folder.resolve("washer.csr"), request.pem());
        model.offer(List.of(picture("label.png", DeviceRequests.label(request, "")), csr));
        var deciding = assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
        assertTrue(deciding.claim().label().isPresent());
        assertTrue(deciding.claim().request().isPresent());
    }

    @Test
    void asksWhichOfSeveralLabelsIsMeant() throws IOException {
        var washer = DeviceRequests.label(home.requests().of("washer"), "m=WM-7");
        var dryer = DeviceRequests.label(home.requests().of("dryer"), "m=TD-9");
        var note = Files.writeString(folder.resolve("note.txt"), "nothing of the kind");
        model.offer(List.of(picture("a.png", washer), picture("b.png", dryer), note, folder.resolve("gone.png")));
        var found = choosing().found();
        assertEquals(
                List.of("a.png", "b.png", "note.txt", "gone.png"),
                found.stream().map(Found::source).toList());
        assertEquals(
                List.of(true, true, false, false),
                found.stream().map(Found::isUsable).toList());
        model.choose(found.get(2));
        choosing();
        model.choose(found.get(1));
        var deciding = assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
        assertEquals(Optional.of("TD-9"), deciding.claim().model());
    }

    @Test
    void asksWhichOfTheCodesInOnePictureIsMeant() {
        var washer = DeviceRequests.label(home.requests().of("washer"), "");
        var dryer = DeviceRequests.label(home.requests().of("dryer"), "");
        model.offerSeen(List.of(washer, dryer));
        assertEquals(2, choosing().found().size());
        model.cancel();
        assertInstanceOf(ApproveState.Scanning.class, model.stateProperty().get());
    }

    @Test
    void goesOnLookingWhenTheCameraSeesACodeOfNoUse() {
        model.offerSeen(List.of("hello"));
        var scanning = assertInstanceOf(
                ApproveState.Scanning.class, model.stateProperty().get());
        assertInstanceOf(Hitch.Unsuitable.class, scanning.hitch().orElseThrow());
        model.offerSeen(List.of(DeviceRequests.label(home.requests().of("washer"), "")));
        assertInstanceOf(ApproveState.Deciding.class, model.stateProperty().get());
    }

    @Test
    void putsARequestTogetherThatCameInManyCodes() {
        var request = home.requests().of("washer");
        var frames = frames(request);
        assertTrue(frames.size() > 2);
        for (var frame : frames.subList(0, frames.size() - 1)) {
            model.offerSeen(List.of(frame));
        }
        var far = model.gatheringProperty().get().orElseThrow();
        assertEquals(frames.size() - 1, far.have());
        assertEquals(List.of(frames.size()), far.missing());
        model.offerSeen(List.of(frames.getFirst()));
        model.offerSeen(List.of(frames.getLast()));
        var deciding = assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
        assertEquals(
                request.publicKey().hash(),
                deciding.claim().request().orElseThrow().publicKey().hash());
        assertEquals(Optional.empty(), model.gatheringProperty().get());
    }

    @Test
    void forgetsASeriesThatItsOwnerStops() {
        model.offerSeen(List.of(frames(home.requests().of("washer")).getFirst()));
        model.forgetSeries();
        assertEquals(Optional.empty(), model.gatheringProperty().get());
    }

    @Test
    void takesNothingThatItsOwnerStoppedLookingAt() {
        var waiting = new ArrayList<Runnable>();
        model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()), new Later(waiting));
        model.arrived();
        model.offerTyped(DeviceRequests.label(home.requests().of("washer"), "m=WM-7"));
        model.cancel();
        model.offerTyped(DeviceRequests.label(home.requests().of("dryer"), "m=TD-9"));
        waiting.getFirst().run();
        assertInstanceOf(ApproveState.Looking.class, model.stateProperty().get());
        waiting.getLast().run();
        var deciding = assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
        assertEquals(Optional.of("TD-9"), deciding.claim().model());
    }

    /// Keeps work until the test lets it run.
    private record Later(List<Runnable> waiting) implements Background {
        @Override
        public <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            waiting.add(() -> new AtOnce().run(work, done, failed));
        }

        @Override
        public void tell(Runnable news) {
            news.run();
        }
    }

    static List<String> frames(CertificateRequest request) {
        var carried = new Carried(Carried.BBQR_BINARY, request.der().bytes());
        return FrameSplitter.bbqr(carried, 60).stream().map(Frame::text).toList();
    }
}
