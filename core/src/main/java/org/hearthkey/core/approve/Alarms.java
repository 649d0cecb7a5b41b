package org.hearthkey.core.approve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Keeps what was refused because it looked like an impersonation, until the owner has looked at it.
public final class Alarms {
    /// Refusals that an honest device does not meet.
    private static final Set<String> ALARMING =
            Set.of("label.key-differs", "label.short-differs", "key.revoked", "confirmation.digits-differ");

    /// The same, where another key was shown than the one that the home knows for this label. Without a key it is only a
    /// label that was scanned again.
    private static final Set<String> ALARMING_WITH_A_KEY = Set.of(
            "mark.label-used",
            "mark.key-duplicate",
            "mark.key-part-duplicate",
            "mark.secret-duplicate",
            "mark.taken-back",
            "mark.retired");

    private static final String SAME_KEY = "key.duplicate";

    /// The same attempt again within this time is the same alarm.
    private static final Duration SAME = Duration.ofHours(1);

    private final AlarmRecords alarms;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Alarms(AlarmRecords alarms, Journal journal, Commits commits, InstantSource clock) {
        this.alarms = alarms;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// The alarms that the owner has not looked at, the newest first.
    public List<Alarm> unseen() {
        return alarms.unseen();
    }

    /// Called where the owner was told that a review refuses. Raises an alarm if it looks like an impersonation; looking
    /// at the same thing twice raises one.
    ///
    /// @return the alarms that this raised
    public List<Alarm> refused(Review review) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var raised = review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .filter(finding -> isAlarming(finding, review))
                .map(finding -> alarm(finding, review, now))
                .filter(alarm -> alarms.unseen().stream().noneMatch(before -> isSame(before, alarm)))
                .toList();
        if (!raised.isEmpty()) {
            commits.commit(() -> {
                raised.forEach(this::raise);
                return raised;
            });
        }
        return raised;
    }

    /// The owner has looked at this alarm.
    public void look(Alarm alarm) {
        commits.commit(() -> {
            alarms.look(alarm, clock.instant());
            journal.append(Note.of("alarm.look").fact("code", alarm.code()));
            return alarm;
        });
    }

    private static boolean isAlarming(Finding finding, Review review) {
        var otherKey = review.key().isPresent()
                && review.findings().stream().noneMatch(found -> found.code().equals(SAME_KEY));
        return ALARMING.contains(finding.code()) || (otherKey && ALARMING_WITH_A_KEY.contains(finding.code()));
    }

    private static Alarm alarm(Finding finding, Review review, Instant now) {
        return new Alarm(now, finding.code(), review.passesFor(), finding.facts());
    }

    private void raise(Alarm alarm) {
        alarms.add(alarm);
        var note = Note.of("alarm.raise").fact("code", alarm.code());
        journal.append(alarm.device()
                .map(device -> note.fact("device", device.toString()))
                .orElse(note));
    }

    private static boolean isSame(Alarm before, Alarm now) {
        return before.code().equals(now.code())
                && before.device().equals(now.device())
                && before.facts().equals(now.facts())
                && before.raised().plus(SAME).isAfter(now.raised());
    }
}
