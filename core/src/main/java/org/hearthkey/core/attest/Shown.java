package org.hearthkey.core.attest;

import java.util.Arrays;

/// A file that was shown for a device: a certificate or several, a declaration, a voucher, a revocation list, or a request that the device's
/// own key has signed. DER, PEM or base64.
public final class Shown {
    /// A larger file is refused unread.
    public static final int MAX_LENGTH = 65_536;

    private final String name;
    private final byte[] content;

    /// @param name what the owner calls it
    /// @param content all of the file, or its first [#MAX_LENGTH] bytes and one more
    public Shown(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown that && name.equals(that.name) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name;
    }
}
