package org.hearthkey.core.adopt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.hearthkey.core.certificate.Certificate;

/// The folder of an authority as `openssl ca`, easy-rsa or step-ca keep it.
final class ForeignFolder {
    private static final int MOST_BYTES = 64 << 20;
    private static final String CRL_NUMBER = "2.5.29.20";

    private static final List<String> CERTIFICATES = List.of(
            "cacert.pem", "ca.crt", "ca.pem", "ca.cert.pem", "certs/ca.cert.pem", "certs/ca.crt", "certs/ca.pem");
    private static final List<String> KEYS = List.of(
            "private/cakey.pem", "private/ca.key", "private/ca.key.pem", "private/ca.pem", "cakey.pem", "ca.key");
    private static final List<String> LISTS =
            List.of("crl.pem", "crl/crl.pem", "crl/ca.crl.pem", "crl/ca.crl", "ca.crl", "crl/ca.crl.pem");

    private final Path folder;

    ForeignFolder(Path folder) {
        this.folder = folder;
    }

    FoundAuthority read(AdoptionUse use) throws IOException, AdoptionException {
        if (Files.isDirectory(folder.resolve("pki")) && Files.notExists(folder.resolve("index.txt"))) {
            return new ForeignFolder(folder.resolve("pki")).read(use);
        }
        return Files.isDirectory(folder.resolve("secrets")) && Files.isDirectory(folder.resolve("certs"))
                ? ofStepCa(use)
                : ofOpenssl();
    }

    private FoundAuthority ofStepCa(AdoptionUse use) throws IOException, AdoptionException {
        var name = use == AdoptionUse.ROOT ? "root_ca" : "intermediate_ca";
        return new FoundAuthority(
                Source.STEP_CA,
                certificate(List.of("certs/" + name + ".crt")),
                key(List.of("secrets/" + name + "_key")),
                Optional.empty(),
                Optional.empty());
    }

    private FoundAuthority ofOpenssl() throws IOException, AdoptionException {
        var certificate = certificate(CERTIFICATES);
        var index = index();
        var number = lastNumber(certificate);
        var source = Files.exists(folder.resolve("openssl-easyrsa.cnf")) || Files.exists(folder.resolve("issued"))
                ? Source.EASY_RSA
                : Source.OPENSSL;
        return new FoundAuthority(source, certificate, key(KEYS), number, index);
    }

    private Certificate certificate(List<String> names) throws IOException, AdoptionException {
        var file = first(names).orElseThrow(() -> AdoptionException.noCertificate(names.getFirst()));
        try {
            return Certificate.read(onlyPem(bytes(file)));
        } catch (CertificateException unreadable) {
            throw AdoptionException.badCertificate(file, unreadable);
        }
    }

    /// `openssl ca` writes what a certificate says in words before it.
    private static byte[] onlyPem(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("-----BEGIN CERTIFICATE-----");
        int end = text.indexOf("-----END CERTIFICATE-----");
        return begin < 0 || end < begin
                ? file
                : text.substring(begin, end + "-----END CERTIFICATE-----".length())
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private KeyFile key(List<String> names) throws IOException, AdoptionException {
        var file = first(names).orElseThrow(() -> AdoptionException.noKey(names.getFirst()));
        var pem = bytes(file);
        try {
            return KeyFile.parse(pem).orElseThrow(() -> AdoptionException.badKey(file));
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
    }

    private Optional<List<FoundCertificate>> index() throws IOException, AdoptionException {
        var file = folder.resolve("index.txt");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
        var read = OpensslIndex.read(lines);
        if (read.bad().isPresent()) {
            throw AdoptionException.badIndex(file, read.bad().get().number());
        }
        return Optional.of(read.issued());
    }

    /// The file has the number that the next list would have; a list itself may be newer than the file.
    private Optional<BigInteger> lastNumber(Certificate issuer) throws IOException, AdoptionException {
        var file = folder.resolve("crlnumber");
        Optional<BigInteger> written = Optional.empty();
        if (Files.exists(file)) {
            var text = new String(bytes(file), StandardCharsets.US_ASCII).strip();
            if (!text.matches("[0-9A-Fa-f]{1,40}")) {
                throw AdoptionException.badNumber(file);
            }
            written = Optional.of(new BigInteger(text, 16).subtract(BigInteger.ONE));
        }
        var list = first(LISTS);
        var listed = list.isPresent() ? numberOf(bytes(list.get()), issuer) : Optional.<BigInteger>empty();
        return Stream.concat(written.stream(), listed.stream()).max(BigInteger::compareTo);
    }

    /// The number of a list of this issuer; nothing if it is another's or has none.
    static Optional<BigInteger> numberOf(byte[] list, Certificate issuer) {
        try {
            var x509 = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            var number = Optional.ofNullable(x509.getExtensionValue(CRL_NUMBER));
            return x509.getIssuerX500Principal().equals(issuer.x509().getSubjectX500Principal())
                    ? number.map(value -> ASN1Integer.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getPositiveValue())
                    : Optional.empty();
        } catch (CRLException | CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Path> first(List<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than any such file");
        }
        return Files.readAllBytes(file);
    }
}
