package org.hearthkey.core.deliver;

import java.util.Optional;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;

/// A place that takes bundles, a hub or a drive, and the last one that it took.
///
/// @param place a hub's name or a drive's folder; empty for one that has no name yet
/// @param last empty if it took none, or nothing is known of it
public record Taken(String place, Optional<Delivery> last) {
    /// A place of which nothing is known.
    public static Taken nothing(String place) {
        return new Taken(place, Optional.empty());
    }
}
