package org.hearthkey.core.home;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.KeptSlot;
import org.hearthkey.core.store.KeptSlots;
import org.hearthkey.core.store.OpenSlot;
import org.hearthkey.core.store.SlotNote;
import org.hearthkey.core.store.SlotNotes;

/// The ways to unlock this home. Each change is a critical act: it asks for the root's secret, never the unlocked home
/// alone, and stands in the journal in the same commit.
///
/// Removing a slot or changing its passphrase stops nobody who holds an older copy of the file: that copy opens with its
/// old secrets for ever, and yields the key of later copies too, until the home gets a new vault key.
public final class Unlocking {
    private final KeptSlots slots;
    private final SlotNotes notes;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    Unlocking(
            KeptSlots slots,
            SlotNotes notes,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.slots = slots;
        this.notes = notes;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// All slots by number.
    public List<UnlockSlot> slots() {
        return slots.all().stream().map(this::told).toList();
    }

    private UnlockSlot told(KeptSlot slot) {
        return UnlockSlot.of(slot, notes.find(slot.id()));
    }

    private UnlockSlot told(long id) {
        return find(id).orElseThrow();
    }

    private Optional<UnlockSlot> find(long id) {
        return slots().stream().filter(slot -> slot.id() == id).findAny();
    }

    private List<UnlockSlot> others(UnlockSlot than) {
        return slots().stream().filter(slot -> slot.id() != than.id()).toList();
    }

    /// Adds a way to unlock.
    ///
    /// @param present opens a slot that is there: an open home has forgotten the vault key
    /// @throws RefusedException wrong-secret, if one of the two secrets is not the right one
    /// @throws IOException if a token does not answer
    public SlotOutcome add(NewSlot wanted, LockSecret present, RootSecret root) throws RefusedException, IOException {
        var refusal = SlotRules.refusalToAdd(slots(), wanted);
        if (refusal.isPresent()) {
            return new SlotOutcome.Refused(refusal.get());
        }
        var id = nextId();
        var note = new SlotNote(
                Optional.of(wanted.name()), clock.instant(), wanted.plan().tokenPoint(), wanted.tokenUri());
        prove(root);
        var lock = lock(id, wanted.plan(), present);
        return commits.commit(() -> {
            slots.put(id, lock);
            notes.write(id, note);
            return done(Note.of("slot.add"), told(id));
        });
    }

    /// A number that no slot has ever had: the journal tells of them all, also of those that were removed.
    long nextId() {
        var highest = new AtomicLong(slots.highestId());
        journal.each("slot.add", entry -> {
            if (entry.facts().get("slot") instanceof Number id) {
                highest.accumulateAndGet(id.longValue(), Math::max);
            }
        });
        return highest.get() + 1;
    }

    /// Lets a slot open to something else of the same kind, such as another passphrase. The secret before opens it no longer.
    ///
    /// @param present opens a slot that is there, this one or another
    /// @throws RefusedException wrong-secret, if one of the two secrets is not the right one
    /// @throws IOException if a token does not answer
    /// @throws IllegalArgumentException if `plan` is of another kind or for another token
    public SlotOutcome change(long id, LockPlan plan, LockSecret present, RootSecret root)
            throws RefusedException, IOException {
        return with(id, slot -> SlotRules.refusalToChange(others(slot), plan), root, slot -> {
            requireLike(id, plan);
            return relocked(id, lock(id, plan, present));
        });
    }

    /// Lets the slot that `present` opens open to another passphrase. The one before opens it no longer.
    ///
    /// @throws RefusedException wrong-secret, if one of the two secrets is not the right one
    /// @throws IOException if a token does not answer
    /// @throws IllegalArgumentException if `plan` is of another kind or for another token
    public SlotOutcome changeOpenedBy(LockSecret present, LockPlan plan, RootSecret root)
            throws RefusedException, IOException {
        prove(root);
        try (var opened = slots.open(present)) {
            var refusal = SlotRules.refusalToChange(others(told(opened.id())), plan);
            if (refusal.isPresent()) {
                return new SlotOutcome.Refused(refusal.get());
            }
            requireLike(opened.id(), plan);
            return relocked(opened.id(), opened.lock(opened.id(), plan));
        }
    }

    private void requireLike(long id, LockPlan plan) {
        if (slots.all().stream()
                .filter(kept -> kept.id() == id)
                .flatMap(kept -> kept.lock().stream())
                .noneMatch(lock -> lock.isLike(plan))) {
            throw new IllegalArgumentException("Slot " + id + " opens to something of another kind");
        }
    }

    private SlotOutcome relocked(long id, Lock lock) {
        return commits.commit(() -> {
            slots.put(id, lock);
            return done(Note.of("slot.change"), told(id));
        });
    }

    /// Lets a slot open to what it opens to already, at another cost. Asks for nothing: who may enter is the same as before.
    /// If the slots would then cost too much together, all stays as it is.
    void raise(OpenSlot opened, LockPlan plan) {
        var slot = told(opened.id());
        if (SlotRules.refusalToChange(others(slot), plan).isPresent()) {
            return;
        }
        var lock = opened.lock(opened.id(), plan);
        commits.commit(() -> {
            slots.put(opened.id(), lock);
            var raised = told(opened.id());
            return done(Note.of("slot.raise").fact("from", cost(slot)).fact("to", cost(raised)), raised);
        });
    }

    private static String cost(UnlockSlot slot) {
        return slot.cost().map(Argon2Cost::text).orElse("");
    }

    /// Calls a slot something else.
    ///
    /// @throws RefusedException wrong-secret, if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SlotOutcome rename(long id, SlotName name, RootSecret root) throws RefusedException, IOException {
        return with(
                id,
                slot -> SlotRules.refusalToName(others(slot), name),
                root,
                slot -> commits.commit(() -> {
                    notes.write(id, named(slot, name));
                    return done(Note.of("slot.rename"), told(id));
                }));
    }

