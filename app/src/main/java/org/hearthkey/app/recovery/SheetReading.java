package org.hearthkey.app.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareWords;
import org.hearthkey.core.seal.RefusedException;

/// Reads recovery sheets and the sealed core back: from pictures and scans of them, from PDFs, from a file of words, and
/// from the core's own file. Closing it forgets the shares.
public final class SheetReading implements AutoCloseable {
    /// Letters of twenty words of four letters.
    private static final int SHORTEST_SHARE = 99;

    private final List<Share> shares = new ArrayList<>();
    private boolean closed;
    private final CoreCodes codes = new CoreCodes();
    private Optional<SealedCore> core = Optional.empty();

    /// Nothing was read yet.
    public SheetReading() {}

    /// Every share that was read, each once.
    public synchronized List<Share> shares() {
        return List.copyOf(shares);
    }

    /// The sealed core, if all of it was read.
    public Optional<SealedCore> core() {
        return core;
    }

    /// The codes of a core that were read so far.
    public CoreCodes codes() {
        return codes;
    }

    /// Reads a picture, a PDF, the core's file, the texts of its codes one a line, or a text with the words of one share a paragraph.
    ///
    /// @throws ShareException if it is none of these, or words of it are wrong
    /// @throws RefusedException if it is a core that is damaged
    /// @throws IOException if it cannot be read
    public void add(Path file) throws ShareException, RefusedException, IOException {
        var content = Reading.content(file);
        try {
            if (SealedCore.isCore(content)) {
                core = Optional.of(SealedCore.read(content));
                return;
            }
            if (CoreCodes.areCodes(content)) {
                // Not stripped: a space is a letter of Base45.
                for (var line : new String(content, StandardCharsets.US_ASCII).split("\r?\n", -1)) {
                    addCode(line);
                }
                return;
            }
            var read = PictureReader.texts(content);
            for (var text : read) {
                addCode(text);
            }
        } catch (UnreadablePictureException noPicture) {
            if (noPicture.reason() != UnreadablePictureException.Reason.NOT_A_PICTURE) {
                throw noPicture;
            }
            addText(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Takes the text of one QR code: a share or a part of the core.
    ///
    /// @return whether it was either
    /// @throws RefusedException if the core is complete and damaged
    public boolean addCode(String text) throws RefusedException {
        if (codes.add(text)) {
            core = codes.core().or(() -> core);
            return true;
        }
        try (var words = ShareWords.read(text.toCharArray())) {
            addShare(Share.of(words));
            return true;
        } catch (ShareException another) {
            return false;
        }
    }

    /// Takes the words of one share.
    ///
    /// @throws ShareException if they are none
    public void addWords(char[] letters) throws ShareException {
        try (var words = ShareWords.read(letters)) {
            addShare(Share.of(words));
        }
    }

    private synchronized void addShare(Share share) {
        if (closed || shares.stream().anyMatch(share::isSame)) {
            share.close();
        } else {
            shares.add(share);
        }
    }

    /// A share a line where a line is long enough for one; else all lines up to an empty one are one.
    private void addText(byte[] content) throws ShareException {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content));
        var letters = decoded.array();
        try {
            int from = 0;
            int lineStart = 0;
            for (int i = 0; i <= decoded.length(); i++) {
                if (i < decoded.length() && letters[i] != '\n') {
                    continue;
                }
                boolean isEmpty = i - lineStart <= 1;
                if (isEmpty || i == decoded.length() || i - lineStart > SHORTEST_SHARE) {
                    addParagraph(letters, from, i);
                    from = i;
                }
                lineStart = i + 1;
            }
        } finally {
            Arrays.fill(letters, '\0');
        }
    }

    private void addParagraph(char[] letters, int from, int to) throws ShareException {
        var paragraph = Arrays.copyOfRange(letters, from, to);
        try {
            if (!new String(paragraph).isBlank()) {
                addWords(paragraph);
            }
        } finally {
            Arrays.fill(paragraph, '\0');
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        shares.forEach(Share::close);
        shares.clear();
    }
}
