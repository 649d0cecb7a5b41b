package org.hearthkey.core.revoke;

import java.util.Optional;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.policy.Finding;

/// What revoking would do: who will be refused, and what speaks against it.
///
/// @param refusal why it cannot be done, such as that it was revoked before
public record RevocationReview(Device device, Reason reason, Optional<Finding> refusal) {}
