package org.hearthkey.app.ui.recovery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;

/// What people fill in at a step of a ceremony: what is written down, and who checked it. The initials stay from step to
/// step.
final class StepForm {
    private final InstantSource clock;
    private final StringProperty initials = new SimpleStringProperty("");
    private List<StringProperty> written = List.of();
    private Instant begun;

    StepForm(InstantSource clock) {
        this.clock = clock;
        begun = clock.instant();
    }

    /// An empty form for the next step, if there is one.
    void begin(Optional<Script.Step> next) {
        begun = clock.instant();
        written = next.map(step -> step.write().stream()
                        .<StringProperty>map(_ -> new SimpleStringProperty(""))
                        .toList())
                .orElse(List.of());
    }

    StringProperty initialsProperty() {
        return initials;
    }

    /// What is written down, in the order of the step's questions.
    List<StringProperty> written() {
        return written;
    }

    /// Whether initials are there, and all that is to be written down.
    BooleanBinding isAnswered() {
        var watched = new ArrayList<Observable>(written);
        watched.add(initials);
        return Bindings.createBooleanBinding(
                () -> !initials.get().isBlank()
                        && written.stream().noneMatch(text -> text.get().isBlank()),
                watched.toArray(Observable[]::new));
    }

    /// The step, done now.
    Done done(Script.Step step) {
        return done(
                step,
                Done.Result.DONE,
                written.stream().map(text -> text.get().strip()).toList(),
                "");
    }

    /// The step, left out now.
    Done leftOut(Script.Step step, String reason) {
        return done(step, Done.Result.LEFT_OUT, List.of(), reason);
    }

    private Done done(Script.Step step, Done.Result result, List<String> answers, String reason) {
        return new Done(
                step.number(), begun, clock.instant(), result, initials.get().strip(), answers, reason);
    }
}
