package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.hearthkey.app.ceremony.TranscriptFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.home.Home;

/// Writes what is left of a ceremony, and tells of it.
final class TranscriptTelling {
    private final Session session;

    TranscriptTelling(Session session) {
        this.session = session;
    }

    /// Writes the files of the transcript, and tells of them.
    ///
    void tell(Home home, Transcript transcript, Path out) throws IOException {
        Files.createDirectories(out);
        var files = new ArrayList<Path>();
        var contents =
                TranscriptFiles.of(home, transcript, Words.in(session.words().locale()), session.dates(), Paper.A4);
        for (var file : contents.entrySet()) {
            files.add(session.write(out.resolve(file.getKey()), file.getValue()));
        }
        session.answers()
                .give(
                        () -> {
                            var content = transcript.content();
                            var document = new LinkedHashMap<String, Object>();
                            document.put("title", content.title());
                            document.put("script", content.script().hex());
                            document.put("home", content.home().text());
                            document.put("homeId", content.homeId().text());
                            document.put("rehearsal", content.homeId().isRehearsal());
                            document.put("transcript", transcript.fingerprint().hex());
                            document.put("steps", content.steps().size());
                            document.put("overruled", content.overruled());
                            document.put(
                                    "files", files.stream().map(Path::toString).toList());
                            return document;
                        },
                        () -> Stream.of(
                                        Stream.of(
                                                session.words()
                                                        .text(
                                                                "ceremony.done",
                                                                transcript
                                                                        .content()
                                                                        .title()),
                                                session.words()
                                                        .text(
                                                                "ceremony.transcript",
                                                                transcript
                                                                        .fingerprint()
                                                                        .hex())),
                                        overruled(transcript),
                                        files.stream()
                                                .map(file -> session.words().text("written", file)))
                                .flatMap(lines -> lines));
    }

    private Stream<String> overruled(Transcript transcript) {
        var said = CeremonyWords.in(session.words().locale());
        return transcript.content().overruled().stream()
                .map(item -> session.words().text("ceremony.overruled", said.overruled(item)));
    }
}
