package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Entries of revocation lists as they stand there, put into DER once for every list that names them. A million take some
/// 40 MB.
public final class EntryRun {
    private static final int PIECE_BYTES = 48_000;

    private final List<byte[]> pieces;
    private final long length;
    private final int count;

    private EntryRun(List<byte[]> pieces, long length, int count) {
        this.pieces = pieces;
        this.length = length;
        this.count = count;
    }

    /// A few entries.
    static EntryRun of(List<RevokedEntry> entries) {
        var maker = new Maker();
        entries.forEach(maker::add);
        return maker.run();
    }

    /// How many entries it is.
    public int count() {
        return count;
    }

    /// How many bytes it is.
    public long length() {
        return length;
    }

    /// Writes its bytes.
    ///
    /// @throws IOException as `out` throws it
    public void writeTo(OutputStream out) throws IOException {
        for (var piece : pieces) {
            out.write(piece);
        }
    }

    /// Lends its bytes, in pieces of some 48 kB, in their order.
    public void eachPiece(Consumer<byte[]> taker) {
        pieces.forEach(taker);
    }

    /// Takes entries one by one.
    static final class Maker {
        private final EntryCoder coder = new EntryCoder();
        private final List<byte[]> pieces = new ArrayList<>();
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES);
        private long length;
        private int count;

        void add(RevokedEntry entry) {
            try {
                coder.write(entry, piece);
            } catch (IOException e) {
                throw new IllegalStateException("Writing to memory does not fail", e);
            }
            count++;
            if (piece.size() >= PIECE_BYTES) {
                end();
            }
        }

        private void end() {
            length += piece.size();
            pieces.add(piece.toByteArray());
            piece.reset();
        }

        EntryRun run() {
            if (piece.size() > 0) {
                end();
            }
            return new EntryRun(List.copyOf(pieces), length, count);
        }
    }
}
