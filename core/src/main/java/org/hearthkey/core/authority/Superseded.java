package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;

/// An issuer that the root took back and of which no more is to be known: it was lost with the home's file, or it signed for the
/// services of a home that is handed over.
///
/// @param serial no other issuer has it
/// @param notAfter when it ends; the root's list names it until then
public record Superseded(SerialNumber serial, Instant notAfter, Instant at, Reason reason) {}
