package org.hearthkey.core.name;

import java.util.regex.Pattern;

/// What a DNS label has in common with a folder on any drive, so that one name serves as both.
final class FolderLabel {
    private static final Pattern FORM = Pattern.compile("[a-z]([a-z0-9-]{0,28}[a-z0-9])?");

    /// A drive that a Windows computer wrote or reads can have no folder of these names.
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private FolderLabel() {}

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches() && !WINDOWS_DEVICE.matcher(text).matches();
    }
}
