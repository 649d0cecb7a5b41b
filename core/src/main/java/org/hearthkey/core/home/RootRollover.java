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
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.KeptKeys;
import org.hearthkey.core.token.TokenUri;

/// Changes the root of a home that goes on. A new root is made and both vouch for each other; bundles carry that to the
/// hubs, the owner takes the new root to the devices, and only when all of them know it does the old one end.
public final class RootRollover {
    private final Books books;
    private final Authority authority;
    private final Signatory signatory;
    private final Lists lists;
    private final RecoverySheets sheets;
    private final RootTries tries;
    private final Recertification below;
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
            RootTries tries,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.books = books;
        this.authority = authority;
        this.signatory = signatory;
        this.lists = lists;
        this.sheets = sheets;
        this.tries = tries;
        this.below = new Recertification(books.issuers(), authority, journal, clock);
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

    /// Whom a device is to trust from now on: both roots until the new one takes its place, then that one. Nothing where no root
    /// was changed, or the old one has ended.
    public List<Certificate> roots() {
        return state().filter(
                        rollover -> clock.instant().isBefore(rollover.oldRoot().notAfter()))
                .map(rollover -> rollover.isUnderWay()
                        ? List.of(rollover.oldRoot(), rollover.newRoot())
                        : List.of(rollover.newRoot()))
                .orElse(List.of());
    }

    /// The devices that do not know the new root, the first by their names.
    ///
    /// @param most 1 or more
    public List<RolloverRecords.Learner> learners(int most) {
        return state().isPresent() ? books.rollovers().learners(clock.instant(), most) : List.of();
    }

    /// Whether the new root's key is on a token, and where.
    public Optional<TokenUri> nextOnToken() {
        return books.rollovers().nextToken().flatMap(TokenUri::parse);
    }

    /// The issuers of other programs that get a certificate from the new root when it takes its place, or got one then. Whoever
    /// runs such a program has to give it that one.
    public List<Intermediate> others() {
        return state().stream()
                .flatMap(rollover -> below.others().stream()
                        .filter(each -> rollover.finished()
                                .filter(each.added()::isAfter)
                                .isEmpty()))
                .toList();
    }

    /// Makes a new root, and both certificates between the two.
    ///
    /// @param next where its key will live; in the file, what opens the old root there should open it too
    /// @throws IllegalStateException if a change is under way
    /// @throws RefusedException wrong-secret, if this does not open the root key
    /// @throws IOException if a token does not answer
    public Rollover begin(RootSecret secret, NextRoot next) throws RefusedException, IOException {
        if (isUnderWay()) {
            throw new IllegalStateException("A new root is to come already");
        }
        try (var oldKey = signatory.openRoot(secret)) {
            return switch (next) {
                case NextRoot.InFile(var profile, var ways) -> {
                    try (var key = SoftwareKey.generate(profile, random)) {
                        yield begin(oldKey, key, () -> books.keys().keepNextRoot(key, ways), Optional.empty());
                    }
                }
                case NextRoot.OnToken(var key, var uri) -> begin(oldKey, key, () -> {}, Optional.of(uri));
            };
        }
    }

    private Rollover begin(SigningKey oldKey, SigningKey newKey, Runnable keep, Optional<TokenUri> token) {
        var oldRoot = books.issuers().root().certificate();
        return commits.commit(() -> {
            var newRoot = authority.signNextRoot(oldRoot, newKey);
            var rollover = new Rollover(
                    now(),
                    oldRoot,
                    newRoot,
                    authority.signCross(oldRoot, oldKey, newRoot),
                    authority.signCross(newRoot, newKey, oldRoot),
                    Optional.empty());
            keep.run();
            books.rollovers().begin(rollover, token.map(TokenUri::text));
            journal.append(note("rollover.begin", rollover)
                    .fact("newWithOld", rollover.newWithOld().serial().hex())
                    .fact("oldWithNew", rollover.oldWithNew().serial().hex()));
            return rollover;
        });
    }

    /// Notes that a device got the new root in a file, with its certificate. That it trusts it is not known by that.
    public void handed(Device device) {
        state().ifPresent(rollover -> commits.commit(() -> {
            books.rollovers().handed(device.id(), now());
            journal.append(note("rollover.handed", rollover, device));
            return device;
        }));
    }

    /// Notes that a device trusts the new root, because the owner says so.
    ///
    /// @throws IllegalStateException if none is to come
    public void knows(Device device) {
        var rollover = required();
        commits.commit(() -> {
            books.rollovers().knows(device.id(), now());
            journal.append(note("rollover.knows", rollover, device));
            return device;
        });
    }

    private static Note note(String act, Rollover rollover, Device device) {
        return Note.of(act)
                .fact("device", device.id().toString())
                .fact("root", rollover.newRoot().fingerprint().hex())
                .detail("name", device.name().text());
    }

    /// Makes the new root the home's: it certifies every issuer again with the same key, and signs its first lists. The old
    /// root's key is destroyed in the file, and the recovery sheets end, which bring the old one back.
    ///
    /// @param secret of the new root; where both are in the file it is the old one's too
    /// @param accepted how many devices the owner gives up that do not know the new root
    /// @throws IllegalStateException if none is to come, or another number of devices does not know it
    /// @throws RefusedException wrong-secret, if this does not open the new root
    /// @throws IOException if a token does not answer
    public Rollover finish(RootSecret secret, long accepted) throws RefusedException, IOException {
        var rollover = required();
        if (trust().left() != accepted) {
            throw new IllegalStateException(trust().left() + " devices do not know the new root");
        }
        try (var newKey = openNext(rollover, secret)) {
            return commits.commit(() -> {
                below.below(rollover.newRoot(), newKey);
                books.keys().takeNextRoot();
                books.tokens().clear();
                nextOnToken().ifPresent(uri -> RootPlaces.note(books, journal, uri, clock, "root.token"));
                sheets.end();
                books.rollovers().finish(now());
                journal.append(note("rollover.finish", rollover).fact("left", accepted));
                lists.signFirst(newKey);
                return state().orElseThrow();
            });
        }
    }

    private OpenRoot openNext(Rollover rollover, RootSecret secret) throws RefusedException, IOException {
        return switch (secret) {
            case RootSecret.Opening(var opening) ->
                OpenRoot.of(
                        rollover.newRoot(),
                        tries.count(opening, () -> books.keys().openNextRoot(opening)));
            case RootSecret.OnToken(var key) -> OpenRoot.of(rollover.newRoot(), key);
        };
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
