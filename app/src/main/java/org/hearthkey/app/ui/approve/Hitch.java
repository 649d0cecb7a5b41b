package org.hearthkey.app.ui.approve;

import org.hearthkey.core.policy.Finding;

/// Why something that was offered for approval cannot be used.
public sealed interface Hitch {
    record Unsuitable(Finding why) implements Hitch {}

    record Unreadable(Exception cause) implements Hitch {}

    /// The desktop lets no program see what others show.
    record PrivateScreen() implements Hitch {}
}
