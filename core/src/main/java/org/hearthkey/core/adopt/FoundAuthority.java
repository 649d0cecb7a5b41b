package org.hearthkey.core.adopt;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// An authority as another program left it. Whoever has one closes it.
///
/// @param lastNumber of the last list that it signed, if that is known
/// @param issued what it issued; empty if the program does not tell
public record FoundAuthority(
        Source source,
        Certificate certificate,
        KeyFile key,
        Optional<BigInteger> lastNumber,
        Optional<List<FoundCertificate>> issued)
        implements AutoCloseable {
    public FoundAuthority {
        issued = issued.map(List::copyOf);
    }

    /// The key itself, which belongs to the certificate. Whoever opens it closes it.
    ///
    /// @throws RefusedException wrong-secret, if it does not open to that passphrase
    /// @throws AdoptionException if it is another key
    public SoftwareKey openKey(Optional<Passphrase> passphrase) throws RefusedException, AdoptionException {
        try {
            var opened = key.open(passphrase);
            if (opened.publicKey().equals(certificate.publicKey())) {
                return opened;
            }
            opened.close();
            throw AdoptionException.keyDiffers();
        } catch (IllegalArgumentException ofAnotherKind) {
            throw AdoptionException.keyDiffers();
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
