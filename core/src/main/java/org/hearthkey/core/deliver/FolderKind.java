package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.core.transport.Transport;

/// What a folder on a drive holds that is written whole or not at all.
interface FolderKind {
    FolderKind BUNDLE = new FolderKind() {
        @Override
        public String name() {
            return "hearthkey";
        }

        @Override
        public String mark() {
            return Manifest.FILE;
        }

        @Override
        public FolderContents contents(Transport transport, Path folder) throws IOException {
            return FolderContents.of(transport, folder);
        }

        @Override
        public DeliveryException.Reason foreign() {
            return DeliveryException.Reason.NOT_A_BUNDLE;
        }
    };

    /// What the folder is called.
    String name();

    /// The file without which nobody takes the rest for whole. No two of a kind have the same.
    String mark();

    /// What lies there.
    FolderContents contents(Transport transport, Path folder) throws IOException;

    /// Why a folder of this name is left alone that holds something else.
    DeliveryException.Reason foreign();
}
