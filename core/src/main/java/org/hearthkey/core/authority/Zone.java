package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.name.ZoneName;

/// A part of the home with its own issuer: what is certified here gains nothing elsewhere.
///
/// @param policyNumber the last arc of the zone's policy OID; never used again by another zone
public record Zone(ZoneName name, int policyNumber, Instant added, Issuer issuer) {}
