package org.hearthkey.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// What the slots of a file are before any secret is tried: steps 10 and 11 of opening. A slot out of bounds or decayed is
/// not tried, and remembered in case no other opens.
final class SlotSurvey {
    private final List<Candidate> sound = new ArrayList<>();
    private boolean outOfBounds;
    private boolean decayed;
    private Optional<RefusedException> malformed = Optional.empty();

    SlotSurvey(List<Slot> slots) {
        slots.forEach(this::look);
    }

    /// A slot that is worth trying.
    record Candidate(long slotId, Lock lock) {}

    private void look(Slot slot) {
        try {
            Lock lock = Lock.parse(slot.body());
            if (slot.hasRightSum()) {
                sound.add(new Candidate(slot.id(), lock));
            } else {
                decayed = true;
            }
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.OUT_OF_BOUNDS) {
                outOfBounds = true;
            } else if (slot.hasRightSum()) {
                malformed = Optional.of(refused);
            } else {
                decayed = true;
            }
        }
    }

    /// The slots that this secret may open.
    ///
    /// @throws RefusedException out-of-bounds if trying them would cost too much; damaged if a slot is not one
    List<Candidate> candidates(LockSecret secret) throws RefusedException {
        List<Candidate> candidates = sound.stream()
                .filter(candidate -> candidate.lock().fits(secret))
                .toList();
        long work = candidates.stream()
                .flatMap(candidate -> candidate.lock().cost().stream())
                .mapToLong(Argon2Cost::work)
                .sum();
        if (work > Argon2Cost.MOST_WORK) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "the slots together");
        }
        if (malformed.isPresent()) {
            throw malformed.get();
        }
        for (Candidate candidate : sound) {
            if (!candidate.lock().isOfVault(sound.getFirst().lock().vault())) {
                throw new RefusedException(Refusal.DAMAGED, "slot " + candidate.slotId() + " is of another vault");
            }
        }
        return candidates;
    }

    /// Why nothing opened. Forged slots with a right sum look like a wrong secret.
    RefusedException noneFits() {
        if (outOfBounds) {
            return new RefusedException(Refusal.OUT_OF_BOUNDS, "a slot");
        }
        if (decayed) {
            return new RefusedException(Refusal.DAMAGED, "a slot; the secret may be right");
        }
        return RefusedException.noSlot();
    }
}
