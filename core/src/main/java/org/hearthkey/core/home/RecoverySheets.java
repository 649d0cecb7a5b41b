package org.hearthkey.core.home;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.SealedCore.IssuerNote;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.ShareSeat;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.KeptSlot;
import org.hearthkey.core.store.KeptSlots;
import org.hearthkey.core.store.SlotNote;

/// The recovery sheets of a home: shares of one random secret that opens the vault key and the root key, whatever becomes
/// of passphrases and tokens. New sheets end those before.
public final class RecoverySheets {
    private static final int SECRET_BYTES = 32;

    private final HomeFacts facts;
    private final Books books;
    private final KeptSlots slots;
    private final Unlocking unlocking;
    private final Signatory signatory;
    private final RootTries tries;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    RecoverySheets(
            HomeFacts facts,
            Books books,
            KeptSlots slots,
            Unlocking unlocking,
            Signatory signatory,
            RootTries tries,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.facts = facts;
        this.books = books;
        this.slots = slots;
        this.unlocking = unlocking;
        this.signatory = signatory;
        this.tries = tries;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// The sheets in force; nothing if none were made, or if their slot is gone.
    public Optional<IssuedSheets> issued() {
        return books.sheets().issued().filter(sheets -> slot(sheets.slot()).isPresent());
    }

    private Optional<Lock> slot(long id) {
        return slots.all().stream()
                .filter(slot -> slot.id() == id)
                .flatMap(slot -> slot.lock().stream())
                .findAny();
    }

    /// What lies beside the sheets, as they are in force now.
    public Optional<SealedCore> core() {
        return issued().map(sheets -> core(
                sheets.issued(),
                sheets.setIdentifier(),
                sheets.slot(),
                slot(sheets.slot()).orElseThrow(),
                books.keys().rootForPaper()));
    }

    private SealedCore core(Instant issued, int set, long slot, Lock lock, Optional<byte[]> rootKey) {
        return new SealedCore(
                facts.name(),
                facts.id(),
                issued,
                set,
                slot,
                lock,
                rootKey.map(SealedCore.RootValue::new),
                signatory.issuers().root().certificate(),
                issuers(),
                others());
    }

    /// Those that were taken back, too: a list that does not name them lets them in again.
    private List<IssuerNote> others() {
        return signatory.issuers().intermediates().stream()
                .filter(each -> now().isBefore(each.certificate().notAfter()))
                .map(each -> new IssuerNote(
                        each.name().text(),
                        each.certificate().serial(),
                        each.certificate().notAfter()))
                .toList();
    }

    private List<IssuerNote> issuers() {
        var services = signatory.issuers().services();
        var notes = new ArrayList<IssuerNote>();
        notes.add(note(services.role(), services.certificate()));
        signatory
                .issuers()
                .zones()
                .forEach(zone ->
                        notes.add(note(zone.issuer().role(), zone.issuer().certificate())));
        return notes;
    }

    private static IssuerNote note(Role role, Certificate certificate) {
        return new IssuerNote(role.code(), certificate.serial(), certificate.notAfter());
    }

    /// Makes new shares in memory. Nothing changes before they are kept, and they are kept only once they were read back.
    ///
    /// @param present opens a slot: an open home has forgotten the vault key
    /// @param root opens the root key; where that is on a token only, the sheets do not bring it back
    /// @throws RefusedException wrong-secret, if one of the two secrets is not the right one
    /// @throws IOException if a token does not answer
    public SheetDraft draft(SharePlan plan, LockSecret present, RootSecret root) throws RefusedException, IOException {
        signatory.proveRoot(root).close();
        long id = unlocking.nextId();
        try (var secret = SecretBytes.random(SECRET_BYTES, random);
                var opened = slots.open(present)) {
            var way = new LockPlan.Recovered(secret);
            var lock = opened.lock(id, way);
            var relocked = relockedRoot(root, way);
            var shares = Shares.split(secret, plan, random);
            var set = shares.getFirst().set().identifier();
            return new SheetDraft(plan, shares, relocked, core(now(), set, id, lock, forPaper(relocked)));
        }
    }

    private static Optional<byte[]> forPaper(Optional<byte[]> relocked) throws RefusedException {
        return relocked.isPresent()
                ? Optional.of(PrivateKeyVault.pruned(relocked.get(), RecoverySheets::isOfSheets))
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<byte[]> relockedRoot(RootSecret root, LockPlan way) throws RefusedException, IOException {
        if (books.keys().hasRoot() && root instanceof RootSecret.Opening(var secret)) {
            return Optional.of(tries.count(
                    secret, () -> books.keys().relockedRoot(secret, List.of(way), lock -> !isOfSheets(lock))));
        }
        return Optional.empty();
    }

    /// Proves that shares bring the home back: the core opens in memory, and its root key signs something that nobody has
    /// asked for before. Then all of it is forgotten, and the journal says that it was done.
    ///
    /// @param core as it was read from paper or a file
    /// @throws ShareException if the shares do not go together
    /// @throws RefusedException wrong-secret, if they are of other sheets than the core; damaged
    public IssuedSheets drill(SealedCore core, List<Share> shares) throws ShareException, RefusedException {
        var sheets = issued().orElseThrow(() -> new IllegalStateException("No sheets were issued"));
        prove(core, shares);
        var at = now();
        return commits.commit(() -> {
            books.sheets().drilled(at);
            journal.append(Note.of("recovery.drill")
                    .fact("set", (long) core.setIdentifier())
                    .fact("root", core.root().fingerprint().hex()));
            return sheets.drilledAt(at);
        });
    }

    private void prove(SealedCore core, List<Share> shares) throws ShareException, RefusedException {
        try (var secret = Shares.join(shares)) {
            core.prove(new LockSecret.Recovered(secret), random);
        }
    }

    /// Notes where a sheet lies, in the owner's words.
    public void keptAt(ShareSeat seat, String place) {
        commits.commit(() -> {
            books.sheets().keptAt(seat, place);
            journal.append(Note.of("recovery.kept-at")
                    .fact("group", (long) seat.group())
                    .fact("member", (long) seat.member())
                    .detail("place", place));
            return seat;
        });
    }

    /// Puts new sheets in force, in place of all before.
    ///
    /// @throws IllegalStateException if one of them was not read back
    /// @throws ShareException if the shares do not go together, which is our mistake
    /// @throws RefusedException if they do not open what they were made for, which is our mistake
    public IssuedSheets keep(SheetDraft draft) throws ShareException, RefusedException {
        if (!draft.left().isEmpty()) {
            throw new IllegalStateException(draft.left().size() + " sheets were not read back");
        }
        prove(draft.core(), draft.shares());
        return commits.commit(() -> record(draft));
    }

    private IssuedSheets record(SheetDraft draft) {
        var core = draft.core();
        end();
        slots.put(core.slot(), core.vaultKey());
        books.slotNotes()
                .write(core.slot(), new SlotNote(Optional.empty(), core.issued(), Optional.empty(), Optional.empty()));
        draft.relocked().ifPresent(books.keys()::replaceRoot);
        var sheets = draft.sheets();
        books.sheets().replace(sheets);
        journal.append(Note.of("recovery.issue")
                .fact("set", (long) core.setIdentifier())
                .fact("slot", core.slot())
                .fact("sheets", (long) sheets.sheets().size())
                .fact("groupThreshold", (long) sheets.plan().groupThreshold())
                .fact("root", draft.relocked().isPresent() ? "in-file" : "on-token"));
        return sheets;
    }

    /// Ends the sheets in force. Within a commit.
    void end() {
        slots.all().stream()
                .filter(kept -> kept.lock().filter(RecoverySheets::isOfSheets).isPresent())
                .map(KeptSlot::id)
                .toList()
                .forEach(before -> {
                    slots.remove(before);
                    books.slotNotes().remove(before);
                });
    }

    private static boolean isOfSheets(Lock lock) {
        return lock.factors() == Factors.RECOVERY_SECRET;
    }
}
