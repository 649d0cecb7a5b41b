package org.hearthkey.core.approve;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The owner's yes to one review. It buys one certificate, once.
public final class Approval {
    private final AtomicReference<Optional<Review>> review;

    /// @throws IllegalArgumentException if the review refuses
    public Approval(Review review) {
        if (!review.mayApprove()) {
            throw new IllegalArgumentException("This review refuses");
        }
        this.review = new AtomicReference<>(Optional.of(review));
    }

    /// @throws IllegalStateException if this approval was used before
    Review redeem() {
        return review.getAndSet(Optional.empty())
                .orElseThrow(() -> new IllegalStateException("This approval was already used"));
    }
}
