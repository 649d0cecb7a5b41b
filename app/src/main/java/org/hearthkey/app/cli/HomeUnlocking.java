package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.passphrase.PassphraseReview;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.home.RootWay;
import org.hearthkey.core.home.SlotOutcome;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenUri;

/// Changes what unlocks the home and its root, each time with the root passphrase.
final class HomeUnlocking {
    private final Session session;
    private final SlotTelling telling;

    HomeUnlocking(Session session) {
        this.session = session;
        telling = new SlotTelling(session);
    }

    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            telling.list(home.unlocking().slots());
        }
        return Exit.DONE.code();
    }

    /// Changes the passphrase with which the home was just opened.
    int changePassphrase() throws StoppedException, RefusedException, IOException {
        try (var entrance = session.enterToChange()) {
            requirePassphrase(entrance.secret());
            try (var root = session.tokens().root(entrance.home());
                    var chosen = session.secrets().newUnlocking(review(entrance.home()))) {
                var plan = plan(entrance.secret(), chosen);
                var slot = done(entrance.home().unlocking().changeOpenedBy(entrance.secret(), plan, root.secret()));
                telling.tell(slot, words("slot.changed", slot));
                session.answers().remark(session.words().text("slot.copies"));
            }
        }
        return Exit.DONE.code();
    }

    private void requirePassphrase(LockSecret opened) throws StoppedException {
        if (opened instanceof LockSecret.Held) {
            throw new StoppedException(Exit.REFUSED, session.words().text("slot.pin"));
        }
    }

    /// Another passphrase beside the same token, if there is one.
    private LockPlan plan(LockSecret opened, Passphrase chosen) {
        return opened instanceof LockSecret.RememberedAndHeld(var _, var token)
                ? new LockPlan.RememberedAndHeld(chosen, session.homes().costOfNew(), token.point())
                : session.homes().lockFor(chosen);
    }

    int add(SlotName name) throws StoppedException, RefusedException, IOException {
        try (var entrance = session.enterToChange();
                var root = session.tokens().root(entrance.home());
                var chosen = session.secrets().newUnlocking(review(entrance.home()))) {
            added(entrance, NewSlot.of(name, session.homes().lockFor(chosen)), root);
        }
        return Exit.DONE.code();
    }

    /// Adds a token, with its one key for unlocking or a new one.
    int addToken(SlotName name, TokenUri uri) throws StoppedException, RefusedException, IOException {
        try (var entrance = session.enterToChange()) {
            var home = entrance.home();
            var key = session.tokens().unlockingKey(uri);
            try (var root = session.tokens().root(home)) {
                var plan = new LockPlan.Held(key.point());
                added(entrance, new NewSlot(name, plan, Optional.of(key.uri().text())), root);
            }
        }
        return Exit.DONE.code();
    }

    /// Adds a slot that wants a token and a passphrase, both.
    int addBoth(SlotName name, TokenUri uri) throws StoppedException, RefusedException, IOException {
        try (var entrance = session.enterToChange()) {
            var home = entrance.home();
            var key = session.tokens().unlockingKey(uri);
            try (var root = session.tokens().root(home);
                    var chosen = session.secrets().newUnlocking(review(home))) {
                var plan =
                        new LockPlan.RememberedAndHeld(chosen, session.homes().costOfNew(), key.point());
                added(entrance, new NewSlot(name, plan, Optional.of(key.uri().text())), root);
            }
        }
        return Exit.DONE.code();
    }

    private void added(Entrance entrance, NewSlot wanted, RootAnswer root)
            throws StoppedException, RefusedException, IOException {
        var slot = done(entrance.home().unlocking().add(wanted, entrance.secret(), root.secret()));
        telling.tell(slot, words("slot.added", slot));
    }

    int rename(long id, SlotName name) throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange();
                var root = session.tokens().root(home)) {
            var slot = done(home.unlocking().rename(id, name, root.secret()));
            telling.tell(slot, words("slot.renamed", slot));
        }
        return Exit.DONE.code();
    }

    int remove(long id) throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange();
                var root = session.tokens().root(home)) {
            var slot = done(home.unlocking().remove(id, root.secret()));
            telling.tell(slot, words("slot.removed", slot));
            session.answers().remark(session.words().text("slot.copies"));
        }
        return Exit.DONE.code();
    }

    /// Changes the passphrase of the root key. It is the only way to the root from then on.
    int changeRootPassphrase() throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            if (home.rootWays().all().isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("root.on-token"));
            }
            try (var root = session.secrets().root();
                    var chosen = session.secrets().newRootPassphrase(review(home))) {
                var ways = List.of(session.homes().lockFor(chosen));
                tellRoot(home.rootWays().change(new LockSecret.Remembered(root), ways));
            }
        }
        return Exit.DONE.code();
    }

    private void tellRoot(List<RootWay> ended) {
        var words = session.words();
        session.answers()
                .give(
                        () -> Map.of(
                                "ended",
                                ended.stream().map(way -> way.factors().code()).toList()),
                        () -> Stream.concat(
                                Stream.of(words.text("root.changed")),
                                ended.stream().map(way -> words.text("root.ended", telling.factors(way.factors())))));
        session.answers().remark(words.text("slot.copies"));
    }

    /// A thief who has the file knows what stands in it by name.
    static PassphraseReview review(Home home) {
        var context = new ArrayList<String>();
        context.add(home.facts().name().text());
        home.issuers().zones().forEach(zone -> context.add(zone.name().text()));
        return new PassphraseReview(context);
    }

    private String words(String key, UnlockSlot slot) {
        return session.words().text(key, slot.id(), telling.name(slot));
    }

    UnlockSlot done(SlotOutcome outcome) throws StoppedException {
        return switch (outcome) {
            case SlotOutcome.Done(var slot) -> slot;
            case SlotOutcome.Refused(var finding) -> throw session.findings().refusal(List.of(finding));
        };
    }
}
