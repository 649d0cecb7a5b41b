package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.ScriptException;

/// Gets the script that a command names.
final class ScriptFinding {
    private final Session session;

    ScriptFinding(Session session) {
        this.session = session;
    }

    /// @throws StoppedException if it is no script, with the line that is not
    Script find(String nameOrFile) throws StoppedException, IOException {
        try {
            return ShippedScripts.find(nameOrFile);
        } catch (ScriptException refused) {
            throw new StoppedException(
                    Exit.REFUSED, CeremonyWords.in(session.words().locale()).sentence(refused));
        } catch (InvalidPathException noFile) {
            throw new StoppedException(Exit.MISUSED, session.words().text("ceremony.script.unknown", nameOrFile));
        }
    }
}
