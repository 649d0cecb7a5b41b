package org.hearthkey.app.handover;

import java.security.SecureRandom;
import org.hearthkey.app.passphrase.Diceware;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretChars;

/// The words of one package, drawn by chance and shown once. Closing them overwrites them.
public final class PackageWords implements AutoCloseable {
    /// One more than is suggested for a home: a package may lie in a mailbox for years.
    static final int COUNT = 7;

    private final SecretChars letters;
    private final Passphrase passphrase;

    private PackageWords(SecretChars letters) {
        this.letters = letters;
        passphrase = letters.use(Passphrase::new);
    }

    public static PackageWords draw(SecureRandom random) {
        return new PackageWords(Diceware.read().suggest(COUNT, random));
    }

    /// Lends the words, with a space between each two.
    public <R, X extends Exception> R use(SecretChars.Lend<R, X> work) throws X {
        return letters.use(work);
    }

    /// What opens the package; stays these words'.
    public Passphrase passphrase() {
        return passphrase;
    }

    @Override
    public void close() {
        letters.close();
        passphrase.close();
    }
}
