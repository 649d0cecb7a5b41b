package org.hearthkey.app.ui.zones;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.policy.Finding;

/// Asks what a zone is to ask of devices, and for the root.
final class ChangeRulesDialog {
    private static final double GAP = 12;

    private final ZonesViewModel model;
    private final ZonesViewModel.Shown shown;
    private final HomeContext context;
    private final Words words;

    ChangeRulesDialog(ZonesViewModel model, ZonesViewModel.Shown shown, HomeContext context) {
        this.model = model;
        this.shown = shown;
        this.context = context;
        words = context.words();
    }

    void open() {
        var zone = shown.zone().name().display();
        var change = model.change(shown);
        var act = model.act(change, () -> context.navigation().done(words.text("zones.changed.done", zone)));
        var said = new RuleWords(words);
        var choices = new VBox(
                GAP,
                choice(
                        "zones.set-up.field",
                        change.setUpProperty(),
                        ZoneRules.SetUp.values(),
                        setUp -> said.sentence(setUp)),
                choice(
                        "zones.pairing.field",
                        change.pairingProperty(),
                        ZoneRules.Pairing.values(),
                        pairing -> said.sentence(pairing)),
                choice(
                        "zones.maker.field",
                        change.attestationProperty(),
                        Grade.values(),
                        grade -> said.sentence(grade)));
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("zones.change.title", zone),
                        words.text("zones.change.why"),
                        words.text("zones.set.button"),
                        choices,
                        change.state().map(this::lack));
    }

    private <T> Node choice(String key, ObjectProperty<T> chosen, T[] offered, Function<T, String> sentence) {
        return ChoiceField.of(words.text(key), chosen, offered, sentence);
    }

    private String lack(RulesChange.State state) {
        return switch (state) {
            case RulesChange.State.Same _ -> words.text("zones.same.lack");
            case RulesChange.State.Asking _ -> words.text("zones.asking.lack");
            case RulesChange.State.Failed _ -> words.text("zones.unanswered.lack");
            case RulesChange.State.Refused(var finding) -> refusal(finding);
            case RulesChange.State.Ready _ -> "";
        };
    }

    private String refusal(Finding finding) {
        if (!"setup.no-onboarding-zone".equals(finding.code())) {
            return FindingWords.in(words.locale()).text(finding);
        }
        return words.text(
                shown.zone().name().equals(ZoneRules.ONBOARDING)
                        ? "zones.is-onboarding.lack"
                        : "zones.no-onboarding.lack");
    }
}
