package org.hearthkey.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text with the signatures of one or more keys under it. The text says nothing until a key that is known has verified
/// it: ask a [NoteVerifier].
///
/// @param text ends with a line feed, which is signed as well
/// @see <a href="https://c2sp.org/signed-note@v1.0.0">C2SP signed-note</a>
public record SignedNote(String text, List<NoteSignature> signatures) {
    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_SIGNATURES = 32;

    private static final String EMPTY_LINE = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isText(text) || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("Not a signed note");
        }
    }

    /// Reads a note of at most 64 KiB and 32 signatures; no second spelling is one.
    public static Optional<SignedNote> parse(byte[] note) {
        if (note.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /// Reads a note as text.
    public static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf(EMPTY_LINE);
        if (note.length() > MOST_BYTES || end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        var lines = note.substring(end + EMPTY_LINE.length()).lines().toList();
        if (!isText(text) || lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            return Optional.empty();
        }
        var signatures = lines.stream()
                .flatMap(line -> NoteSignature.parse(line).stream())
                .toList();
        var parsed = signatures.size() == lines.size()
                ? Optional.of(new SignedNote(text, signatures))
                : Optional.<SignedNote>empty();
        return parsed.filter(read -> read.toString().equals(note));
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    /// This note with one signature more.
    SignedNote with(NoteSignature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The note as it is written: the text, an empty line, a line for each signature.
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
