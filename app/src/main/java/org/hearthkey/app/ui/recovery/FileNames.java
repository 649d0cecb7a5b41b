package org.hearthkey.app.ui.recovery;

/// Names of files that every system takes.
final class FileNames {
    private FileNames() {}

    /// A blank in the place of what some system does not take.
    static String of(String wanted) {
        return wanted.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
    }
}
