package org.hearthkey.core.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads what other programs left: the folders of `openssl ca`, easy-rsa and step-ca, and the database of XCA. Writes
/// nothing there.
public final class ForeignAuthorities {
    private ForeignAuthorities() {}

    /// Reads one authority. Whoever asks closes it.
    ///
    /// @param place a folder, or a file of XCA
    /// @param name of the authority, where an XCA file has several
    /// @throws AdoptionException if it cannot be read, or not wholly
    public static FoundAuthority read(Path place, AdoptionUse use, Optional<String> name)
            throws IOException, AdoptionException {
        if (Files.notExists(place)) {
            throw new NoSuchFileException(place.toString());
        }
        return Files.isDirectory(place) ? new ForeignFolder(place).read(use) : new XcaDatabase(place).read(name);
    }
}
