package org.hearthkey.core.deliver;

import java.time.Instant;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;

/// A server of a hub that lets devices of one zone in, and that this home tries.
public record Listener(HubName hub, ZoneName zone, ListenerAddress address, Instant added) {}
