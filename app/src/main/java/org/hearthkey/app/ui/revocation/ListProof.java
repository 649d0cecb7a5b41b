package org.hearthkey.app.ui.revocation;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.deliver.ListState;
import org.hearthkey.core.probe.Outcome;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What is proven of a list: that hubs took it, and that they go by it.
final class ListProof {
    private final Words words;
    private final Dates dates;
    private final ProbeWords probes;

    ListProof(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
        probes = ProbeWords.in(words.locale());
    }

    Node acknowledged(ListState state) {
        var said = state.words();
        if (said.isEmpty()) {
            return step(
                    MaterialDesignC.CIRCLE_OUTLINE,
                    Tone.NEUTRAL,
                    "revocation.not-proven.value",
                    "revocation.acknowledged.reason");
        }
        var by = said.size() == 1
                ? words.text("revocation.signed.by", said.getFirst().hub().text())
                : words.text("revocation.acknowledged.hubs", said.size());
        return state.acknowledged()
                .map(at -> ListTable.step(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, dates.shortDayAndTime(at), by))
                .orElseGet(() -> ListTable.step(
                        MaterialDesignP.PROGRESS_CHECK,
                        Tone.NEUTRAL,
                        words.text("revocation.acknowledged.some", said.size(), state.hubs()),
                        by));
    }

    Node enforced(ListState state) {
        var outcome = state.outcome();
        if (outcome.isEmpty()) {
            return step(
                    MaterialDesignC.CIRCLE_OUTLINE,
                    Tone.NEUTRAL,
                    "revocation.not-proven.value",
                    "revocation.enforced.reason");
        }
        var at = state.tried().map(dates::shortDayAndTime).orElseThrow();
        var step = switch (outcome.get()) {
            case ENFORCED ->
                ListTable.step(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, at, words.text("revocation.enforced.seen"));
            case NOT_ENFORCED -> tried(MaterialDesignA.ALERT_OCTAGON, Tone.DANGER, "revocation.enforced.let-in", at);
            case LOCKED_OUT -> tried(MaterialDesignA.ALERT_OCTAGON, Tone.DANGER, "revocation.enforced.locked-out", at);
            case UNPROVEN -> tried(MaterialDesignA.ALERT_OUTLINE, Tone.WARNING, "revocation.not-proven.value", at);
        };
        evidence(state, outcome.get()).ifPresent(sentence -> Tooltip.install(step, new Tooltip(sentence)));
        return step;
    }

    private Node tried(Ikon ikon, Tone tone, String what, String at) {
        return ListTable.step(ikon, tone, words.text(what), words.text("revocation.enforced.tried", at));
    }

    private Node step(Ikon ikon, Tone tone, String what, String how) {
        return ListTable.step(ikon, tone, words.text(what), words.text(how));
    }

    private Optional<String> evidence(ListState state, Outcome outcome) {
        return state.listeners().stream()
                .flatMap(one -> one.newest().stream())
                .filter(result -> result.outcome() == outcome)
                .findFirst()
                .map(result -> probes.explain(result).happened());
    }
}
