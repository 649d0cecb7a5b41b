package org.hearthkey.core.deliver;

import java.time.Instant;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;

/// How this home comes to a hub's broker as its administrator, to cut a device off. The password is kept sealed.
///
/// @param address where the broker lets a user with a password in, over TLS
public record BrokerAdmin(HubName hub, ListenerAddress address, String user, Instant added) {
    private static final int LONGEST_USER = 64;

    public BrokerAdmin {
        if (address.kind() != ListenerAddress.Kind.MQTT) {
            throw new IllegalArgumentException("A broker speaks MQTT");
        }
        if (user.isBlank() || user.length() > LONGEST_USER) {
            throw new IllegalArgumentException("A user has a name of 1 to " + LONGEST_USER + " characters");
        }
    }
}
