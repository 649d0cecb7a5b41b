package org.hearthkey.core.attest;

import java.time.Instant;
import org.hearthkey.core.certificate.Certificate;

/// A certificate that the owner put on the trust list.
///
/// @param use what it is trusted for, and for nothing else
/// @param added when it was put there
public record TrustAnchor(AnchorUse use, Certificate certificate, Instant added) {}
