package org.hearthkey.core.drive;

import java.nio.file.Path;

/// A drive of this computer that files can be written to, as its owner may know it.
///
/// @param name its label, else the name of the folder it appears in, else the maker's name for it
/// @param folder where it appears
/// @param device what the system calls it, such as `/dev/sdb1`
/// @param disk what the system calls the whole disk, such as `/dev/sdb`; the device where it does not say
/// @param fileSystem such as `vfat`
/// @param size in bytes
/// @param free bytes that this user may still write
public record FoundDrive(
        String name,
        Path folder,
        String device,
        String disk,
        String fileSystem,
        long size,
        long free,
        Kind kind,
        Access access) {
    /// What kind of drive it is, the most welcome first.
    public enum Kind {
        /// Made to be carried: a stick, a card, a disk on a cable.
        REMOVABLE("removable"),
        /// Built in, and not where the system lives.
        FIXED("fixed"),
        /// Where the system, or this user's own folder, lives.
        SYSTEM("system");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The kind as scripts read it.
        public String code() {
            return code;
        }
    }

    /// What the system lets be done with it.
    public enum Access {
        WRITABLE,
        READ_ONLY
    }
}
