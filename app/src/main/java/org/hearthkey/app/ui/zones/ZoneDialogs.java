package org.hearthkey.app.ui.zones;

import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.zones.ZonesViewModel.Shown;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Asks what has to be asked before something is done with a zone.
final class ZoneDialogs implements ZoneActs {
    private final ZonesViewModel model;
    private final HomeContext context;
    private final Words words;

    ZoneDialogs(ZonesViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    @Override
    public void change(Shown zone) {
        new ChangeRulesDialog(model, zone, context).open();
    }

    @Override
    public void withdraw(Shown zone) {
        var name = zone.zone().name();
        var word = new TypedWord(name.text());
        var act = model.withdrawal(zone, word, () -> done("zones.withdrawn.done", zone));
        new RootDialog(act, context.dialogs(), words)
                .openTyped(
                        words.text("zones.withdraw.title", name.display()),
                        words.text("zones.withdraw.why"),
                        words.text("zones.withdraw.act"),
                        new VBox(
                                8,
                                new Note(
                                        MaterialDesignA.ALERT_OUTLINE,
                                        words.text("zones.withdraw.hits", zone.certified(), name.display()),
                                        Tone.DANGER),
                                Labels.second(words.text("zones.withdraw.then"))),
                        word);
    }

    @Override
    public void reissue(Shown zone) {
        var name = zone.zone().name().display();
        new RootDialog(model.reissue(zone, () -> done("zones.reissued.done", zone)), context.dialogs(), words)
                .open(
                        words.text("zones.reissue.title", name),
                        words.text("zones.reissue.why"),
                        words.text("zones.reissue.act"));
    }

    private void done(String key, Shown zone) {
        context.navigation().done(words.text(key, zone.zone().name().display()));
    }

    @Override
    public void handOut() {
        context.navigation().go(Place.REVOCATION);
    }
}
