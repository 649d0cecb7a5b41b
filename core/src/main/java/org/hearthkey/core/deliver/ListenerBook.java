package org.hearthkey.core.deliver;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.secret.SecretBytes;

/// Remembers the listeners of hubs, and what became of trying them. Changing only inside a commit.
public interface ListenerBook {
    /// All listeners, by hub, zone and address.
    List<Listener> listeners();

    void add(Listener listener);

    /// Adds a listener that talks only to who shares a secret with it, as RADIUS does. The secret stays the caller's.
    void add(Listener listener, SecretBytes shared);

    /// Forgets a listener, its secret, and what became of trying it.
    void remove(Listener listener);

    /// The secret that is shared with this listener. Whoever opens it closes it.
    SecretBytes openSecret(Listener listener);

    void add(ProbeResult result);

    /// What became of trying this listener, the newest first.
    List<ProbeResult> results(Listener listener);

    default Optional<ProbeResult> newest(Listener listener) {
        return results(listener).stream().findFirst();
    }
}
