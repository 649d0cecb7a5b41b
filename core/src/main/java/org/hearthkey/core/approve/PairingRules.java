package org.hearthkey.core.approve;

import static org.hearthkey.core.approve.ApprovalRules.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Rule;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.scan.Proof;
import org.hearthkey.core.scan.RequestCode;

/// What is asked of the moment in which a device joins: that the owner is sure which device it is, and meant it to.
final class PairingRules {
    static final List<Rule<Candidate>> ALL = List.of(
            PairingRules::codePairs,
            PairingRules::confirmed,
            PairingRules::windowIsOpen,
            PairingRules::makerVouches,
            PairingRules::makerNamesTheSame,
            PairingRules::notTooMany,
            PairingRules::comesBack);

    private static final String CLAUSE = "IEEE 802.1AR-2018, section 6";
    private static final String ONBOARDING = "ETSI EN 303 645, provision 5.5-5";

    /// More devices than this in an hour is not a person with a box of lamps.
    private static final int MOST_AN_HOUR = 10;

    private static final Duration HOUR = Duration.ofHours(1);

    private PairingRules() {}

    /// A device without a certificate is known by its code alone, so the code has to hold something.
    private static Optional<Finding> codePairs(Candidate candidate) {
        var application = candidate.application();
        if (candidate.isForCertificate()) {
            return Optional.empty();
        }
        if (application.request().isPresent()) {
            return refusal("pairing.request-shown", CLAUSE);
        }
        return application
                        .label()
                        .filter(label -> label.proof() != Proof.NAMES_ONLY)
                        .filter(label -> !(label instanceof RequestCode))
                        .isPresent()
                ? Optional.empty()
                : refusal("pairing.no-code", CLAUSE);
    }

    /// A label that does not name the device's key could lie on any device: somebody has to look. Who looked without being
    /// asked is heard as well.
    private static Optional<Finding> confirmed(Candidate candidate) {
        var application = candidate.application();
        var bound = LabelRules.boundKey(application).isPresent() && candidate.isForCertificate();
        var label = application.label().filter(code -> !(code instanceof RequestCode));
        var asked = candidate.isBeingCompleted() || !(bound || label.isEmpty());
        if (!asked && application.confirmation().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(application
                .confirmation()
                .map(done -> judged(done, candidate))
                .orElseGet(() -> new Finding("confirmation.absent", Weight.REFUSAL, List.of(), ONBOARDING)));
    }

    private static Finding judged(Confirmation confirmation, Candidate candidate) {
        return switch (confirmation) {
            case Confirmation.Presence() -> new Finding("confirmation.presence", Weight.NOTE, List.of(), ONBOARDING);
            case Confirmation.Digits(var challenge, var answer) -> {
                var equal = candidate
                        .key()
                        .map(challenge::answer)
                        .filter(answer.replace(" ", "")::equals)
                        .isPresent();
                yield equal
                        ? new Finding("confirmation.digits", Weight.SUPPORT, List.of(), ONBOARDING)
                        : new Finding("confirmation.digits-differ", Weight.REFUSAL, List.of(), ONBOARDING);
            }
        };
    }

    private static Optional<Finding> windowIsOpen(Candidate candidate) {
        var asked = candidate.zoneRules().pairing() == ZoneRules.Pairing.IN_WINDOW
                && candidate.renewing().isEmpty();
        var open = candidate.windowCloses().filter(candidate.now()::isBefore).isPresent();
        return asked && !open
                ? refusal(
                        "pairing.window-closed",
                        ONBOARDING,
                        candidate.application().zone().display())
                : Optional.empty();
    }

    /// Asked of devices that join; those that are in stay in when their zone begins to ask for more.
    private static Optional<Finding> makerVouches(Candidate candidate) {
        var least = candidate.zoneRules().attestation();
        var shown = candidate.judgment().grade();
        return candidate.renewing().isPresent() || shown.isAtLeast(least)
                ? Optional.empty()
                : refusal(
                        "attestation.too-low",
                        "RFC 9334, section 4",
                        candidate.application().zone().display(),
                        least.code(),
                        shown.code());
    }

    /// A device keeps the certificate of its maker for life. Another one is another device's.
    private static Optional<Finding> makerNamesTheSame(Candidate candidate) {
        var before = candidate
                .renewing()
                .flatMap(device -> candidate.devices().attestation(device.id()))
                .flatMap(AttestationNote::certificate);
        var shown = candidate.judgment().certificate().map(Certificate::fingerprint);
        return before.isPresent() && shown.isPresent() && !before.equals(shown)
                ? refusal("attestation.device-differs", "IEEE 802.1AR-2018, section 6")
                : Optional.empty();
    }

    private static Optional<Finding> notTooMany(Candidate candidate) {
        if (candidate.renewing().isPresent()) {
            return Optional.empty();
        }
        var joined = candidate.devices().countAddedSince(candidate.now().minus(HOUR));
        return joined < MOST_AN_HOUR
                ? Optional.empty()
                : Optional.of(
                        new Finding("pairing.too-many", Weight.CAUTION, List.of(Long.toString(joined)), ONBOARDING));
    }

    /// A zone that asks for a fresh key lets a device in through the onboarding zone only.
    private static Optional<Finding> comesBack(Candidate candidate) {
        if (candidate.isForOnboarding()) {
            return candidate.issuers().zone(ZoneRules.ONBOARDING).isPresent()
                    ? Optional.of(new Finding("setup.fresh-key", Weight.NOTE, List.of(), "RFC 7030, section 4.2.2"))
                    : refusal("setup.no-onboarding-zone", "RFC 7030, section 4.2.2");
        }
        var usedKey = candidate.renewing().filter(_ -> candidate.isBeingCompleted()).stream()
                .flatMap(device -> candidate.devices().history(device.id()).stream())
                .anyMatch(certified -> candidate
                        .key()
                        .filter(key -> key.hash().equals(certified.key()))
                        .isPresent());
        return usedKey ? refusal("setup.same-key", "RFC 7030, section 4.2.2") : Optional.empty();
    }
}
