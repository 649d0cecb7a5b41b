package org.hearthkey.core.seal;

/// Makes 32 key bytes from a passphrase, slowly and in much memory: version 0x13, no secret, no associated data.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
@FunctionalInterface
public interface Argon2id {
    int BYTES = 32;

    /// Derives the bytes on the calling thread.
    ///
    /// @throws OutOfMemoryError if this computer cannot give the memory that `cost` asks for
    byte[] derive(byte[] passphrase, byte[] salt, Argon2Cost cost);

    /// The native library where it loads, Bouncy Castle otherwise; both give the same bytes.
    static Argon2id fastest() {
        return FastestArgon2id.HERE;
    }
}
