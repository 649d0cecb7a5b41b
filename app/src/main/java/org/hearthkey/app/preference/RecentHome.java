package org.hearthkey.app.preference;

import java.nio.file.Path;
import java.time.Instant;

/// A home's file that was opened on this computer. The home's own name stays inside the file.
public record RecentHome(Path file, Instant opened) {
    /// What the home is called as long as it is locked.
    public String name() {
        return nameOf(file);
    }

    /// The file's name without its ending.
    public static String nameOf(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".hearth") ? name.substring(0, name.length() - ".hearth".length()) : name;
    }
}
