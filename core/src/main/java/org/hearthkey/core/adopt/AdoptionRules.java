package org.hearthkey.core.adopt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.approve.RequestRules;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Rule;
import org.hearthkey.core.policy.Weight;

/// What speaks against an authority that another program made. What our own verification needs is refused where it is
/// missing; what merely is weaker than ours is told.
final class AdoptionRules {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;
    private static final Duration LONG_ENOUGH = Duration.ofDays(2 * 365);

    /// What is looked at.
    record Subject(FoundAuthority found, AdoptionUse use, Instant now) {
        Certificate certificate() {
            return found.certificate();
        }
    }

    private static final List<Rule<Subject>> RULES = List.of(
            AdoptionRules::isNoIssuer,
            s -> lacks(s, CERT_SIGN, "adopt.may-not-sign"),
            s -> lacks(s, CRL_SIGN, "adopt.may-not-list"),
            AdoptionRules::isNotInForce,
            s -> RequestRules.strength(s.certificate().publicKey()),
            AdoptionRules::hasUnusualSize,
            AdoptionRules::isNoRoot,
            AdoptionRules::hasNoRoom,
            AdoptionRules::isFencedRoot,
            AdoptionRules::isSignedWeakly,
            AdoptionRules::hasNoPathLength,
            AdoptionRules::hasNoNameConstraints,
            AdoptionRules::hasNoListNumber,
            AdoptionRules::tellsNotWhatItIssued,
            AdoptionRules::endsSoon);

    private AdoptionRules() {}

    static List<Finding> look(Subject subject) {
        return Stream.concat(Rule.review(RULES, subject).stream(), Stream.of(counted(subject)))
                .toList();
    }

    private static Finding counted(Subject s) {
        var issued = s.found().issued().orElse(List.of());
        var revoked = issued.stream().filter(each -> each.revoked().isPresent()).count();
        return new Finding(
                "adopt.counted",
                Weight.NOTE,
                List.of(Integer.toString(issued.size()), Long.toString(revoked)),
                "RFC 5280, section 5.3");
    }

    private static Optional<Finding> isNoIssuer(Subject s) {
        return when(
                s.certificate().x509().getBasicConstraints() < 0,
                refusal("adopt.no-issuer", "RFC 5280, section 4.2.1.9"));
    }

    private static Optional<Finding> lacks(Subject s, int usage, String code) {
        return Optional.ofNullable(s.certificate().x509().getKeyUsage())
                .filter(usages -> !usages[usage])
                .map(_ -> refusal(code, "RFC 5280, section 4.2.1.3"));
    }

    private static Optional<Finding> isNotInForce(Subject s) {
        return when(
                !s.certificate().isInForce(s.now()),
                refusal(
                        "adopt.ended",
                        "RFC 5280, section 4.1.2.5",
                        s.certificate().notAfter().toString()));
    }

    /// [RequestRules#strength] takes any RSA key that is long enough; the home signs with the usual sizes only.
    private static Optional<Finding> hasUnusualSize(Subject s) {
        var key = s.certificate().publicKey();
        return when(
                key.algorithm().equals("RSA")
                        && key.bits() >= 2048
                        && key.profile().isEmpty(),
                refusal("adopt.key-size", "SP 800-57, section 5.6", Integer.toString(key.bits())));
    }

    private static Optional<Finding> isNoRoot(Subject s) {
        return when(
                s.use() == AdoptionUse.ROOT && !s.certificate().isSignedBy(s.certificate()),
                refusal(
                        "adopt.not-root",
                        "RFC 5280, section 3.2",
                        s.certificate().issuer()));
    }

    private static Optional<Finding> hasNoRoom(Subject s) {
        return when(
                s.use() == AdoptionUse.ROOT && s.certificate().x509().getBasicConstraints() == 0,
                refusal("adopt.no-room", "RFC 5280, section 4.2.1.9"));
    }

    /// Java's validator fails where the constraints of two issuers in one chain have no name in common.
    private static Optional<Finding> isFencedRoot(Subject s) {
        return when(
                s.use() == AdoptionUse.ROOT && has(s, NAME_CONSTRAINTS).isPresent(),
                refusal("adopt.root-constrained", "RFC 5280, section 4.2.1.10"));
    }

    private static Optional<Finding> isSignedWeakly(Subject s) {
        var algorithm = s.certificate().x509().getSigAlgName();
        return when(
                algorithm.startsWith("SHA1") || algorithm.startsWith("MD5"),
                caution("adopt.weak-hash", "SP 800-131A, section 9", algorithm));
    }

    private static Optional<Finding> hasNoPathLength(Subject s) {
        return when(
                s.certificate().x509().getBasicConstraints() == Integer.MAX_VALUE,
                caution("adopt.no-path-length", "RFC 5280, section 4.2.1.9"));
    }

    private static Optional<Finding> hasNoNameConstraints(Subject s) {
        return when(
                s.use() == AdoptionUse.ZONE && has(s, NAME_CONSTRAINTS).isEmpty(),
                caution("adopt.no-constraints", "RFC 5280, section 4.2.1.10"));
    }

    private static Optional<byte[]> has(Subject s, String oid) {
        return Optional.ofNullable(s.certificate().x509().getExtensionValue(oid));
    }

    private static Optional<Finding> hasNoListNumber(Subject s) {
        return when(s.found().lastNumber().isEmpty(), caution("adopt.no-list-number", "RFC 5280, section 5.2.3"));
    }

    private static Optional<Finding> tellsNotWhatItIssued(Subject s) {
        return when(
                s.found().issued().isEmpty(),
                caution(
                        "adopt.issued-unknown",
                        "RFC 5280, section 5",
                        s.found().source().code()));
    }

    private static Optional<Finding> endsSoon(Subject s) {
        var end = s.certificate().notAfter();
        return when(
                s.certificate().isInForce(s.now()) && end.isBefore(s.now().plus(LONG_ENOUGH)),
                caution("adopt.ends-soon", "RFC 5280, section 4.1.2.5", end.toString()));
    }

    private static Optional<Finding> when(boolean seen, Finding finding) {
        return seen ? Optional.of(finding) : Optional.empty();
    }

    private static Finding refusal(String code, String clause, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), clause);
    }

    private static Finding caution(String code, String clause, String... facts) {
        return new Finding(code, Weight.CAUTION, List.of(facts), clause);
    }
}
