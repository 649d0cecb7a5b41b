package org.hearthkey.core.home;

import java.util.Optional;
import org.hearthkey.core.secret.SecretBytes;

/// The code from the box of a device and the picture of its label, unsealed for the screen. Both are overwritten when this
/// closes.
public final class OpenedLabel implements AutoCloseable {
    private final SecretBytes code;
    private final Optional<SecretBytes> photo;

    OpenedLabel(SecretBytes code, Optional<SecretBytes> photo) {
        this.code = code;
        this.photo = photo;
    }

    /// The whole text in UTF-8.
    public SecretBytes code() {
        return code;
    }

    /// A JPEG, if one is kept.
    public Optional<SecretBytes> photo() {
        return photo;
    }

    @Override
    public void close() {
        code.close();
        photo.ifPresent(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "OpenedLabel";
    }
}
