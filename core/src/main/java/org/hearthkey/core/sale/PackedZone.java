package org.hearthkey.core.sale;

import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;

/// A zone of the house, and what it asks of devices that join it.
public record PackedZone(ZoneName name, ZoneRules rules) {}
