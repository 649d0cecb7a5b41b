package org.hearthkey.app.ui.recovery;

import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;

/// A step of a ceremony whose act makes the home or opens it.
///
/// @param ceremony up to that step
/// @param done what will be kept of the step once the act is done
public record ActDue(Ceremony ceremony, Done done) {
    /// The step.
    public Script.Step step() {
        return ceremony.next().orElseThrow();
    }

    /// The ceremony with that step behind.
    public Ceremony withAct() {
        return ceremony.with(done);
    }
}
