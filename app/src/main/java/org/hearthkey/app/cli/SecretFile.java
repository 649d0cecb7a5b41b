package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.core.secret.SecretBytes;

/// One new file that only its owner may read. Its name is taken at once, so that no secret is opened for a file that cannot
/// be written; what was not written leaves nothing behind.
final class SecretFile implements AutoCloseable {
    private final NewFiles files;
    private final String name;

    SecretFile(Session session, Path file) throws IOException {
        files = session.newFiles(Optional.ofNullable(file.getParent()).orElse(Path.of("")));
        name = String.valueOf(file.getFileName());
        files.reserveSecret(name);
    }

    void write(SecretBytes content) throws IOException {
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
