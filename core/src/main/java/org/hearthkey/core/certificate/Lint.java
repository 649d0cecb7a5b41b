package org.hearthkey.core.certificate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/// Reads certificates and lists against a short list of rules, each with the clause it comes from. It looks at what a
/// validator takes no offence at today and another one will tomorrow; whether a signature or a chain is right is not
/// its business.
public final class Lint {
    private Lint() {}

    /// What any certificate, ours or another's, does against RFC 5280 and its kin.
    public static List<LintFinding> certificate(Certificate certificate) {
        return findings(CertificateRules.ALL, parsed(certificate));
    }

    /// What a device certificate does against our own profile, besides [#certificate(Certificate)].
    public static List<LintFinding> deviceCertificate(Certificate certificate) {
        return findings(DeviceCertificateRules.ALL, parsed(certificate));
    }

    /// What a revocation list does against RFC 5280, and against what small TLS libraries can read.
    public static List<LintFinding> crl(Crl list) {
        try {
            return findings(CrlRules.ALL, new X509CRLHolder(list.der().bytes()));
        } catch (IOException e) {
            throw new IllegalStateException("The JDK has read this list", e);
        }
    }

    private static X509CertificateHolder parsed(Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.der().bytes());
        } catch (IOException e) {
            throw new IllegalStateException("The JDK has read this certificate", e);
        }
    }

    private static <T> List<LintFinding> findings(List<Rule<T>> rules, T subject) {
        return rules.stream().flatMap(rule -> rule.look(subject).stream()).toList();
    }

    /// One rule: it looks and changes nothing.
    ///
    /// @param text what is wrong where `broken` holds
    record Rule<T>(String code, String clause, String text, Predicate<T> broken) {
        Optional<LintFinding> look(T subject) {
            try {
                return broken.test(subject) ? Optional.of(new LintFinding(code, text, clause)) : Optional.empty();
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                // Bouncy Castle answers malformed structures with any of these.
                return Optional.of(new LintFinding(code, "cannot be read: " + e.getMessage(), clause));
            }
        }
    }
}
