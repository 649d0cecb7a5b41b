package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.seal.RefusedException;

/// What ends a step in an open home. An act that wakes the root asks what it needs beside the root's secret.
final class StepActs implements StepPane.Ends {
    private final CeremonyDirector director;
    private final Ceremony ceremony;
    private final Script.Step step;
    private final HomeContext context;
    private final Words words;
    private final FileChoice files;

    StepActs(CeremonyDirector director, Ceremony ceremony, Script.Step step, HomeContext context, FileChoice files) {
        this.files = files;
        this.director = director;
        this.ceremony = ceremony;
        this.step = step;
        this.context = context;
        words = context.words();
    }

    @Override
    public void done() {
        director.stepDone(ceremony, step);
    }

    @Override
    public void leaveOut(String reason) {
        director.leaveOut(ceremony, step, reason);
    }

    @Override
    public Optional<String> obstacle(Act act) {
        return switch (act) {
            case ROLL_OVER -> director.noRollover();
            case CREATE_HOME -> Optional.of("ceremony.inside.create");
            default -> Optional.empty();
        };
    }

    @Override
    public void act(Act act) {
        switch (act) {
            case ADD_ZONE -> addZone();
            case SIGN_LIFELINES -> signLists();
            case MAKE_SHEETS -> new NewSheetsDialog(director, context).open();
            case READ_BACK -> director.readBack(ceremony, step);
            case DRILL -> director.drill(ceremony, step);
            case ROLL_OVER -> rollOver();
            case SIGN_INTERMEDIATE -> signIntermediate();
            case RECOVER -> director.bringBack(ceremony, step);
            case CREATE_HOME -> throw new IllegalStateException(act.code());
        }
    }

    private void addZone() {
        var name = new SimpleStringProperty("");
        var typed = name.map(text -> ZoneName.parse(text.strip()));
        var act = director.waking(
                ceremony,
                step,
                RootAct.asking(typed.map(Optional::isPresent)),
                root -> context.home().addZone(typed.getValue().orElseThrow(), root));
        var field = new TextField();
        field.textProperty().bindBidirectional(name);
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("zones.add.title"),
                        words.text("zones.add.why"),
                        words.text("zones.sign.button"),
                        new Field(words.text("zones.name.field"), field),
                        typed.map(zone -> zone.isPresent() ? "" : words.text("zones.name.lack")));
    }

    private void signLists() {
        var months = new SimpleObjectProperty<>(Lifetimes.LIFELINE_MONTHS);
        var choice = new ComboBox<Integer>();
        choice.getItems()
                .setAll(IntStream.rangeClosed(1, Lifetimes.LONGEST_LIFELINE_MONTHS)
                        .boxed()
                        .toList());
        choice.valueProperty().bindBidirectional(months);
        var act = director.waking(
                ceremony,
                step,
                RootAct.asking(months.map(_ -> true)),
                root -> signAll(context.home(), months.get(), root));
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("ceremony.lists.title"),
                        words.text("ceremony.lists.why"),
                        words.text("ceremony.lists.button"),
                        new Field(words.text("ceremony.lists.months"), choice),
                        months.map(_ -> ""));
    }

    /// The lists of every issuer.
    private static void signAll(Home home, int months, RootSecret root) throws IOException, RefusedException {
        home.lists().signRoots(root, months);
        home.lists().sign(new Role.Services(), months);
        home.issuers().zones().forEach(zone -> home.lists().sign(new Role.Zone(zone.name()), months));
    }

    private void rollOver() {
        var asked = director.nextRoot();
        NextRootFields.open(asked, director.waking(ceremony, step, asked), context);
    }

    private void signIntermediate() {
        var asked = new IntermediateAsked();
        new RootDialog(signing(asked), context.dialogs(), words)
                .open(
                        words.text("ceremony.other.title"),
                        words.text("ceremony.other.why"),
                        words.text("ceremony.other.button"),
                        new IntermediateFields(asked, words, files),
                        asked.lack().map(key -> key.isEmpty() ? "" : words.text(key)));
    }

    /// The root certifies the issuer of another program.
    RootAct signing(IntermediateAsked asked) {
        return director.waking(
                ceremony, step, RootAct.asking(asked.lack().map(String::isEmpty)), new CeremonyDirector.Waking() {
                    @Override
                    public Optional<Finding> refusal() throws IOException {
                        return asked.refusal(context.home());
                    }

                    @Override
                    public void act(RootSecret root) throws IOException, RefusedException {
                        asked.sign(context.home(), root);
                    }
                });
    }
}
