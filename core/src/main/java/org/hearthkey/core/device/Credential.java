package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// What a device proves itself with. A certificate has an end; a pairing key has an age.
public sealed interface Credential {
    /// How it stands by itself, whether or not anybody saw it used: trusted, ends soon, ended or revoked.
    DeviceState stateAt(Instant now);

    /// The instant from which it works no longer; none for what does not end by itself.
    Optional<Instant> end();

    /// When and why the owner took it back.
    Optional<Revoked> revoked();

    /// An X.509 certificate under a zone's issuer.
    ///
    /// @param issuer the zone that signed it; not the device's own while it is being set up
    /// @param key the hash of the certified public key
    /// @param effectiveNotAfter the earliest end in the chain: a certificate works no longer than its issuers do
    record Certified(
            ZoneName issuer,
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
        public Optional<Instant> end() {
            return Optional.of(effectiveNotAfter);
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

    /// The key or code by which a device is paired that will never hold a certificate. Whoever has it can take the device
    /// over, and taking it back here changes nothing on the device.
    ///
    /// @param kind the kind of code, such as `matter-qr`
    /// @param since when the device was paired with it
    /// @param keptAt where it is written down, in the owner's words; empty if that was not told
    record Paired(String kind, Instant since, String keptAt, Optional<Revoked> revoked) implements Credential {
        @Override
        public Optional<Instant> end() {
            return Optional.empty();
        }

        @Override
        public DeviceState stateAt(Instant now) {
            return revoked.isPresent() ? DeviceState.REVOKED : DeviceState.TRUSTED;
        }
    }

    /// When and why a credential was taken back.
    record Revoked(Instant at, Reason reason) {}
}
