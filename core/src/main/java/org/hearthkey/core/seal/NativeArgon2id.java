package org.hearthkey.core.seal;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/// The reference implementation in C, which argon2-jvm carries for the common platforms.
final class NativeArgon2id implements Argon2id {
    @Override
    public byte[] derive(byte[] passphrase, byte[] salt, Argon2Cost cost) {
        return run(passphrase, salt, cost.passes(), cost.memoryKib(), cost.lanes());
    }

    /// @throws LinkageError if no library loads on this computer
    byte[] run(byte[] passphrase, byte[] salt, int passes, int memoryKib, int lanes) {
        Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, salt.length, BYTES);
        try {
            return argon2.rawHash(passes, memoryKib, lanes, passphrase, salt);
        } catch (IllegalStateException libraryError) {
            // The library's only error with arguments in range is that it got no memory.
            throw (OutOfMemoryError) new OutOfMemoryError("Argon2id: " + memoryKib + " KiB").initCause(libraryError);
        }
    }
}
