package org.hearthkey.core.drive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the window and the command line look for drives.
@FunctionalInterface
public interface DriveFinder {
    /// Room for a bundle of an ordinary home, beside the one before.
    long USUAL_BYTES = 2 << 20;

    /// All drives, those made to be carried first, and what speaks against each. May take a while.
    ///
    /// @param homeFile the file of the home that a bundle is to be of, if there is one
    /// @param needed how many bytes are to be written
    List<Offer> offers(Optional<Path> homeFile, long needed) throws IOException;
}
