package org.hearthkey.core.home;

import java.io.IOException;
import java.util.List;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.KeptKeys;

/// The ways to the root key, where it is sealed in the home's file. A way that is not named again ends, but for the recovery
/// sheets: they survive every change of passphrase.
public final class RootWays {
    private final KeptKeys keys;
    private final RootTries tries;
    private final RolloverRecords rollovers;
    private final Journal journal;
    private final Commits commits;

    RootWays(KeptKeys keys, RolloverRecords rollovers, RootTries tries, Journal journal, Commits commits) {
        this.tries = tries;
        this.rollovers = rollovers;
        this.keys = keys;
        this.journal = journal;
        this.commits = commits;
    }

    /// All ways; none if the root key is on a token.
    public List<RootWay> all() {
        return keys.rootLocks().stream().map(RootWay::of).toList();
    }

    /// The ways that would end: no plan is for the same kind of secret and the same token.
    public List<RootWay> endedBy(List<LockPlan> ways) {
        return keys.rootLocks().stream()
                .filter(lock -> !isOfSheets(lock) && ways.stream().noneMatch(lock::isLike))
                .map(RootWay::of)
                .toList();
    }

    private static boolean isOfSheets(Lock lock) {
        return lock.factors() == Factors.RECOVERY_SECRET;
    }

    /// Lets the root key open to `ways`, to the recovery sheets as before, and to nothing else, in the file as it is now: older copies open as before.
    ///
    /// @param present one of the secrets that open it now
    /// @param ways 1 to 8
    /// @return the ways that ended
    /// @throws RefusedException wrong-secret, if `present` does not open it or it is on a token
    /// @throws TooSoonException after too many wrong ones
    /// @throws IOException if a token does not answer
    public List<RootWay> change(LockSecret present, List<LockPlan> ways) throws RefusedException, IOException {
        var ended = endedBy(ways);
        var sealed = tries.count(present, () -> keys.relockedRoot(present, ways, RootWays::isOfSheets));
        var next = keys.relockedNextRoot(present, ways);
        return commits.commit(() -> {
            keys.replaceRoot(sealed);
            if (next.isPresent()) {
                keys.replaceNextRoot(next.get());
            } else if (keys.hasNextRoot()) {
                RootRollover.abandon(keys, rollovers, journal);
            }
            journal.append(Note.of("root.ways")
                    .fact("ways", ways.stream().map(way -> way.factors().code()).toList())
                    .fact(
                            "ended",
                            ended.stream().map(way -> way.factors().code()).toList()));
            return ended;
        });
    }
}
