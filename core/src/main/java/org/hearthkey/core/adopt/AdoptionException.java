package org.hearthkey.core.adopt;

import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What another program left cannot be read, or not wholly. Nothing was taken over.
public final class AdoptionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    private AdoptionException(String code, String... facts) {
        super(code);
        finding = new Finding(code, Weight.REFUSAL, List.of(facts), "RFC 5280");
    }

    private AdoptionException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /// There is no certificate where such a program keeps it.
    static AdoptionException noCertificate(String name) {
        return new AdoptionException("adopt.no-certificate", name);
    }

    /// A certificate cannot be read.
    static AdoptionException badCertificate(Path file, Throwable cause) {
        return new AdoptionException("adopt.bad-certificate", file.toString()).because(cause);
    }

    /// There is no key.
    static AdoptionException noKey(String name) {
        return new AdoptionException("adopt.no-key", name);
    }

    /// A key cannot be read.
    static AdoptionException badKey(Path file) {
        return new AdoptionException("adopt.bad-key", file.toString());
    }

    /// The key is not that of the certificate.
    static AdoptionException keyDiffers() {
        return new AdoptionException("adopt.key-differs");
    }

    /// A line of the index cannot be read, and could be a revocation.
    static AdoptionException badIndex(Path file, int line) {
        return new AdoptionException("adopt.bad-index", file.toString(), Integer.toString(line));
    }

    /// The number of the last list cannot be read.
    static AdoptionException badNumber(Path file) {
        return new AdoptionException("adopt.bad-number", file.toString());
    }

    /// It is no database of XCA.
    static AdoptionException badDatabase(Path file, Throwable cause) {
        return new AdoptionException("adopt.bad-database", file.toString()).because(cause);
    }

    /// There are several authorities, and none was named.
    static AdoptionException several(Path file) {
        return new AdoptionException("adopt.several", file.toString());
    }

    /// What is wrong with it, and where.
    public Finding finding() {
        return finding;
    }
}
