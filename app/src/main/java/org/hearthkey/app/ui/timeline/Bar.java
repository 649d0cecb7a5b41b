package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One stretch of a row.
///
/// @param to when it stops working: its own end, or its issuer's if that is sooner
/// @param dueFrom when its renewal window begins
/// @param ownEnd its own end, where its issuer ends first
/// @param label words inside the bar, where there is room
/// @param facts what is said of it when it is pointed at
public record Bar(
        Instant from,
        Instant to,
        Look look,
        Optional<Instant> dueFrom,
        Optional<Instant> ownEnd,
        String label,
        List<Fact> facts) {
    public Bar {
        facts = List.copyOf(facts);
    }

    /// How a bar is drawn.
    public enum Look {
        ROOT,
        ISSUER,
        GOOD,
        SOON,
        PAST,
        REVOKED
    }

    /// A named fact, such as `Good until` and a day.
    public record Fact(String name, String value) {}

    static Bar of(Instant from, Instant to, Look look, List<Fact> facts) {
        return new Bar(from, to, look, Optional.empty(), Optional.empty(), "", facts);
    }

    Bar withDueFrom(Instant at) {
        return new Bar(from, to, look, Optional.of(at), ownEnd, label, facts);
    }

    Bar withOwnEnd(Instant at) {
        return new Bar(from, to, look, dueFrom, at.isAfter(to) ? Optional.of(at) : Optional.empty(), label, facts);
    }

    Bar withLabel(String words) {
        return new Bar(from, to, look, dueFrom, ownEnd, words, facts);
    }

    /// Where the drawn bar ends, its dashed remainder included.
    Instant shownTo() {
        return ownEnd.orElse(to);
    }

    /// Whether the drawn bar is there at that instant.
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(shownTo());
    }
}
