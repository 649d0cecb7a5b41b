package org.hearthkey.core.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.hearthkey.core.key.Fingerprint;

/// What a revocation list says of itself, read to its end without being held.
///
/// @param issuer whom it names as its issuer
/// @param fingerprint the SHA-256 of the whole list
/// @param signedBy the certificate that was asked about, if its subject is `issuer` and its key made the signature
public record ReadList(
        X500Principal issuer,
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate,
        Fingerprint fingerprint,
        Optional<Certificate> signedBy) {
    /// What stands before the block of a list in PEM.
    public static final String LABEL = Crl.LABEL;

    /// Reads one list.
    ///
    /// @param der the list, and nothing after it
    /// @param signer whom to ask whether it is theirs
    /// @param entries is told of every certificate that the list names, before it is known whether the list is sound
    /// @throws MalformedException if this is no list of the kind that a home signs: full, with a number, an end, and nothing critical in it
    public static ReadList from(InputStream der, Optional<Certificate> signer, Consumer<SerialNumber> entries)
            throws IOException {
        return new ListReader(der, signer, entries).read();
    }

    /// Reads the one list in a file of PEM.
    ///
    /// @param pem one block, and nothing after it
    /// @throws MalformedException as [#from]
    public static ReadList fromPem(InputStream pem, Optional<Certificate> signer, Consumer<SerialNumber> entries)
            throws IOException {
        var blocks = new PemReader(pem);
        var block = blocks.next().filter(first -> first.label().equals(LABEL));
        var list = from(
                block.orElseThrow(() -> new MalformedException("Not a revocation list"))
                        .content(),
                signer,
                entries);
        DerReader.require(blocks.next().isEmpty(), "Something follows the list");
        return list;
    }
}
