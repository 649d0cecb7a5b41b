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
        return findings(
                CertificateRules.ALL,
                () -> new X509CertificateHolder(certificate.der().bytes()));
    }

    /// What a device certificate does against our own profile, besides [#certificate(Certificate)].
    public static List<LintFinding> deviceCertificate(Certificate certificate) {
        return findings(
                DeviceCertificateRules.ALL,
                () -> new X509CertificateHolder(certificate.der().bytes()));
    }

    /// What a revocation list does against RFC 5280, and against what small TLS libraries can read.
    public static List<LintFinding> crl(Crl list) {
        return findings(CrlRules.ALL, () -> new X509CRLHolder(list.der().bytes()));
    }

    private static <T> List<LintFinding> findings(List<Rule<T>> rules, Parsing<T> parsing) {
        try {
            var subject = parsing.parse();
            return rules.stream().flatMap(rule -> rule.look(subject).stream()).toList();
        } catch (IOException e) {
            return List.of(new LintFinding(
                    "structure.strange", "the JDK reads it, but another library does not", "RFC 5280, 4.1"));
        }
    }

    /// A second opinion on bytes that the JDK has read.
    private interface Parsing<T> {
        T parse() throws IOException;
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