    private SlotNote named(UnlockSlot slot, SlotName name) {
        return notes.find(slot.id())
                .map(note -> note.named(name))
                .orElseGet(() -> new SlotNote(Optional.of(name), clock.instant(), Optional.empty(), Optional.empty()));
    }

    /// Removes a way to unlock. The last one stays.
    ///
    /// @throws RefusedException wrong-secret, if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SlotOutcome remove(long id, RootSecret root) throws RefusedException, IOException {
        return with(
                id,
                slot -> SlotRules.refusalToRemove(others(slot)),
                root,
                slot -> commits.commit(() -> {
                    slots.remove(id);
                    notes.remove(id);
                    return done(Note.of("slot.remove"), slot);
                }));
    }

    /// What a rule says of an act on a slot.
    private interface SlotRule {
        Optional<Finding> refusal(UnlockSlot slot);
    }

    /// An act on a slot, once no rule refuses it and the root's secret is shown.
    private interface SlotAct {
        SlotOutcome on(UnlockSlot slot) throws RefusedException, IOException;
    }

    private SlotOutcome with(long id, SlotRule rule, RootSecret root, SlotAct act)
            throws RefusedException, IOException {
        var found = find(id);
        if (found.isEmpty()) {
            return new SlotOutcome.Refused(SlotRules.unknown(id));
        }
        var refusal = rule.refusal(found.get());
        if (refusal.isPresent()) {
            return new SlotOutcome.Refused(refusal.get());
        }
        prove(root);
        return act.on(found.get());
    }

    /// The root signs nothing here, so its key is closed as soon as it has shown itself.
    private void prove(RootSecret root) throws RefusedException, IOException {
        signatory.proveRoot(root).close();
    }

    private Lock lock(long id, LockPlan plan, LockSecret present) throws RefusedException, IOException {
        try (var opened = slots.open(present)) {
            return opened.lock(id, plan);
        }
    }

    private SlotOutcome done(Note act, UnlockSlot slot) {
        var note = act.fact("slot", slot.id())
                .fact("factors", slot.factors().map(Factors::code).orElse("unknown"));
        journal.append(slot.name().map(name -> note.detail("name", name.text())).orElse(note));
        return new SlotOutcome.Done(slot);
    }
}
