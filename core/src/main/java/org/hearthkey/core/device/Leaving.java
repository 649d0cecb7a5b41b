package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;

/// That a device leaves the home for good.
///
/// @param since when the owner began
/// @param retired when all was done
public record Leaving(Instant since, Optional<Instant> retired) {}
