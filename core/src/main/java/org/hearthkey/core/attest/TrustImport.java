package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What files would add to the trust list, and what of them it refuses. Reading them changes nothing.
///
/// @param wanted what may be added
/// @param findings one for each file or certificate that is left out, and why
public record TrustImport(List<Wanted> wanted, List<Finding> findings) {
    /// A larger file is refused unread.
    public static final int MAX_FILE = SignedMessage.MAX_LENGTH;

    /// More than there are makers.
    public static final int MOST_ANCHORS = 1000;

    private static final String CLAUSE = "RFC 5280, section 6.1.1";

    public TrustImport {
        wanted = List.copyOf(wanted);
        findings = List.copyOf(findings);
    }

    /// A certificate that may be added.
    ///
    /// @param use what it would be trusted for
    public record Wanted(AnchorUse use, Certificate certificate) {}

    /// Looks at files: certificates in DER or PEM, and CMS messages that carry certificates (p7b).
    ///
    /// @param use what all of them are for; empty to go by what each of them is
    /// @param present what is on the list already
    public static TrustImport of(List<Shown> files, Optional<AnchorUse> use, List<TrustAnchor> present) {
        var sorting = new Sorting(use, present);
        for (var file : files) {
            var certificates = file.content().length > MAX_FILE
                    ? Optional.<List<Certificate>>empty()
                    : certificates(file.content());
            if (certificates.isEmpty()) {
                sorting.leaveOut("trust.unreadable", file.name());
            }
            certificates.orElse(List.of()).forEach(sorting::add);
        }
        return new TrustImport(sorting.wanted, sorting.findings);
    }

    private static Optional<List<Certificate>> certificates(byte[] content) {
        var blocks = Pem.parse(new String(content, ISO_8859_1)).filter(all -> !all.isEmpty());
        if (blocks.isEmpty()) {
            return inDer(content);
        }
        var all = new ArrayList<Certificate>();
        for (var block : blocks.get()) {
            var inside = inDer(block.content().bytes());
            if (inside.isEmpty()) {
                return inside;
            }
            all.addAll(inside.get());
        }
        return Optional.of(all);
    }

    private static Optional<List<Certificate>> inDer(byte[] der) {
        try {
            return Optional.of(List.of(Certificate.read(der)));
        } catch (CertificateException another) {
            return SignedMessage.read(der)
                    .map(SignedMessage::certificates)
                    .filter(certificates -> !certificates.isEmpty());
        }
    }

    private static final class Sorting {
        private final Optional<AnchorUse> use;
        private final List<Wanted> wanted = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Fingerprint> seen = new HashSet<>();
        private final int present;

        Sorting(Optional<AnchorUse> use, List<TrustAnchor> present) {
            this.use = use;
            this.present = present.size();
            present.forEach(anchor -> seen.add(anchor.certificate().fingerprint()));
        }

        void leaveOut(String code, String... facts) {
            findings.add(new Finding(code, Weight.REFUSAL, List.of(facts), CLAUSE));
        }

        void add(Certificate certificate) {
            var name = certificate.subject();
            var matter = MatterShown.read(certificate);
            var identity = DeviceIdentity.of(certificate);
            if (!seen.add(certificate.fingerprint())) {
                findings.add(new Finding("trust.present", Weight.NOTE, List.of(name), CLAUSE));
            } else if (KnownTest.isPublished(certificate.publicKey())
                    || KnownTest.isPublished(identity.subjectKeyId())) {
                leaveOut("trust.known-test", name);
            } else if (matter.flatMap(MatterCertificate::vendorId)
                    .filter(VendorAndProduct::isTestVendor)
                    .isPresent()) {
                leaveOut("trust.test-vendor", name);
            } else if (present + wanted.size() >= MOST_ANCHORS) {
                leaveOut("trust.too-many", Integer.toString(MOST_ANCHORS));
            } else {
                propose(use.orElseGet(() -> guess(certificate, matter)), certificate, matter);
            }
        }

        /// An issuer that signed itself and keeps the rules of a root of Matter is taken for one.
        private static AnchorUse guess(Certificate certificate, Optional<MatterCertificate> matter) {
            if (certificate.x509().getBasicConstraints() < 0) {
                return AnchorUse.DECLARATION;
            }
            return matter.filter(read ->
                                    MatterProfile.check(read, MatterRole.PAA).isEmpty())
                            .isPresent()
                    ? AnchorUse.MATTER
                    : AnchorUse.IDENTITY;
        }

        private void propose(AnchorUse proposed, Certificate certificate, Optional<MatterCertificate> matter) {
            var complaint = switch (proposed) {
                case MATTER ->
                    matter.map(read -> MatterProfile.check(read, MatterRole.PAA).stream()
                                    .findFirst()
                                    .map(RuleBreak::toString))
                            .orElse(Optional.of("no certificate by Matter's rules"));
                case DECLARATION ->
                    certificate.publicKey().algorithm().equals("P-256")
                                    && DeviceIdentity.of(certificate)
                                            .subjectKeyId()
                                            .isPresent()
                            ? Optional.<String>empty()
                            : Optional.of("no P-256 key with a key identifier");
                case IDENTITY ->
                    certificate.x509().getBasicConstraints() >= 0
                            ? Optional.<String>empty()
                            : Optional.of("no issuer's certificate");
            };
            if (complaint.isPresent()) {
                leaveOut("trust.rule-broken", certificate.subject(), complaint.get());
            } else {
                wanted.add(new Wanted(proposed, certificate));
            }
        }
    }
}
