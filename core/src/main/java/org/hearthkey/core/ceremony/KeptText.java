package org.hearthkey.core.ceremony;

import java.util.List;
import org.hearthkey.core.journal.Jcs;

/// How ceremonies are spelled where they are kept: canonical JSON (RFC 8785).
public final class KeptText {
    private KeptText() {}

    public static byte[] of(Setting setting) {
        return Jcs.write(setting.document());
    }

    public static byte[] of(Done step) {
        return Jcs.write(step.document());
    }

    /// Reads a step back.
    ///
    /// @throws IllegalStateException if it is none of ours
    public static Done done(byte[] document) {
        return Done.of(Fields.read(document));
    }

    /// Reads a ceremony back.
    ///
    /// @throws IllegalStateException if it is none of ours
    public static Ceremony ceremony(long id, byte[] script, byte[] setting, List<Done> done) {
        try {
            return new Ceremony(id, Script.read(script), Setting.of(Fields.read(setting)), done);
        } catch (ScriptException changed) {
            throw new IllegalStateException("A kept script", changed);
        }
    }
}
