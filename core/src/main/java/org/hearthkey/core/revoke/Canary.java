package org.hearthkey.core.revoke;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.certificate.Certificate;

/// A certificate that was issued and revoked only to be tried: a listener that refuses it, and lets the control in, goes by
/// this list or a later one.
///
/// @param list the number of the first list that names it
/// @param revoked when that list begins
public record Canary(BigInteger list, Instant revoked, Certificate certificate) {}
