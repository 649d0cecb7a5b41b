package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The few things a bundle asks of a drive, so few that a plain FAT stick can do them: no links, no modes, no renaming
/// over something that exists.
interface Drive {
    void createFolder(Path folder) throws IOException;

    /// Writes a new file. When this returns the drive has taken it, not only the operating system.
    void write(Path file, byte[] content) throws IOException;

    /// Reads a file of at most `most` bytes, from the drive itself where the system can.
    Reading read(Path file, int most) throws IOException;

    /// Renames a file or folder to a name that nothing has.
    void rename(Path from, Path to) throws IOException;

    /// Waits until the drive has taken the names in this folder.
    void sync(Path folder) throws IOException;

    /// Removes a file or an empty folder.
    void delete(Path path) throws IOException;

    /// What was read, and from where.
    record Reading(ByteBuffer content, ReadBack from) {}
}
