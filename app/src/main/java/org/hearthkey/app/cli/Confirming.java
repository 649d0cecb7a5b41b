package org.hearthkey.app.cli;

import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.approve.Challenge;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Lets somebody make sure that the device that asks is the one in front of them.
final class Confirming {
    private static final String NOT_YET = "confirmation.absent";

    private final Session session;
    private final Optional<ConfirmBy> way;

    /// @param way how it is made sure of, if at all
    Confirming(Session session, Optional<ConfirmBy> way) {
        this.session = session;
        this.way = way;
    }

    /// Reviews a device with or without a confirmation.
    interface Reviewing {
        Review review(Optional<Confirmation> confirmation);
    }

    /// The review of a device of which somebody has made sure, as far as they were asked to. What is refused for another
    /// reason is not worth typing digits for.
    Review review(Reviewing reviewing) throws StoppedException {
        if (way.isEmpty()) {
            return reviewing.review(Optional.empty());
        }
        return switch (way.get()) {
            case PRESENCE -> reviewing.review(Optional.of(new Confirmation.Presence()));
            case DIGITS -> {
                var before = reviewing.review(Optional.empty());
                yield isRefusedAnyway(before) ? before : reviewing.review(Optional.of(ask()));
            }
        };
    }

    private static boolean isRefusedAnyway(Review review) {
        return review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .map(Finding::code)
                .anyMatch(code -> !code.equals(NOT_YET));
    }

    private Confirmation.Digits ask() throws StoppedException {
        var words = session.words();
        var terminal =
                session.terminal().orElseThrow(() -> new StoppedException(Exit.LOCKED, words.text("confirm.nobody")));
        var challenge = Challenge.random(session.random());
        session.answers().remark(words.text("confirm.digits", spaced(challenge.digits())));
        var typed = terminal.ask(words.text("confirm.answer")).orElseGet(() -> new char[0]);
        try {
            return new Confirmation.Digits(challenge, new String(typed).strip());
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// As people read six digits aloud.
    private static String spaced(String digits) {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }
}
