package org.hearthkey.app.ui.recovery;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.home.Rehearsed;

/// Leads through the steps of a ceremony that come before its home is open. Until then nothing keeps them but this.
public final class FirstSteps {
    private final Script script;
    private final Path place;
    private final InstantSource clock;
    private final Background aside;
    private final CeremonyPreparation preparation;
    private final StepForm form;
    private final Consumer<ActDue> act;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<CeremonyState.First> state =
            new ReadOnlyObjectWrapper<>(new CeremonyState.Reading());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param place the home's file, or the folder where it will be
    /// @param circumstances what is said of the computer and the program
    /// @param rehearsed whether making a home was rehearsed, or this is a rehearsal
    /// @param aside where the air is looked at and scripts are written
    /// @param act told of the act that opens the home, once it is due
    /// @param ended told when the owner goes back
    public FirstSteps(
            OutsideCeremony ceremony,
            Path place,
            CeremonyCircumstances circumstances,
            Rehearsed rehearsed,
            InstantSource clock,
            Background aside,
            Consumer<ActDue> act,
            Runnable ended) {
        script = ceremony.script();
        this.place = place;
        this.clock = clock;
        this.aside = aside;
        this.act = act;
        this.ended = ended;
        preparation = new CeremonyPreparation(script, circumstances, rehearsed);
        form = new StepForm(clock);
        ceremony.begun().ifPresent(this::goOn);
    }

    Script script() {
        return script;
    }

    Background aside() {
        return aside;
    }

    CeremonyPreparation preparation() {
        return preparation;
    }

    StepForm form() {
        return form;
    }

    ReadOnlyObjectProperty<CeremonyState.First> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// On to who takes part.
    void prepare() {
        state.set(new CeremonyState.Preparing());
        preparation.look(aside, place, clock.instant(), Optional.empty(), this::failed);
    }

    /// The first step.
    void begin() {
        if (state.get() instanceof CeremonyState.Preparing
                && preparation.isDone().get()) {
            var now = clock.instant();
            aside.run(() -> preparation.begun(now), this::goOn, this::failed);
        }
    }

    private void failed(Exception cause) {
        failure.set(Optional.of(cause));
    }

    private void goOn(Ceremony ceremony) {
        var next = ceremony.next().orElseThrow();
        form.begin(Optional.of(next));
        state.set(new CeremonyState.AtStep(ceremony, next));
    }

    /// What ends a step here.
    StepPane.Ends ends(Ceremony ceremony, Script.Step step) {
        return new StepPane.Ends() {
            @Override
            public void done() {
                goOn(ceremony.with(form.done(step)));
            }

            @Override
            public void leaveOut(String reason) {
                goOn(ceremony.with(form.leftOut(step, reason)));
            }

            @Override
            public void act(Act due) {
                act.accept(new ActDue(ceremony, form.done(step)));
            }
        };
    }

    /// Back to where one came from. Nothing was kept.
    void end() {
        ended.run();
    }
}
