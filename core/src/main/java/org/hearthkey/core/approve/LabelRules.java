package org.hearthkey.core.approve;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.DppCode;
import org.hearthkey.core.scan.KeyLabelCode;
import org.hearthkey.core.scan.RequestCode;

/// What a label says of the key, held against the key that the device showed.
final class LabelRules {
    private static final String CLAUSE = "RFC 6920, section 3";

    private LabelRules() {}

    /// The key that the label binds the device to. A request is no label: it only says what the device says.
    static Optional<Fingerprint> boundKey(Application application) {
        return application
                .label()
                .filter(label -> !(label instanceof RequestCode))
                .flatMap(Code::keyHash);
    }

    /// A copied label gets nobody a certificate: the device must show, and hold, the key that was printed.
    static Optional<Finding> keyEqualsLabel(Candidate candidate) {
        return candidate
                .key()
                .map(key -> boundKey(candidate.application())
                        .map(printed -> printed.equals(key.hash())
                                ? new Finding("label.key-equal", Weight.SUPPORT, List.of(words(printed)), CLAUSE)
                                : new Finding(
                                        "label.key-differs",
                                        Weight.REFUSAL,
                                        List.of(
                                                words(printed),
                                                words(key.hash()),
                                                printed.hex(),
                                                key.hash().hex()),
                                        CLAUSE))
                        .orElseGet(() -> new Finding("label.not-compared", Weight.CAUTION, List.of(), CLAUSE)));
    }

    /// A key made for bootstrapping serves one purpose only, unless its maker says otherwise.
    static Optional<Finding> bootstrapKeyIsNotCertified(Candidate candidate) {
        var application = candidate.application();
        var certifiesIt = application.label().filter(DppCode.class::isInstance).isPresent()
                && candidate.key().map(key -> key.hash()).equals(boundKey(application));
        if (!certifiesIt) {
            return Optional.empty();
        }
        var weight = switch (application.bootstrapKey()) {
            case BOOTSTRAPPING_ONLY -> Weight.REFUSAL;
            case ALSO_CERTIFICATES -> Weight.CAUTION;
        };
        var code = weight == Weight.REFUSAL ? "label.bootstrap-key" : "label.bootstrap-key-allowed";
        return Optional.of(new Finding(code, weight, List.of(), "NIST SP 800-57, section 5.2"));
    }

    /// Hints on a label are not authenticated; that they disagree is still worth knowing.
    static Optional<Finding> hintsAgree(Candidate candidate) {
        if (!(candidate.application().label().orElse(null) instanceof KeyLabelCode label)) {
            return Optional.empty();
        }
        var printed = Optional.ofNullable(label.query().get("sn"));
        var claimed = candidate.application().request().flatMap(request -> request.serialNumber());
        return printed.isPresent() && claimed.isPresent() && !printed.equals(claimed)
                ? Optional.of(new Finding(
                        "label.hint-differs",
                        Weight.CAUTION,
                        List.of(printed.get(), claimed.get()),
                        "IEEE 802.1AR-2018, section 8.6"))
                : Optional.empty();
    }

    private static String words(Fingerprint key) {
        return key.words().toString();
    }
}
