package org.hearthkey.core.deliver;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;

/// Remembers the hubs to which a home delivers, and what it proves itself with there. Changing only inside a commit.
public interface HubBook {
    /// All hubs, by their names.
    List<Hub> hubs();

    Optional<Hub> find(HubName name);

    /// Adds a hub that uses no secret of its own.
    void add(Hub hub);

    /// Adds a hub at which a key made for it opens.
    void add(Hub hub, SoftwareKey key);

    /// Adds a hub at which a password opens, in UTF-8. It stays the caller's.
    void add(Hub hub, SecretBytes password);

    /// Knows the hub's SSH server by this key from now on.
    void pin(HubName name, HostKey key);

    /// Calls a hub otherwise, with all that is kept of it: what opens there, what it took and said, and its listeners.
    void rename(HubName from, HubName to);

    /// Forgets a hub and what opened there.
    void remove(HubName name);

    /// The certificate by which the home proves itself to hubs, if one was made.
    Optional<Certificate> home();

    /// Takes a new one into use, with its key.
    void home(Certificate certificate, SoftwareKey key);

    /// Its key. Whoever opens it closes it.
    SoftwareKey openHomeKey();

    /// The key that was made for this hub. Whoever opens it closes it.
    SoftwareKey openKey(HubName name);

    /// The password for this hub. Whoever opens it closes it.
    SecretBytes openPassword(HubName name);
}
