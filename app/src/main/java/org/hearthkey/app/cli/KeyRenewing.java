package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.RootWay;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// Gives a home a new vault key, also one that is refused because somebody changed its slots.
final class KeyRenewing {
    private final Session session;
    private final SlotTelling telling;

    KeyRenewing(Session session) {
        this.session = session;
        telling = new SlotTelling(session);
    }

    /// @param endingOthers whether the owner has said that other ways may end
    int renew(boolean endingOthers) throws StoppedException, RefusedException, IOException {
        try (var entrance = session.enterToChange(KeyRenewing::openDespiteSlots)) {
            var home = entrance.home();
            if (home.rootRollover().isUnderWay()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("rollover.newkey"));
            }
            var prepared = home.newVaultKey().prepare(entrance.secret());
            requireUnderstood(prepared.ended(), endingOthers);
            List<RootWay> rootWays;
            try (var root = session.tokens().rootInFileFirst(home)) {
                rootWays = prepared.endedToRoot(root.secret());
                prepared.make(root.secret(), session.homes().costOfNew());
            }
            try (var renewed = session.open(entrance.secret())) {
                tell(renewed, prepared.ended(), rootWays);
            }
        }
        return Exit.DONE.code();
    }

    private static Unlocked openDespiteSlots(Homes homes, Path file, LockSecret secret) throws IOException {
        var tried = homes.open(file, secret);
        return tried instanceof Unlocked.Refused(var refusal, var _) && refusal == Refusal.SLOTS_CHANGED
                ? homes.openDespiteSlots(file, secret)
                : tried;
    }

    private void requireUnderstood(List<UnlockSlot> ended, boolean understood) throws StoppedException {
        if (ended.isEmpty() || understood) {
            return;
        }
        var lines = Stream.concat(
                        ended.stream().map(slot -> words("newkey.ends", slot)),
                        Stream.of(session.words().text("newkey.confirm")))
                .toList();
        throw new StoppedException(
                Exit.REFUSED,
                lines,
                Map.of(
                        "refused",
                        "other-ways-end",
                        "ends",
                        ended.stream().map(SlotTelling::document).toList()));
    }

    private void tell(Home home, List<UnlockSlot> ended, List<RootWay> rootWays) {
        var words = session.words();
        var document = new LinkedHashMap<String, Object>();
        document.put("slots", documents(home.unlocking().slots()));
        document.put("ended", documents(ended));
        document.put(
                "endedToRoot",
                rootWays.stream().map(way -> way.factors().code()).toList());
        session.answers()
                .give(
                        () -> document,
                        () -> Stream.of(
                                        Stream.of(words.text("newkey.done")),
                                        ended.stream().map(slot -> words("newkey.ended", slot)),
                                        rootWays.stream()
                                                .map(way -> words.text("root.ended", telling.factors(way.factors()))))
                                .flatMap(lines -> lines));
        session.answers().remark(words.text("newkey.copies"));
    }

    private static List<Map<String, Object>> documents(List<UnlockSlot> slots) {
        return slots.stream().map(SlotTelling::document).toList();
    }

    private String words(String key, UnlockSlot slot) {
        return session.words().text(key, slot.id(), telling.name(slot));
    }
}
