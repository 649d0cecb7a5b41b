package org.hearthkey.core.approve;

/// How the owner made sure that what asks to join is the device in front of them. Asked for where the label does not bind
/// the device's key.
public sealed interface Confirmation {
    /// The owner has the device in hand and saw that it is the one that asks.
    record Presence() implements Confirmation {}

    /// The device, or the hub for it, answered a challenge with six digits that depend on its key.
    ///
    /// @param answer as it was typed; space between digits does not count
    record Digits(Challenge challenge, String answer) implements Confirmation {}
}
