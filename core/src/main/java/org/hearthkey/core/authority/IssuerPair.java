package org.hearthkey.core.authority;

import org.hearthkey.core.certificate.Certificate;

/// The two certificates of a new zone's one key.
///
/// @param issuer signed by the root
/// @param twin signed by the zone itself, with the same constraints
public record IssuerPair(Certificate issuer, Certificate twin) {}
