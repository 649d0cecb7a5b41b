package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.policy.Lifetimes;

/// What a device proves itself with. Pairing keys and attested identities join when their codes can be read.
public sealed interface Credential {
    DeviceState stateAt(Instant now);

    /// An X.509 certificate under a zone's issuer.
    ///
    /// @param key the hash of the certified public key
    /// @param effectiveNotAfter the earliest end in the chain: a certificate works no longer than its issuers do
    record Certified(
            SerialNumber serial,
            Fingerprint fingerprint,
            Fingerprint key,
            Instant notBefore,
            Instant notAfter,
            Instant effectiveNotAfter,
            Optional<Revoked> revoked)
            implements Credential {

        /// When its renewal window begins.
        public Instant renewFrom() {
            return Lifetimes.renewFrom(notBefore, effectiveNotAfter);
        }

        @Override
        public DeviceState stateAt(Instant now) {
            if (revoked.isPresent()) {
                return DeviceState.REVOKED;
            }
            if (!now.isBefore(effectiveNotAfter)) {
                return DeviceState.ENDED;
            }
            var soon = !now.isBefore(renewFrom())
                    || effectiveNotAfter.minus(Lifetimes.SOON).isBefore(now);
            return soon ? DeviceState.ENDS_SOON : DeviceState.TRUSTED;
        }
    }

    /// When and why a certificate was revoked.
    record Revoked(Instant at, Reason reason) {}
}
