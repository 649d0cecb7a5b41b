package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.content.Content;

/// A revocation list as a bundle carries it, however long it is.
///
/// @param pem the file
public record ListFile(BigInteger number, Instant thisUpdate, Instant nextUpdate, Content pem) {
    /// A list that is held.
    public static ListFile of(Crl list) {
        return new ListFile(
                list.number(),
                list.thisUpdate(),
                list.nextUpdate(),
                Content.of(list.pem().getBytes(US_ASCII)));
    }
}
