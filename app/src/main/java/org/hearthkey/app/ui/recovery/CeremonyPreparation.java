package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;

/// What is asked before the first step: who takes part, and whether the owner goes on against what the air check advises.
final class CeremonyPreparation {
    private final Script script;
    private final List<StringProperty> people;
    private final SimpleBooleanProperty overruling = new SimpleBooleanProperty();

    CeremonyPreparation(Script script) {
        this.script = script;
        people = script.roles().stream()
                .<StringProperty>map(_ -> new SimpleStringProperty(""))
                .toList();
    }

    /// Names, in the order of the script's roles.
    List<StringProperty> people() {
        return people;
    }

    SimpleBooleanProperty overrulingProperty() {
        return overruling;
    }

    /// What [#isDone] hangs on.
    List<Observable> watched() {
        var watched = new ArrayList<Observable>(people);
        watched.add(overruling);
        return watched;
    }

    /// Whether everybody has a name, and what advises otherwise was seen.
    boolean isDone(List<AirFinding> air) {
        return (air.isEmpty() || overruling.get())
                && people.stream().noneMatch(name -> name.get().isBlank());
    }

    /// What the transcript will say of it.
    Setting setting(CeremonyCircumstances circumstances, Instant now, List<AirFinding> air) throws IOException {
        var named = new ArrayList<Setting.Person>();
        for (int i = 0; i < people.size(); i++) {
            named.add(new Setting.Person(
                    script.roles().get(i).name(), people.get(i).get().strip()));
        }
        var codes = air.stream().map(finding -> finding.code().code()).toList();
        return circumstances.setting(
                now,
                named,
                codes,
                codes.stream().map(code -> Setting.AIR + code).toList());
    }
}
