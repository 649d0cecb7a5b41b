package org.hearthkey.core.authority;

import org.hearthkey.core.certificate.Certificate;

/// The two certificates of a new issuer's one key.
///
/// @param issuer signed by the root
/// @param twin signed by the issuer itself, with the same name and constraints
public record IssuerPair(Certificate issuer, Certificate twin) {}
