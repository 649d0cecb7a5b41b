package org.hearthkey.core.deliver;

import java.nio.file.Path;
import org.hearthkey.core.transport.ReadBack;

/// A bundle that lies on a drive, read back and found as it was written.
///
/// @param folder where
/// @param readBack how far that reading proves it
public record WrittenBundle(Path folder, ReadBack readBack, Last last) {
    /// What became of the bundle that was there before.
    public enum Last {
        NONE,
        REMOVED,
        /// It could not be removed and lies hidden beside the new one. The next delivery removes it.
        LEFT
    }
}
