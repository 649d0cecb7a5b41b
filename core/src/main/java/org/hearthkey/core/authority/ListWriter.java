package org.hearthkey.core.authority;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.key.SignatureStream;
import org.hearthkey.core.key.SigningKey;

/// Writes a revocation list of one issuer without holding it as a whole, however many entries there are.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.1">RFC 5280, section 5.1</a>
final class ListWriter {
    private static final int VERSION_2 = 1;
    private static final int BUFFER_BYTES = 1 << 16;

    private final X500Name issuer;
    private final BigInteger number;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final ListBody body;

    /// @param draft its entries are those of `body`, or the last of them
    ListWriter(X500Name issuer, CrlDraft draft, ListBody body) {
        this.issuer = issuer;
        this.number = draft.number();
        this.thisUpdate = draft.thisUpdate();
        this.nextUpdate = draft.nextUpdate();
        this.body = body;
    }

    /// Signs the list and answers all of it.
    byte[] write(SigningKey key) {
        var parts = parts(key);
        var signature = sign(key, parts);
        var out = new ByteArrayOutputStream();
        try {
            head(key, parts, signature, out);
            body.writeTo(out);
            tail(key, parts, signature, out);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    /// Signs the list and answers all of it but the entries before `own`.
    ///
    /// @param own the last entries of the list
    SignedEnds ends(SigningKey key, PublicKey by, EntryRun own) {
        var parts = parts(key);
        var signature = sign(key, parts);
        if (!isSignedBy(key, by, signature)) {
            throw new SigningException("The signature under the list is wrong");
        }
        var head = new ByteArrayOutputStream();
        var tail = new ByteArrayOutputStream();
        try {
            head(key, parts, signature, head);
            own.writeTo(tail);
            tail(key, parts, signature, tail);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return new SignedEnds(new Der(head.toByteArray()), new Der(tail.toByteArray()));
    }

    private boolean isSignedBy(SigningKey key, PublicKey by, byte[] signature) {
        try {
            var verifier = Signature.getInstance(key.profile().signatureAlgorithm());
            verifier.initVerify(by);
            var buffered = new BufferedOutputStream(new SignatureStream(verifier), BUFFER_BYTES);
            writeSigned(parts(key), buffered);
            buffered.flush();
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IOException e) {
            throw new SigningException("The signature cannot be checked", e);
        }
    }

    private byte[] sign(SigningKey key, Parts parts) {
        try {
            return key.sign(out -> {
                var buffered = new BufferedOutputStream(out, BUFFER_BYTES);
                writeSigned(parts, buffered);
                buffered.flush();
            });
        } catch (GeneralSecurityException | IOException e) {
            throw new SigningException("The key did not sign", e);
        }
    }

    /// What is signed, but for the entries themselves.
    ///
    /// @param entries how many bytes the entries take
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Parts(byte[] before, long entries, byte[] after) {
        long length() {
            return before.length + (entries == 0 ? 0 : ListDer.sized(entries)) + after.length;
        }
    }

    private Parts parts(SigningKey key) {
        var before = new ByteArrayOutputStream();
        before.writeBytes(ListDer.of(new ASN1Integer(VERSION_2)));
        before.writeBytes(ListDer.of(Signing.algorithm(key)));
        before.writeBytes(ListDer.of(issuer));
        before.writeBytes(ListDer.time(thisUpdate));
        before.writeBytes(ListDer.time(nextUpdate));
        var after = ListDer.of(new DERTaggedObject(true, 0, extensions(key)));
        return new Parts(before.toByteArray(), body.length(), after);
    }

    private static void head(SigningKey key, Parts parts, byte[] signature, OutputStream out) throws IOException {
        ListDer.header(
                out,
                ListDer.sized(parts.length()) + ListDer.of(Signing.algorithm(key)).length + bits(signature).length);
        signedHead(parts, out);
    }

    private static void tail(SigningKey key, Parts parts, byte[] signature, OutputStream out) throws IOException {
        out.write(parts.after());
        out.write(ListDer.of(Signing.algorithm(key)));
        out.write(bits(signature));
    }

    private static byte[] bits(byte[] signature) {
        return ListDer.of(new DERBitString(signature));
    }

    private static void signedHead(Parts parts, OutputStream out) throws IOException {
        ListDer.header(out, parts.length());
        out.write(parts.before());
        if (parts.entries() > 0) {
            ListDer.header(out, parts.entries());
        }
    }

    private void writeSigned(Parts parts, OutputStream out) throws IOException {
        signedHead(parts, out);
        body.writeTo(out);
        out.write(parts.after());
    }

    /// No issuing distribution point: mbedTLS refuses lists with a critical extension, and ours cover everything.
    private Extensions extensions(SigningKey key) {
        return new Extensions(new Extension[] {
            CertificateExtensions.authorityKeyIdentifier(key),
            CertificateExtensions.plain(Extension.cRLNumber, new ASN1Integer(number))
        });
    }
}
