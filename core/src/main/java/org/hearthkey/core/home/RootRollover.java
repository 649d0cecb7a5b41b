package org.hearthkey.core.home;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.KeptKeys;

/// Changes the root of a home that goes on. A new root is made and both vouch for each other; bundles carry that to the
/// hubs, the owner takes the new root to the devices, and only when all of them know it does the old one end.
public final class RootRollover {
    private final Books books;
    private final Authority authority;
    private final Signatory signatory;
    private final Lists lists;
    private final RecoverySheets sheets;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    RootRollover(
            Books books,
            Authority authority,
            Signatory signatory,
            Lists lists,
            RecoverySheets sheets,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.books = books;
        this.authority = authority;
        this.signatory = signatory;
        this.lists = lists;
        this.sheets = sheets;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// The change that is under way, or the last one.
    public Optional<Rollover> state() {
        return books.rollovers().rollover();
    }

    public boolean isUnderWay() {
        return state().filter(Rollover::isUnderWay).isPresent();
    }

    /// How many devices know the new root.
    public RolloverRecords.Trust trust() {
        return books.rollovers().trust(clock.instant());
    }

    /// The issuers of other programs that get a certificate from the new root when it takes its place, or got one then. Whoever
    /// runs such a program has to give it that one.
    public List<Intermediate> others() {
        return state().stream()
                .flatMap(rollover -> books.issuers().intermediates().stream()
                        .filter(each -> each.revoked().isEmpty() && goesOn(each.certificate()))
                        .filter(each -> rollover.finished()
                                .filter(each.added()::isAfter)
                                .isEmpty()))
                .toList();
    }

    /// Makes a new root with a key in the file, which the same secret opens, and both certificates between the two.
    ///
    /// @param profile what kind of key the new root gets
    /// @param cost what one guess at a passphrase costs
    /// @throws IllegalStateException if a change is under way
    /// @throws RefusedException wrong-secret, if this does not open the root key or it is on a token
    /// @throws IOException if a token does not answer
    public Rollover begin(KeyProfile profile, LockSecret secret, Argon2Cost cost) throws RefusedException, IOException {
        if (isUnderWay()) {
            throw new IllegalStateException("A new root is to come already");
        }
        var oldRoot = books.issuers().root().certificate();
        try (var oldKey = signatory.openRoot(new RootSecret.Opening(secret));
                var newKey = SoftwareKey.generate(profile, random)) {
            return commits.commit(() -> {
                var newRoot = authority.signNextRoot(oldRoot, newKey);
                var rollover = new Rollover(
                        now(),
                        oldRoot,
                        newRoot,
                        authority.signCross(oldRoot, oldKey, newRoot),
                        authority.signCross(newRoot, newKey, oldRoot),
                        Optional.empty());
                books.keys().keepNextRoot(newKey, List.of(LockPlan.like(secret, cost)));
                books.rollovers().begin(rollover);
                journal.append(note("rollover.begin", rollover)
                        .fact("newWithOld", rollover.newWithOld().serial().hex())
                        .fact("oldWithNew", rollover.oldWithNew().serial().hex()));
                return rollover;
            });
        }
    }

    /// Notes that a device trusts the new root, because the owner says so.
    ///
    /// @throws IllegalStateException if none is to come
    public void knows(Device device) {
        var rollover = required();
        commits.commit(() -> {
            books.rollovers().knows(device.id(), now());
            journal.append(Note.of("rollover.knows")
                    .fact("device", device.id().toString())
                    .fact("root", rollover.newRoot().fingerprint().hex())
                    .detail("name", device.name().text()));
            return device;
        });
    }

    /// Makes the new root the home's: it certifies every issuer again with the same key, and signs its first lists. The old
    /// root's key is destroyed in the file, and the recovery sheets end, which bring the old one back.
    ///
    /// @param accepted how many devices the owner gives up that do not know the new root
    /// @throws IllegalStateException if none is to come, or another number of devices does not know it
    /// @throws RefusedException wrong-secret, if this does not open both roots
    /// @throws IOException if a token does not answer
    public Rollover finish(LockSecret secret, long accepted) throws RefusedException, IOException {
        var rollover = required();
        if (trust().left() != accepted) {
            throw new IllegalStateException(trust().left() + " devices do not know the new root");
        }
        signatory.openRoot(new RootSecret.Opening(secret)).close();
        try (var newKey = books.keys().openNextRoot(secret)) {
            return commits.commit(() -> {
                below(rollover.newRoot(), newKey);
                books.keys().takeNextRoot();
                books.tokens().clear();
                sheets.end();
                books.rollovers().finish(now());
                journal.append(note("rollover.finish", rollover).fact("left", accepted));
                lists.signFirst(newKey);
                return state().orElseThrow();
            });
        }
    }

    /// What the old root took back, and what has ended, the new one does not certify.
    private void below(Certificate root, SoftwareKey key) {
        var issuers = books.issuers();
        issuers.replace(new Issuer(new Role.Root(), root, Optional.empty()));
        var services = issuers.services();
        if (goesOn(services.certificate())) {
            keep(authority.signServicesAgain(root, key, services));
        }
        for (var zone : issuers.zones()) {
            if (issuers.withdrawn(zone.name()).isEmpty() && goesOn(zone.issuer().certificate())) {
                keep(authority.signZoneAgain(root, key, zone));
            }
        }
        for (var intermediate : issuers.intermediates()) {
            if (intermediate.revoked().isEmpty() && goesOn(intermediate.certificate())) {
                var again = authority.signIntermediateAgain(root, key, intermediate);
                issuers.replace(intermediate.with(again));
                journal.append(note("intermediate", again)
                        .detail("name", intermediate.name().text()));
            }
        }
    }

    private boolean goesOn(Certificate issuer) {
        return clock.instant().isBefore(issuer.notAfter());
    }

    private void keep(Issuer issuer) {
        journal.append(note(issuer.role().code(), issuer.certificate()));
        books.issuers().replace(issuer);
    }

    private static Note note(String issuer, Certificate certificate) {
        return Note.of("rollover.certify")
                .fact("issuer", issuer)
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex());
    }

    /// Gives the new root up and destroys its key.
    ///
    /// @throws IllegalStateException if none is to come
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public void cancel(RootSecret secret) throws RefusedException, IOException {
        required();
        signatory.proveRoot(secret).close();
        commits.commit(() -> {
            abandon(books.keys(), books.rollovers(), journal);
            return secret;
        });
    }

    /// Within a commit.
    static void abandon(KeptKeys keys, RolloverRecords rollovers, Journal journal) {
        var rollover = rollovers.rollover().orElseThrow();
        keys.removeNextRoot();
        rollovers.cancel();
        journal.append(note("rollover.cancel", rollover));
    }

    private static Note note(String act, Rollover rollover) {
        return Note.of(act)
                .fact("from", rollover.oldRoot().fingerprint().hex())
                .fact("to", rollover.newRoot().fingerprint().hex());
    }

    private Rollover required() {
        return state().filter(Rollover::isUnderWay)
                .orElseThrow(() -> new IllegalStateException("No new root is to come"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
