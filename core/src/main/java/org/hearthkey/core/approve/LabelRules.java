package org.hearthkey.core.approve;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.DppCode;
import org.hearthkey.core.scan.KeyLabelCode;
import org.hearthkey.core.scan.LabelHash;
import org.hearthkey.core.scan.RequestCode;
import org.hearthkey.core.scan.SpokenLabelCode;

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
        var application = candidate.application();
        return candidate
                .key()
                .map(PublicKeyInfo::hash)
                .map(shown -> boundKey(application)
                        .map(printed -> compared(printed, shown))
                        .or(() -> shortHash(application).map(printed -> compared(printed, shown)))
                        .orElseGet(() -> new Finding("label.not-compared", Weight.CAUTION, List.of(), CLAUSE)));
    }

    private static Finding compared(Fingerprint printed, Fingerprint shown) {
        return printed.equals(shown)
                ? new Finding("label.key-equal", Weight.SUPPORT, List.of(words(printed)), CLAUSE)
                : new Finding(
                        "label.key-differs",
                        Weight.REFUSAL,
                        List.of(words(printed), words(shown), printed.hex(), shown.hex()),
                        CLAUSE);
    }

    /// A hash that was cut short can show that two keys differ, never that they are one.
    private static Finding compared(LabelHash printed, Fingerprint shown) {
        var facts = List.of(printed.hex(), shown.hex());
        return shown.hex().startsWith(printed.hex())
                ? new Finding("label.too-short", Weight.CAUTION, facts, "RFC 6920, section 9.4")
                : new Finding("label.short-differs", Weight.REFUSAL, facts, "RFC 6920, section 9.4");
    }

    private static Optional<LabelHash> shortHash(Application application) {
        return application.label().flatMap(label -> switch (label) {
            case KeyLabelCode code when !code.query().containsKey("ct") -> Optional.of(code.hash());
            case SpokenLabelCode code -> Optional.of(code.hash());
            default -> Optional.empty();
        });
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
