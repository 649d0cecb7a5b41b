package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import org.bouncycastle.asn1.x500.X500Name;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.key.SigningKey;

/// A revocation list of one issuer, ready to be signed by a throw-away key and by the real one.
record ListDraft(X500Name issuer, CrlDraft draft) {
    Crl signedBy(SigningKey key) {
        var out = new ByteArrayOutputStream();
        try {
            new ListWriter(issuer, draft.streamed()).write(key, out);
            return Crl.read(out.toByteArray());
        } catch (CRLException e) {
            throw new SigningException("What was signed cannot be read", e);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
    }
}
