package org.hearthkey.app.camera;

import java.util.Locale;
import java.util.Set;

/// A camera of this computer.
///
/// @param id tells it from the others as long as it is plugged in
/// @param name what its maker or driver calls it
public record Camera(String id, String name) {
    /// What programs call the cameras that they pretend to be.
    private static final Set<String> PROGRAMS = Set.of(
            "virtual",
            "obs",
            "dummy video",
            "v4l2",
            "loopback",
            "manycam",
            "snap camera",
            "xsplit",
            "droidcam",
            "mmhmm");

    /// Whether it is a program that shows a picture of its choice, not a lens. Told by its name only: a program that
    /// wants to deceive is not found.
    public boolean isVirtual() {
        var lower = name.toLowerCase(Locale.ROOT);
        return PROGRAMS.stream().anyMatch(lower::contains);
    }
}
