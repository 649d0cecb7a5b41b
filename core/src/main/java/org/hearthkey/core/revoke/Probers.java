package org.hearthkey.core.revoke;

import java.util.List;

/// The hubs that try lists.
@FunctionalInterface
public interface Probers {
    /// No hub has asked for certificates to try lists with.
    Probers NONE = List::of;

    /// Every hub that sent a request for its own key, by name.
    List<Prober.Hub> hubs();
}
