package org.hearthkey.core.deliver;

/// Is told how far a delivery has come, and may stop it until the new bundle takes its place.
@FunctionalInterface
public interface DeliveryProgress {
    /// Lets it go on, and tells nobody.
    DeliveryProgress NONE = (_, _) -> Going.ON;

    /// What the delivery should do next.
    enum Going {
        ON,
        STOP
    }

    /// One more piece is done.
    ///
    /// @param done in bytes, those that are read back counted like those that are written
    /// @param of how many there are in all
    Going at(long done, long of);
}
