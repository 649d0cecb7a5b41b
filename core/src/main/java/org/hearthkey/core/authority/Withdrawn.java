package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.name.ZoneName;

/// A zone's issuer that the root took back, with all that it signed.
public record Withdrawn(ZoneName zone, Certificate issuer, Instant at, Reason reason) {}
