package org.hearthkey.core.deliver;

import java.nio.file.Path;
import java.util.List;

/// Writes bundles that nobody verifies, and which need not be sound.
final class Unchecked {
    static final BundleWriter.Check CHECK = (_, _) -> List.of();

    private Unchecked() {}

    static WrittenBundle write(Path directory, Bundle bundle, byte[] signature) throws DeliveryException {
        return new BundleWriter(new LocalDrive(), directory, CHECK, DeliveryProgress.NONE).write(bundle, signature);
    }
}
