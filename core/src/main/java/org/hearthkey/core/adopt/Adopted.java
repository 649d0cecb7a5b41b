package org.hearthkey.core.adopt;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;

/// An issuer of the home that another program had made.
///
/// @param certificate as it was there
/// @param lastNumber of the last list that it signed there, if that is known
public record Adopted(
        Role issuer, Source source, Instant at, Optional<BigInteger> lastNumber, Certificate certificate) {}
