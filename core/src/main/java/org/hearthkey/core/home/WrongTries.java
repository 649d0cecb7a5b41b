package org.hearthkey.core.home;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.journal.Note;

/// Wrong passphrases that were tried on a home one after another. Says nothing of what was typed.
///
/// @param count how many, at most a million
/// @param first when the first was tried
/// @param last when the last was tried, not before the first
public record WrongTries(int count, Instant first, Instant last) {
    private static final int MOST = 1_000_000;
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    public WrongTries {
        if (count < 1
                || count > MOST
                || last.isBefore(first)
                || first.isBefore(Instant.EPOCH)
                || last.isAfter(END_OF_TIME)) {
            throw new IllegalArgumentException("No wrong tries: " + count + " from " + first + " to " + last);
        }
    }

    static WrongTries firstAt(Instant now) {
        return new WrongTries(1, now, now);
    }

    /// With one more.
    WrongTries andAt(Instant now) {
        return new WrongTries(Math.min(count + 1, MOST), earlier(now), now);
    }

    /// As many, the last of them now: for a clock that was set back.
    WrongTries lastAt(Instant now) {
        return new WrongTries(count, earlier(now), now);
    }

    private Instant earlier(Instant now) {
        return now.isBefore(first) ? now : first;
    }

    /// How long nothing is tried after the last: not at all after the first three, then twice as long each time.
    Duration pause() {
        if (count <= FREE) {
            return Duration.ZERO;
        }
        var doublings = Math.min(count - FREE - 1, 6);
        var pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /// @param act `unlock.failed` or `root.failed`
    Note note(String act) {
        return Note.of(act).fact("tries", count).fact("first", first.toString()).fact("last", last.toString());
    }

    /// One line, as [#parse(String)] reads it.
    public String text() {
        return count + " " + first + " " + last;
    }

    /// What [#text()] wrote; nothing for anything else.
    public static Optional<WrongTries> parse(String text) {
        var parts = text.strip().split(" ", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new WrongTries(Integer.parseInt(parts[0]), Instant.parse(parts[1]), Instant.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeException somethingElse) {
            return Optional.empty();
        }
    }
}
