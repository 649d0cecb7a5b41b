package org.hearthkey.core.deliver;

import java.util.Optional;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.SecretBytes;

/// Remembers how to come to brokers as their administrator. Changing only inside a commit.
public interface BrokerAdminBook {
    Optional<BrokerAdmin> find(HubName hub);

    /// Keeps it in place of the one before. The password stays the caller's.
    void keep(BrokerAdmin admin, SecretBytes password);

    void remove(HubName hub);

    /// Its password, in UTF-8. Whoever opens it closes it.
    SecretBytes openPassword(HubName hub);
}
