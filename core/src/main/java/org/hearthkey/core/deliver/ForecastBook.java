package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.name.ZoneName;

/// Who is let in and who is refused by each zone's list, and which certificates the services gave out. For reading.
public interface ForecastBook {
    /// Which revocations a place does not know of yet.
    ///
    /// @param after those later than this; empty for all
    /// @param also those of this very second that came after what the place took
    record Unknown(Optional<Instant> after, List<SerialNumber> also) {
        static final Unknown ALL = new Unknown(Optional.empty(), List.of());

        public Unknown {
            also = List.copyOf(also);
        }
    }

    /// The devices that the list of `zone` names at `at` by one of these revocations, the last revoked first.
    Names refused(ZoneName zone, Unknown unknown, Instant at, int limit);

    /// The devices that a listener of `zone` lets in at `at`, by name.
    Names goingOn(ZoneName zone, Instant at, int limit);

    /// The certificates that were revoked in this very second.
    List<SerialNumber> revokedAt(Instant second);

    /// The newest server certificate of every hub.
    List<HubCertificate> hubs();

    /// A hub's server certificate.
    record HubCertificate(String hub, Certificate certificate) {}
}
