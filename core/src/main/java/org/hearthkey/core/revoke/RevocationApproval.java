package org.hearthkey.core.revoke;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The owner's yes to one revocation. It revokes once.
public final class RevocationApproval {
    private final AtomicReference<Optional<RevocationReview>> review;

    /// @throws IllegalArgumentException if the review refuses
    public RevocationApproval(RevocationReview review) {
        if (review.refusal().isPresent()) {
            throw new IllegalArgumentException("This review refuses");
        }
        this.review = new AtomicReference<>(Optional.of(review));
    }

    RevocationReview redeem() {
        return review.getAndSet(Optional.empty())
                .orElseThrow(() -> new IllegalStateException("This approval was already used"));
    }
}
