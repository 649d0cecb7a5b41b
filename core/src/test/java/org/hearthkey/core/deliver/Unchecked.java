package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.transport.LocalTransport;

/// Writes bundles that nobody verifies, and which need not be sound.
final class Unchecked {
    static final BundleWriter.Check CHECK = (_, _) -> List.of();

    private Unchecked() {}

    static WrittenBundle write(Path directory, Bundle bundle, ManifestSignatures signatures) throws IOException {
        return new BundleWriter(new LocalTransport(), directory, CHECK, DeliveryProgress.NONE)
                .write(bundle, signatures);
    }
}
