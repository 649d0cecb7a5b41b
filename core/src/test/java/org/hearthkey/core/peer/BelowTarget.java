package org.hearthkey.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Makes folders for [Sshd]: OpenSSH locks nobody into a folder below one that everybody may write to, such as `/tmp`.
public final class BelowTarget implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "sshd")).toRealPath(), "hub");
    }
}
