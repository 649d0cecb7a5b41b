package org.hearthkey.core.authority;

import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;

/// One issuer of the home: what it signs and the certificates that say so.
///
/// @param certificate self-signed for the root, by the root for all others
/// @param twin for a zone, the same key and name signed by itself: the anchor of that zone's listener. A listener that
///     trusted the root would let in the devices of every zone.
public record Issuer(Role role, Certificate certificate, Optional<Certificate> twin) {}
