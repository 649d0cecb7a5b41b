package org.hearthkey.app.ui.recovery;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;

/// A ceremony whose first steps come before its home is open.
///
/// @param file of the home, where it is there already and known
/// @param begun with the steps that are behind, once it was begun
public record OutsideCeremony(Script script, Optional<Path> file, Optional<Ceremony> begun) {
    /// One that nobody began yet.
    ///
    /// @param file of the home that was named last; a script that makes one has no use for it
    public static OutsideCeremony of(Script script, Optional<Path> file) {
        return new OutsideCeremony(
                script, script.acts().contains(Act.CREATE_HOME) ? Optional.empty() : file, Optional.empty());
    }

    /// Whether a script is held like this: its first act makes the home or opens it.
    public static boolean fits(Script script) {
        return script.acts().stream()
                .findFirst()
                .filter(act -> !act.needsHome())
                .isPresent();
    }

    /// Whether a script makes a home and opens it with sheets, as only a rehearsal does.
    public static boolean isRehearsal(Script script) {
        return script.acts().contains(Act.CREATE_HOME) && script.acts().contains(Act.RECOVER);
    }
}
