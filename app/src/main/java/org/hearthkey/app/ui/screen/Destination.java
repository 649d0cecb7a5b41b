package org.hearthkey.app.ui.screen;

import java.util.Optional;

/// A place, and what to show there.
///
/// @param subject what the place knows its rows by, such as a device's id
public record Destination(Place place, Optional<String> subject) {
    public static Destination to(Place place) {
        return new Destination(place, Optional.empty());
    }

    public static Destination to(Place place, String subject) {
        return new Destination(place, Optional.of(subject));
    }
}
