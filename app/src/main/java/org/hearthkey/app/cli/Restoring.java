package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Puts sheets to use: to prove them, or because passphrases are lost.
final class Restoring {
    private final Session session;
    private final ShareAsking asking;

    Restoring(Session session) {
        this.session = session;
        asking = new ShareAsking(session);
    }

    void drill(List<Path> shareFiles, List<Path> coreFiles) throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            drill(home, shareFiles, coreFiles);
        }
    }

    /// Proves the sheets of a home that is open.
    void drill(Home home, List<Path> shareFiles, List<Path> coreFiles)
            throws StoppedException, RefusedException, IOException {
        try (var reading = new SheetReading()) {
            var sheets = new SheetTelling(session).required(home);
            asking.read(reading, coreFiles);
            asking.read(reading, shareFiles);
            var core = core(home, reading, coreFiles);
            if (shareFiles.isEmpty()) {
                asking.askEnough(reading);
            }
            if (reading.shares().stream().anyMatch(share -> share.set().identifier() != sheets.setIdentifier())) {
                throw new StoppedException(Exit.REFUSED, session.words().text("recovery.drill.old"));
            }
            new SheetTelling(session).drilled(home.recoverySheets().drill(core, reading.shares()));
        } catch (ShareException flawed) {
            throw new StoppedException(Exit.REFUSED, asking.words(flawed));
        }
    }

    private SealedCore core(Home home, SheetReading reading, List<Path> files) throws StoppedException {
        if (files.isEmpty()) {
            return home.recoverySheets().core().orElseThrow();
        }
        return asking.core(reading);
    }

    /// What gives the home its new passphrases.
    interface Change {
        void make() throws StoppedException, RefusedException, IOException;
    }

    /// What else happens when a home is opened with its sheets.
    interface Around {
        /// Nothing else.
        Around NOTHING = new Around() {};

        /// Told of the home before anything changes.
        ///
        /// @return whether there is anything to change
        default boolean begins(Home home) throws StoppedException {
            return true;
        }

        /// Keeps the change.
        default void keep(Home home, Change change) throws StoppedException, RefusedException, IOException {
            change.make();
        }
    }

    void restore(List<Path> shareFiles, Around around) throws StoppedException, RefusedException, IOException {
        try (var reading = new SheetReading()) {
            asking.read(reading, shareFiles);
            if (shareFiles.isEmpty()) {
                asking.askEnough(reading);
            }
            try (var secret = Shares.join(reading.shares())) {
                restore(secret, around);
            }
        } catch (ShareException flawed) {
            throw new StoppedException(Exit.REFUSED, asking.words(flawed));
        }
    }

    private void restore(SecretBytes recovered, Around around) throws StoppedException, RefusedException, IOException {
        var secret = new LockSecret.Recovered(recovered);
        try (var home = session.open(secret)) {
            home.watch().requireMayChange();
            if (!around.begins(home)) {
                return;
            }
            if (home.rootPlaces().isInFile()) {
                open(home, secret, new RootSecret.Opening(secret), around);
            } else {
                session.answers().remark(session.words().text("recovery.restore.token"));
                try (var root = session.tokens().root(home)) {
                    open(home, secret, root.secret(), around);
                }
            }
        }
    }

    private void open(Home home, LockSecret.Recovered secret, RootSecret root, Around around)
            throws StoppedException, RefusedException, IOException {
        try (var unlocking = session.secrets().newHome(HomeUnlocking.review(home))) {
            var name = new SlotName(
                    session.words().text("recovery.slot", session.dates().day(session.now())));
            var plan = NewSlot.of(name, session.homes().lockFor(unlocking));
            around.keep(home, () -> {
                var slot = new HomeUnlocking(session).done(home.unlocking().add(plan, secret, root));
                if (home.rootPlaces().isInFile()) {
                    changeRoot(home, secret);
                }
                tell(home, slot.id());
            });
        }
    }

    private void tell(Home home, long slot) {
        var done = home.rootPlaces().isInFile() ? "recovery.restore.done" : "recovery.restore.done.token";
        session.answers()
                .give(
                        () -> Map.of("name", home.facts().name().text(), "slot", slot),
                        () -> Stream.of(
                                session.words().text(done, home.facts().name().text()),
                                session.words().text("recovery.restore.then")));
    }

    private void changeRoot(Home home, LockSecret.Recovered secret)
            throws StoppedException, RefusedException, IOException {
        try (var passphrase = session.secrets().newRoot(HomeUnlocking.review(home))) {
            home.rootWays().change(secret, List.of(session.homes().lockFor(passphrase)));
        }
    }
}
