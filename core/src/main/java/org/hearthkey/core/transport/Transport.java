package org.hearthkey.core.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.hearthkey.core.content.Content;

/// The few things that a delivery asks of a place, so few that a plain FAT stick and a web server can do them: no links, no
/// modes, no renaming over something that exists. Elsewhere than on this machine, a path is relative to the place.
public interface Transport extends AutoCloseable {
    /// Whether something has this name: a link exists, wherever it leads.
    boolean exists(Path path) throws IOException;

    /// Whether there is a folder of this name, or a link to one.
    boolean isFolder(Path path) throws IOException;

    /// Shows all that lies in a folder, a folder after what is in it and itself last, and follows no link; nothing if there
    /// is no such folder. A web server tells no more than that there is a folder, and what was written to it just now.
    ///
    /// @param deepest how many folders below each other are looked into; what lies deeper is shown as something else
    /// @param further whether to go on
    void walk(Path folder, int deepest, Predicate<Item> further) throws IOException;

    void createFolder(Path folder) throws IOException;

    /// Writes a new file, or the rest of one. When this returns the place has taken it, as far as it says.
    ///
    /// @param from how much of it is there already; 0 for a new file
    /// @param sent is told of every few bytes and may stop
    void write(Path file, Content content, long from, Sent sent) throws IOException;

    /// Whether this place takes the rest of a file that was begun.
    boolean appends();

    /// Begins to read a file, from the place itself where that can be done.
    Opened open(Path file) throws IOException;

    /// Reads a file of at most `most` bytes and holds it. One that is longer answers more than `most`.
    default Reading read(Path file, int most) throws IOException {
        try (var opened = open(file)) {
            var content = ByteBuffer.wrap(opened.stream().readNBytes(most + 1));
            return new Reading(content, opened.from());
        }
    }

    /// Renames a folder to a name that nothing has.
    void rename(Path from, Path to) throws IOException;

    /// Waits until the place has taken the names in this folder, where it can be asked to.
    void sync(Path folder) throws IOException;

    /// Removes a file or an empty folder; a web server empties the folder itself.
    void delete(Path path) throws IOException;

    /// Looks why something failed.
    ///
    /// @param folder where it was to go
    /// @param needed how many bytes there should be room for
    Trouble trouble(IOException failure, Path folder, long needed);

    @Override
    default void close() {
        // Most hold nothing open.
    }

    /// Something that lies there.
    ///
    /// @param size in bytes, of a file
    record Item(Path path, Kind kind, long size) {
        /// What it is.
        public enum Kind {
            FILE,
            FOLDER,
            LINK,
            OTHER
        }
    }

    /// A file that is being read.
    interface Opened extends Closeable {
        /// Its bytes.
        InputStream stream();

        /// Where those came from that were read until now.
        ReadBack from();

        @Override
        default void close() throws IOException {
            stream().close();
        }
    }

    /// What was read, and from where.
    record Reading(ByteBuffer content, ReadBack from) {}
}
