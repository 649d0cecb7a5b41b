package org.hearthkey.core.scan;

import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// What one code says about a device. A code was printed by somebody: what it says is a claim until the device proves
/// that it holds the key.
public sealed interface Code permits KeyLabelCode, SpokenLabelCode, DppCode, RequestCode {
    /// The name of the kind on the command line, for example `dpp`.
    String kind();

    /// Which key the device must prove that it holds: the SHA-256 of its canonical public key. Empty where the code
    /// names none, or too little of one to tell it from others.
    Optional<Fingerprint> keyHash();

    /// All that identifies the device, under the field names of the command line. `null` stands for what the code could
    /// have said and did not.
    Map<String, @Nullable Object> identity();
}
