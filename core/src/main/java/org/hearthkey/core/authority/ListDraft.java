package org.hearthkey.core.authority;

import java.security.cert.CRLException;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.key.SigningKey;

/// A revocation list of one issuer, ready to be signed by a throw-away key and by the real one.
record ListDraft(X500Name issuer, CrlDraft draft) {
    Crl signedBy(SigningKey key) {
        var body = new ListBody(List.of(EntryRun.of(draft.entries())));
        try {
            return Crl.read(new ListWriter(issuer, draft, body).write(key));
        } catch (CRLException e) {
            throw new SigningException("What was signed cannot be read", e);
        }
    }
}
