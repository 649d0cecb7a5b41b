package org.hearthkey.core.certificate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// Reads one revocation list from a stream, entry by entry, and checks its signature on the way.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.1">RFC 5280, section 5.1</a>
final class ListReader {
    private static final int BUFFER = 1 << 16;
    /// More than any element of a list but the entries.
    private static final int MOST = 1 << 16;
    private static final int MOST_ENTRY = 4096;
    private static final int LONGEST_SERIAL = 20;
    private static final int EXTENSIONS = 0xa0;

    private final DigestInputStream digested;
    private final DerReader der;
    private final Optional<Certificate> signer;
    private final Consumer<SerialNumber> entries;
    /// What stands after the number of the last entry. Many entries have the same there.
    private byte[] lastRest = {};

    ListReader(InputStream in, Optional<Certificate> signer, Consumer<SerialNumber> entries) {
        digested = new DigestInputStream(in, Fingerprint.digest());
        der = new DerReader(new BufferedInputStream(digested, BUFFER));
        this.signer = signer;
        this.entries = entries;
    }

    /// What is signed.
    private record Signed(X500Principal issuer, Instant thisUpdate, Instant nextUpdate, BigInteger number) {}

    ReadList read() throws IOException {
        long end = der.header(DerReader.SEQUENCE, Long.MAX_VALUE);
        end += der.at();
        var head = new ByteArrayOutputStream();
        der.hear(head);
        long signedEnd = der.header(DerReader.SEQUENCE, end);
        signedEnd += der.at();
        long version = der.header(DerReader.INTEGER, signedEnd);
        DerReader.require(Arrays.equals(der.content(version, 1), new byte[] {1}), "Not of version 2");
        var algorithm = der.element(DerReader.SEQUENCE, signedEnd, MOST);
        var verifier = verifier(algorithm);
        try (var heard = new BufferedOutputStream(
                verifier.map(ContentVerifier::getOutputStream).orElseGet(OutputStream::nullOutputStream), BUFFER)) {
            head.writeTo(heard);
            der.hear(heard);
            var signed = signed(signedEnd);
            heard.flush();
            der.hear(OutputStream.nullOutputStream());
            DerReader.require(Arrays.equals(algorithm, der.element(DerReader.SEQUENCE, end, MOST)), "Two algorithms");
            var bits = der.content(der.header(DerReader.BIT_STRING, end), MOST);
            DerReader.require(der.at() == end && bits.length > 1 && bits[0] == 0, "No signature");
            der.requireEnd();
            boolean fits = verifier.isPresent()
                    && names(signed.issuer())
                    && verifies(verifier.get(), Arrays.copyOfRange(bits, 1, bits.length));
            return new ReadList(
                    signed.issuer(),
                    signed.number(),
                    signed.thisUpdate(),
                    signed.nextUpdate(),
                    Fingerprint.ofDigest(digested.getMessageDigest().digest()),
                    signer.filter(_ -> fits));
        }
    }

    private boolean names(X500Principal issuer) {
        return signer.filter(asked -> asked.x509().getSubjectX500Principal().equals(issuer))
                .isPresent();
    }

    private Optional<ContentVerifier> verifier(byte[] algorithm) throws MalformedException {
        var identifier = parsed(algorithm, AlgorithmIdentifier::getInstance);
        try {
            return signer.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new JcaContentVerifierProviderBuilder()
                            .build(signer.get().x509().getPublicKey())
                            .get(identifier));
        } catch (OperatorCreationException | IllegalArgumentException anotherKindOfKey) {
            return Optional.empty();
        }
    }

    private static boolean verifies(ContentVerifier verifier, byte[] signature) {
        try {
            return verifier.verify(signature);
        } catch (RuntimeOperatorException notOfThisKind) {
            return false;
        }
    }

    private Signed signed(long end) throws IOException {
        var issuer = principal(der.element(DerReader.SEQUENCE, end, MOST));
        var thisUpdate = time(end);
        var nextUpdate = time(end);
        var next = der.header(end);
        if (next.tag() == DerReader.SEQUENCE) {
            long entriesEnd = der.at() + next.length();
            while (der.at() < entriesEnd) {
                entry(der.content(der.header(DerReader.SEQUENCE, entriesEnd), MOST_ENTRY));
            }
            next = der.header(end);
        }
        DerReader.require(next.tag() == EXTENSIONS, "No number");
        var number = number(parsed(der.content(next.length(), MOST), Extensions::getInstance));
        DerReader.require(der.at() == end, "Something follows what it says of itself");
        return new Signed(issuer, thisUpdate, nextUpdate, number);
    }

    private static X500Principal principal(byte[] name) throws MalformedException {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException noName) {
            throw new MalformedException("The issuer has no name", noName);
        }
    }

    private static BigInteger number(Extensions extensions) throws MalformedException {
        DerReader.require(!extensions.hasAnyCriticalExtensions(), "Something critical");
        var number = extensions.getExtension(Extension.cRLNumber);
        DerReader.require(number != null, "No number");
        try {
            return ASN1Integer.getInstance(number.getParsedValue()).getPositiveValue();
        } catch (IllegalArgumentException noNumber) {
            throw new MalformedException("No number", noNumber);
        }
    }

    private Instant time(long end) throws IOException {
        return time(parsed(der.element(der.header(end), MOST_ENTRY), Time::getInstance));
    }

    private void entry(byte[] entry) throws IOException {
        int serial = entry.length > 2 ? entry[1] : 0;
        DerReader.require(
                entry.length > 2 + serial && entry[0] == DerReader.INTEGER && serial > 0 && serial <= LONGEST_SERIAL,
                "An entry without a number");
        var rest = Arrays.copyOfRange(entry, 2 + serial, entry.length);
        if (!Arrays.equals(rest, lastRest)) {
            requireEntry(rest);
            lastRest = rest;
        }
        var number = new BigInteger(entry, 2, serial);
        DerReader.require(number.signum() > 0, "An entry whose number is not positive");
        entries.accept(new SerialNumber(number));
    }

    /// A date, and what it says of itself.
    private static void requireEntry(byte[] rest) throws MalformedException {
        try (var elements = new ASN1InputStream(rest)) {
            time(made(elements.readObject(), Time::getInstance));
            var extensions = elements.readObject();
            if (extensions != null) {
                DerReader.require(
                        !made(extensions, Extensions::getInstance).hasAnyCriticalExtensions()
                                && elements.readObject() == null,
                        "An entry with something critical");
            }
        } catch (IOException | IllegalArgumentException | ClassCastException malformed) {
            throw malformed instanceof MalformedException known ? known : new MalformedException("An entry", malformed);
        }
    }

    private static Instant time(Time time) throws MalformedException {
        try {
            return time.getDate().toInstant();
        } catch (IllegalStateException noDate) {
            throw new MalformedException("No date", noDate);
        }
    }

    private static <T> T parsed(byte[] element, Function<Object, T> as) throws MalformedException {
        try {
            return made(ASN1Primitive.fromByteArray(element), as);
        } catch (IOException | ClassCastException malformed) {
            throw malformed instanceof MalformedException known
                    ? known
                    : new MalformedException("An element", malformed);
        }
    }

    private static <T> T made(@Nullable Object element, Function<Object, T> as) throws MalformedException {
        DerReader.require(element != null, "It ends too early");
        try {
            return as.apply(Objects.requireNonNull(element));
        } catch (IllegalArgumentException | IllegalStateException anotherKind) {
            throw new MalformedException("An element of another kind", anotherKind);
        }
    }
}
