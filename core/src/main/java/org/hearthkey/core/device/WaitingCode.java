package org.hearthkey.core.device;

import java.util.Optional;
import org.hearthkey.core.secret.SecretBytes;

/// The code from the box of a device on its way from one home to another. Both parts are overwritten when this closes.
public final class WaitingCode implements AutoCloseable {
    private final String kind;
    private final SecretBytes text;
    private final Optional<SecretBytes> photo;

    /// Takes over `text` and `photo`.
    ///
    /// @param kind the kind of code, such as `matter-qr`
    /// @param text the whole text in UTF-8
    /// @param photo a JPEG of its label
    public WaitingCode(String kind, SecretBytes text, Optional<SecretBytes> photo) {
        this.kind = kind;
        this.text = text;
        this.photo = photo;
    }

    public String kind() {
        return kind;
    }

    public SecretBytes text() {
        return text;
    }

    public Optional<SecretBytes> photo() {
        return photo;
    }

    @Override
    public void close() {
        text.close();
        photo.ifPresent(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "WaitingCode";
    }
}
