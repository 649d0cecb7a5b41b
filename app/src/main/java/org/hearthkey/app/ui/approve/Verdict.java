package org.hearthkey.app.ui.approve;

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
    private static final Set<String> FINAL = Set.of(
            "label.key-differs",
            "possession.failed",
            "key.duplicate",
            "key.revoked",
            "key.issuers-own",
            "key.weak",
            "key.not-served");

    public Verdict {
        gaps = Set.copyOf(gaps);
    }

    /// What is still missing before one can decide.
    public enum Gap {
        NAME,
        ZONE,
        /// Type, owner or room is too long.
        PARTICULARS,
        /// The device has not sent its request.
        REQUEST
    }

    /// The finding that ends it, if there is one.
    public Optional<Finding> ending() {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .filter(finding -> FINAL.contains(finding.code()))
                .findFirst();
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
            case "request.absent" -> false;
            case "name.duplicate", "name.address-taken" -> !gaps.contains(Gap.NAME) && !gaps.contains(Gap.ZONE);
            case "validity.outlives-issuer", "zone.unknown" -> !gaps.contains(Gap.ZONE);
            default -> true;
        };
    }
}
