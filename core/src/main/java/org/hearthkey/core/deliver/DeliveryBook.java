package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;

/// Remembers what was handed out, and the certificates of the services: the signer of bundles, and hubs. Changing only inside a commit.
public interface DeliveryBook {
    /// Reserves the next bundle number: the clock in seconds, or one more than the last if that is not above it. A number
    /// is never given twice, even when its delivery failed, and even if the home's file is an older copy.
    long begin(Instant at, String target);

    /// Records a bundle that lies at a place and was signed by an earlier file of this home. No bundle gets a number below.
    void shown(ShownBundle bundle);

    /// Records the SHA-256 of the manifest of bundle `number`, by which hubs name it in their receipts.
    void signed(long number, Fingerprint manifest);

    /// Records that bundle `number` was written and read back.
    void delivered(long number, Instant at);

    /// All deliveries, the newest first.
    List<Delivery> newest(int limit);

    /// The certificate of the manifest signer, if one was made.
    Optional<Certificate> signer();

    /// Takes a new manifest signer into use; its key goes to the keyring.
    void signer(Certificate certificate);

    /// The key that signs manifests a second time; homes have none before their first bundle. Whoever opens it closes it.
    Optional<MlDsaKey> openSecondSigner();

    /// The hash of that key as bundles carry it.
    default Optional<Fingerprint> secondSigner() {
        return openSecondSigner().map(key -> {
            try (key) {
                return Fingerprint.of(MlDsaKey.spki(key.publicKey()));
            }
        });
    }

    /// Keeps the key that signs manifests a second time, for ever: hubs know it by then.
    void keepSecondSigner(MlDsaKey key);

    /// Records a hub's server certificate.
    void hub(String name, Certificate certificate);

    /// Records that a hub's server certificate was revoked.
    void revokeHub(SerialNumber serial, Credential.Revoked revoked);

    /// One bundle that was, or was to be, handed out.
    ///
    /// @param delivered when it was written and read back; empty if that failed
    record Delivery(long bundleNumber, Instant begun, String target, Optional<Instant> delivered) {
        /// Where it went, as people say it: a folder, or the name of a hub.
        public String place() {
            return place(target);
        }

        /// What a recorded target is called by people.
        public static String place(String target) {
            return target.startsWith(Hub.TARGET) ? target.substring(Hub.TARGET.length()) : target;
        }
    }
}
