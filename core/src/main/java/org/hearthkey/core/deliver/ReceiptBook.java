package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;

/// Keeps what hubs said, and what it is compared with. Changing only inside a commit.
public interface ReceiptBook {
    /// The certificates that this home gave to a hub, under a name of before too, without those that were revoked.
    List<Certificate> given(HubName hub);

    /// Those of them that carry the name which it has: only they sign what it says.
    default List<Certificate> certificates(HubName hub) {
        return given(hub).stream()
                .filter(certificate -> certificate
                        .commonName()
                        .flatMap(DeviceName::parse)
                        .filter(name -> name.label().equals(hub.text()))
                        .isPresent())
                .toList();
    }

    /// Those of all hubs that were revoked.
    List<Certificate> revoked();

    /// The SHA-256 of the manifest of a bundle that this home signed.
    Optional<Fingerprint> manifest(long bundle);

    /// All that a hub said, the newest first.
    List<Kept> receipts(HubName hub);

    /// What a hub said that is believed still, the newest first: nothing that was signed with a certificate which was revoked
    /// since. Whoever had its key may have said that.
    default List<Kept> believed(HubName hub) {
        var revoked = revoked();
        return receipts(hub).stream()
                .filter(kept -> revoked.isEmpty()
                        || !(AttachedCms.open(kept.signed().bytes(), revoked) instanceof AttachedCms.Signed))
                .toList();
    }

    void keep(HubName hub, Kept receipt);

    /// The key with which a hub tries its listeners, as it said first.
    Optional<PublicKeyInfo> probeKey(HubName hub);

    void probeKey(HubName hub, PublicKeyInfo key);

    /// All those keys, by the names of the hubs.
    List<ProbeKey> probeKeys();

    /// Forgets the key that a hub tries with: it may say another.
    void forgetProbeKey(HubName hub);

    /// Forgets what a hub said and the key it tries with: it is to be known anew.
    void forget(HubName hub);

    /// A hub's key for trying.
    record ProbeKey(HubName hub, PublicKeyInfo key) {}

    /// A receipt with its evidence.
    ///
    /// @param read when it was read
    /// @param place where
    /// @param signed as the hub signed it
    record Kept(Receipt receipt, Instant read, String place, Der signed) {}
}
