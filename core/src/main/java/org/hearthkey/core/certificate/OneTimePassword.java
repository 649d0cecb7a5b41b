package org.hearthkey.core.certificate;

import java.security.SecureRandom;
import org.hearthkey.core.secret.SecretChars;

/// A password that protects one PKCS#12 file on its way to a device. It is made here, shown once and kept nowhere.
///
/// Five groups of four from 32 letters and digits that are hard to mistake: 100 bits, more than any guessing.
public final class OneTimePassword implements AutoCloseable {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;

    private final SecretChars characters;

    private OneTimePassword(SecretChars characters) {
        this.characters = characters;
    }

    public static OneTimePassword random(SecureRandom random) {
        var characters = new char[GROUPS * (GROUP_LENGTH + 1) - 1];
        for (int i = 0; i < characters.length; i++) {
            characters[i] =
                    i % (GROUP_LENGTH + 1) == GROUP_LENGTH ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new OneTimePassword(SecretChars.owning(characters));
    }

    /// Lends the characters, for showing them or writing the file.
    ///
    /// @throws IllegalStateException if closed
    public <R, X extends Exception> R use(SecretChars.Lend<R, X> work) throws X {
        return characters.use(work);
    }

    @Override
    public void close() {
        characters.close();
    }

    @Override
    public String toString() {
        return "OneTimePassword";
    }
}
