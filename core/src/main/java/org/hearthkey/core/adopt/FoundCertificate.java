package org.hearthkey.core.adopt;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;

/// What another program had issued.
///
/// @param subject as that program wrote it
public record FoundCertificate(
        SerialNumber serial, String subject, Instant ends, Optional<Credential.Revoked> revoked) {}
