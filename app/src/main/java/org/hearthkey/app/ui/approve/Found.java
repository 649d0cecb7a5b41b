package org.hearthkey.app.ui.approve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.RequestCode;
import org.hearthkey.core.scan.Scan;

/// One thing that was found in what somebody dropped, chose, pasted, typed or held before the camera.
sealed interface Found {
    /// The name of the file it was in; empty if it was in none.
    String source();

    /// A label.
    record Label(String source, Code code) implements Found {}

    /// A certificate request.
    record Request(String source, RequestCode code) implements Found {}

    /// One frame of several that belong together.
    record Part(String source, String text) implements Found {}

    /// Of no use, and why.
    record Useless(String source, Hitch why) implements Found {}

    /// Whether it can be gone on with.
    default boolean isUsable() {
        return this instanceof Label || this instanceof Request;
    }

    /// Looks at each file: a picture of codes, or a code or request itself. Takes up to some seconds a file; a thread
    /// that is interrupted looks at no further one.
    static List<Found> in(List<Path> files) {
        return files.stream()
                .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                .flatMap(file -> in(file).stream())
                .toList();
    }

    private static List<Found> in(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            byte[] content = Reading.content(file);
            try {
                return in(name, PictureReader.texts(content));
            } catch (UnreadablePictureException failed) {
                if (failed.reason() == UnreadablePictureException.Reason.NOT_A_PICTURE) {
                    return of(name, CodeReader.readFile(content));
                }
                throw failed;
            }
        } catch (IOException failed) {
            return List.of(new Useless(name, new Hitch.Unreadable(failed)));
        }
    }

    /// Looks for codes in a picture. Takes up to some seconds.
    static List<Found> in(QrPicture picture) {
        return in("", picture.texts());
    }

    /// What the codes of one picture are. Codes that are of no use count only where no other is there.
    static List<Found> in(String source, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of(useless(source, Reading.ofPicture(List.of())));
        }
        var all = new ArrayList<Found>();
        texts.forEach(
                text -> all.addAll(isPart(text) ? List.of(new Part(source, text)) : of(source, CodeReader.read(text))));
        var useful = all.stream().filter(each -> !(each instanceof Useless)).toList();
        return useful.isEmpty() ? all.subList(0, 1) : useful;
    }

    /// What a code is that was typed or pasted.
    static List<Found> typed(String text) {
        var code = CodeReader.withoutLineEnd(text);
        return isPart(code) ? List.of(new Part("", code)) : of("", CodeReader.read(code));
    }

    private static boolean isPart(String text) {
        return text.startsWith("B$") || text.toLowerCase(Locale.ROOT).startsWith("ur:");
    }

    /// A code that may be of several kinds is as many labels: its owner says which.
    private static List<Found> of(String source, Scan scan) {
        return switch (scan) {
            case Scan.Read(RequestCode request) -> List.of(new Request(source, request));
            case Scan.Read(var code) -> List.of(new Label(source, code));
            case Scan.Ambiguous(var codes) ->
                codes.stream().<Found>map(code -> new Label(source, code)).toList();
            case Scan.Malformed _, Scan.Unknown _ -> List.of(useless(source, Reading.of(scan)));
        };
    }

    private static Found useless(String source, Reading reading) {
        return new Useless(source, new Hitch.Unsuitable(reading.findings().getFirst()));
    }
}
