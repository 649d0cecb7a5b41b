package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lines of somebody else's log, of which no line and no file takes more room than we give it.
final class LogLines extends FilterReader {
    /// What a busy broker writes in weeks.
    static final long MOST = 64L * 1024 * 1024;

    static final int LONGEST_LINE = 4096;

    private long read;
    private int column;

    private LogLines(Reader log) {
        super(log);
    }

    /// Byte by byte: what is looked for is ASCII, and no broken letter may stop us.
    static BufferedReader of(Path log) throws IOException {
        return new BufferedReader(new LogLines(Files.newBufferedReader(log, ISO_8859_1)));
    }

    /// The next letter, the rest of a line that is too long left out.
    ///
    /// @throws TooLongException after 64 MiB
    @Override
    public int read() throws IOException {
        while (true) {
            int letter = in.read();
            if (letter < 0) {
                return letter;
            }
            read++;
            if (read > MOST) {
                throw new TooLongException();
            }
            column = letter == '\n' || letter == '\r' ? 0 : column + 1;
            if (column <= LONGEST_LINE) {
                return letter;
            }
        }
    }

    @Override
    public int read(char[] letters, int offset, int length) throws IOException {
        int count = 0;
        for (; count < length; count++) {
            int letter = read();
            if (letter < 0) {
                return count == 0 ? -1 : count;
            }
            letters[offset + count] = (char) letter;
        }
        return count;
    }

    /// The log has no end, or none that we wait for.
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
