package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;
import org.hearthkey.core.home.Rehearsed;

/// What is asked before the first step: who takes part, and whether the owner goes on against what is advised.
final class CeremonyPreparation {
    private final Script script;
    private final CeremonyCircumstances circumstances;
    private final boolean advisesRehearsal;
    private final List<StringProperty> people;
    private final SimpleBooleanProperty overruling = new SimpleBooleanProperty();
    private final SimpleBooleanProperty unrehearsed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<List<AirFinding>>> air = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param rehearsed whether making a home was rehearsed; asked for where the script makes one
    CeremonyPreparation(Script script, CeremonyCircumstances circumstances, Rehearsed rehearsed) {
        this.script = script;
        this.circumstances = circumstances;
        advisesRehearsal = rehearsed == Rehearsed.NO && script.acts().contains(Act.CREATE_HOME);
        people = script.roles().stream()
                .<StringProperty>map(_ -> new SimpleStringProperty(""))
                .toList();
    }

    Script script() {
        return script;
    }

    /// Names, in the order of the script's roles.
    List<StringProperty> people() {
        return people;
    }

    /// Whether the owner goes on against what the air check advises.
    SimpleBooleanProperty overrulingProperty() {
        return overruling;
    }

    /// Whether a rehearsal is advised first.
    boolean advisesRehearsal() {
        return advisesRehearsal;
    }

    /// Whether the owner goes on without a rehearsal.
    SimpleBooleanProperty unrehearsedProperty() {
        return unrehearsed;
    }

    /// What the air check found; empty until it is known.
    ReadOnlyObjectProperty<Optional<List<AirFinding>>> airProperty() {
        return air.getReadOnlyProperty();
    }

    /// Has the computer looked at.
    ///
    /// @param aside where that is done
    /// @param home the file of the home, or where it will be
    /// @param newest the time of the newest entry of its journal
    void look(Background aside, Path home, Instant now, Optional<Instant> newest, Consumer<Exception> failed) {
        air.set(Optional.empty());
        aside.run(() -> circumstances.look(home, now, newest), found -> air.set(Optional.of(found)), failed);
    }

    /// Whether everybody has a name, and what advises otherwise was seen.
    BooleanBinding isDone() {
        var watched = new ArrayList<Observable>(people);
        watched.addAll(List.of(overruling, unrehearsed, air));
        return Bindings.createBooleanBinding(
                () -> air.get()
                                .filter(found -> found.isEmpty() || overruling.get())
                                .isPresent()
                        && (!advisesRehearsal || unrehearsed.get())
                        && people.stream().noneMatch(name -> name.get().isBlank()),
                watched.toArray(Observable[]::new));
    }

    /// The ceremony that begins now.
    Ceremony begun(Instant now) throws IOException {
        var named = new ArrayList<Setting.Person>();
        for (int i = 0; i < people.size(); i++) {
            named.add(new Setting.Person(
                    script.roles().get(i).name(), people.get(i).get().strip()));
        }
        var codes = air.get().orElseThrow().stream()
                .map(finding -> finding.code().code())
                .toList();
        var overruled =
                new ArrayList<>(codes.stream().map(code -> Setting.AIR + code).toList());
        if (advisesRehearsal) {
            overruled.add(Setting.NO_REHEARSAL);
        }
        return Ceremony.of(script, circumstances.setting(now, named, codes, overruled));
    }
}
