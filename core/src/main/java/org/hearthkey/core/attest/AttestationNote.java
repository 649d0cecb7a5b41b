package org.hearthkey.core.attest;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.key.Fingerprint;

/// What is remembered of how a device was attested.
///
/// @param reason why it is this grade and no other, such as `key-not-shown`; one reason has one meaning for ever
/// @param certificate the fingerprint of the device's certificate by its maker, if a sound one was shown
/// @param anchor the fingerprint of the certificate on the trust list that it leads to, if it leads to one
/// @param at when it was judged
public record AttestationNote(
        Grade grade, String reason, Optional<Fingerprint> certificate, Optional<Fingerprint> anchor, Instant at) {
    /// What remains of it once the device has another key that nothing vouched for: it is still said to be what it was.
    /// Empty where nothing changes.
    public Optional<AttestationNote> afterRekey(Instant now) {
        return grade == Grade.ATTESTED
                ? Optional.of(new AttestationNote(Grade.CLAIMED, "key-renewed", certificate, anchor, now))
                : Optional.empty();
    }
}
