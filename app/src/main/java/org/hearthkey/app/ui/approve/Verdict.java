package org.hearthkey.app.ui.approve;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What a review comes to on this screen.
///
/// @param review all that was found
/// @param gaps what the owner has not said yet
public record Verdict(Review review, Set<Gap> gaps) {
    /// Whatever the form says, these cannot be mended here: the device, or its label, is not what it should be.
    private static final List<String> FINAL = List.of(
            "label.key-differs",
            "label.short-differs",
            "possession.failed",
            // A used label says more than the key that comes with it.
            "mark.label-used",
            "mark.key-duplicate",
            "mark.key-part-duplicate",
            "mark.secret-duplicate",
            "mark.taken-back",
            "key.duplicate",
            "key.revoked",
            "key.issuers-own",
            "key.weak",
            "key.not-served");

    private static final String WINDOW_CLOSED = "pairing.window-closed";
    private static final String UNCONFIRMED = "confirmation.absent";
    private static final String DIGITS_DIFFER = "confirmation.digits-differ";

    public Verdict {
        gaps = Set.copyOf(gaps);
    }

    /// What a review comes to, given what the owner has not said yet.
    static Verdict of(Review review, EnumSet<Gap> untold) {
        var gaps = EnumSet.copyOf(untold);
        if (!gaps.contains(Gap.REQUEST) && has(review, UNCONFIRMED)) {
            gaps.add(Gap.CONFIRMATION);
        }
        return new Verdict(review, gaps);
    }

    /// What is still missing before one can decide.
    public enum Gap {
        NAME,
        ZONE,
        /// Type, owner or room is too long.
        PARTICULARS,
        /// The device has not sent its request.
        REQUEST,
        /// Nobody has made sure that it is the device in front of the owner.
        CONFIRMATION
    }

    /// The finding that ends it, if there is one.
    public Optional<Finding> ending() {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .filter(finding -> FINAL.contains(finding.code()))
                .min(Comparator.comparingInt(finding -> FINAL.indexOf(finding.code())));
    }

    /// Whether it is refused in a way that may be an alarm.
    public boolean isSuspicious() {
        return ending().isPresent() || has(review, DIGITS_DIFFER);
    }

    /// Whether the owner has to make sure that it is the device in front of them.
    public boolean asksForConfirmation() {
        return !gaps.contains(Gap.REQUEST)
                && review.findings().stream().anyMatch(finding -> finding.code().startsWith("confirmation."));
    }

    /// Whether all that is missing may be an opened home: its zone lets devices in only then.
    public boolean asksForWindow() {
        return !gaps.contains(Gap.ZONE) && has(review, WINDOW_CLOSED);
    }

    private static boolean has(Review review, String code) {
        return review.findings().stream().anyMatch(finding -> finding.code().equals(code));
    }

    /// What speaks for the device.
    public List<Finding> supports() {
        return of(Weight.SUPPORT);
    }

    /// What speaks against it, what refuses first; what is only missing is not among it.
    public List<Finding> against() {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL || finding.weight() == Weight.CAUTION)
                .filter(this::concernsWhatWasSaid)
                .sorted((one, other) -> other.weight().compareTo(one.weight()))
                .toList();
    }

    /// What is worth knowing and speaks neither way.
    public List<Finding> notes() {
        return of(Weight.NOTE);
    }

    public boolean mayApprove() {
        return gaps.isEmpty() && review.mayApprove();
    }

    private List<Finding> of(Weight weight) {
        return review.findings().stream()
                .filter(finding -> finding.weight() == weight)
                .toList();
    }

    /// A placeholder stands for a name or zone that was not said yet; nothing is to be said about the placeholder.
    private boolean concernsWhatWasSaid(Finding finding) {
        return switch (finding.code()) {
            case "request.absent", UNCONFIRMED -> false;
            case "name.duplicate", "name.address-taken" -> !gaps.contains(Gap.NAME) && !gaps.contains(Gap.ZONE);
            case "validity.outlives-issuer",
                    "zone.unknown",
                    "pairing.window-closed",
                    "setup.no-onboarding-zone",
                    "attestation.too-low" -> !gaps.contains(Gap.ZONE);
            default -> true;
        };
    }
}
