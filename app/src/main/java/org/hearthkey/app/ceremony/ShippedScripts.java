package org.hearthkey.app.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.ScriptException;

/// The scripts that come with the program. Each is a text that can be printed, copied and changed.
public final class ShippedScripts {
    /// What a rehearsal rehearses when nothing else is named.
    public static final String REHEARSAL = "rehearsal";

    /// What makes a home.
    public static final String CREATE_HOME = "create-home";

    /// What opens a home with its sheets.
    public static final String RECOVER = "recover";

    /// Their names, in the order in which a home meets them.
    public static final List<String> NAMES = List.of(
            REHEARSAL,
            CREATE_HOME,
            "lifeline",
            "add-zone",
            "recovery-sheets",
            "drill",
            RECOVER,
            "roll-over",
            "intermediate");

    private ShippedScripts() {}

    /// One of [#NAMES].
    public static Script script(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No script of ours: " + name);
        }
        try (var in = Objects.requireNonNull(ShippedScripts.class.getResourceAsStream(name + ".txt"), name)) {
            return Script.read(in.readAllBytes());
        } catch (IOException | ScriptException mistake) {
            throw new IllegalStateException("The script " + name, mistake);
        }
    }

    /// One of ours, or that in a file.
    ///
    /// @throws ScriptException if the file is no script
    public static Script find(String nameOrFile) throws ScriptException, IOException {
        return NAMES.contains(nameOrFile) ? script(nameOrFile) : read(Path.of(nameOrFile));
    }

    private static Script read(Path file) throws ScriptException, IOException {
        try (var in = Files.newInputStream(file)) {
            return Script.read(in.readNBytes(Script.MOST_BYTES + 1));
        }
    }
}
