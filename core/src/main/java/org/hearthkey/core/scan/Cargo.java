package org.hearthkey.core.scan;

import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.frames.Carried;

/// What a series of frames turned out to carry. The frames prove nothing; a request, a certificate and a list each
/// have a signature of their own.
public sealed interface Cargo {
    /// A certificate request: the same as if it had been a file.
    record Request(RequestCode code) implements Cargo {}

    /// A certificate. Who signed it was not asked.
    record OneCertificate(Certificate certificate) implements Cargo {}

    /// A revocation list. Who signed it was not asked.
    record RevocationList(Crl crl) implements Cargo {}

    /// Nothing that is known here.
    record Unknown(String type) implements Cargo {}

    /// What this code alone carries. Empty of a code that is one of several, and of one that carries nothing.
    static Optional<Cargo> of(Code code) {
        return switch (code) {
            case UrCode(var _, var frame) -> frame.whole().map(Cargo::of);
            case BbqrCode(var _, var frame) -> frame.whole().map(Cargo::of);
            default -> Optional.empty();
        };
    }

    /// Reads what was carried as if it were a file.
    static Cargo of(Carried carried) {
        if (!Set.of(Carried.UR_BYTES, Carried.BBQR_BINARY).contains(carried.type())) {
            return new Unknown(carried.type());
        }
        byte[] bytes = carried.bytes();
        if (RequestCode.readFile(bytes) instanceof Scan.Read(RequestCode request)) {
            return new Request(request);
        }
        return certificate(bytes).or(() -> crl(bytes)).orElseGet(() -> new Unknown(carried.type()));
    }

    private static Optional<Cargo> certificate(byte[] bytes) {
        try {
            return Optional.of(new OneCertificate(Certificate.read(bytes)));
        } catch (CertificateException another) {
            return Optional.empty();
        }
    }

    private static Optional<Cargo> crl(byte[] bytes) {
        try {
            return Optional.of(new RevocationList(Crl.read(bytes)));
        } catch (CRLException another) {
            return Optional.empty();
        }
    }
}
