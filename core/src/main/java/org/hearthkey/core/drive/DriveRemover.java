package org.hearthkey.core.drive;

/// Where the window and the command line have drives made safe to pull out.
@FunctionalInterface
public interface DriveRemover {
    /// Writes out all that waits for the drive and takes it out of the system. May take long, for a slow one.
    Removal.Outcome remove(FoundDrive drive);
}
