package org.hearthkey.app.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.secret.SecretBytes;

/// One new file that only its owner may read. Its name is taken at once, so that no secret is opened for a file that cannot
/// be written; what was not written leaves nothing behind.
public final class SecretFile implements AutoCloseable {
    private final NewFiles files;
    private final String name;

    /// @throws java.nio.file.FileAlreadyExistsException if there is such a file and it is not to be replaced
    /// @throws IOException if it cannot be made
    public SecretFile(Path file, NewFiles.Taken taken) throws IOException {
        files = new NewFiles(Optional.ofNullable(file.getParent()).orElse(Path.of("")), taken);
        name = String.valueOf(file.getFileName());
        files.reserveSecret(name);
    }

    /// Fills it and leaves it where it is meant to be.
    public void write(SecretBytes content) throws IOException {
        content.use(bytes -> {
            files.write(name, bytes);
            return bytes.length;
        });
        files.keep();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
