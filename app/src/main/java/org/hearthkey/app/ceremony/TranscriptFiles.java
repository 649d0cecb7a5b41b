package org.hearthkey.app.ceremony;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.TranscriptSheet;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.home.Home;

/// The files of a transcript: the document, the root's signature, the root to check it with, and a paper to sign by hand.
public final class TranscriptFiles {
    private TranscriptFiles() {}

    /// Their contents, by their names.
    ///
    /// @throws IOException if the paper cannot be drawn
    public static Map<String, byte[]> of(Home home, Transcript transcript, Words words, Dates dates, Paper paper)
            throws IOException {
        var name = "ceremony-" + transcript.ceremony();
        var files = new LinkedHashMap<String, byte[]>();
        files.put(name + ".json", transcript.document());
        files.put(name + ".p7s", transcript.signature());
        files.put(
                name + "-root.pem",
                home.issuers().root().certificate().pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (var pdf = new TranscriptSheet(words, dates, paper).pdf(transcript)) {
            files.put(name + ".pdf", pdf.use(byte[]::clone));
        }
        return files;
    }
}
