package org.hearthkey.core.revoke;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.name.ZoneName;

/// Keeps canaries and controls. Changing only inside a commit.
public interface CanaryBook {
    /// The canaries of a prober in a zone, by the number of their list.
    List<Canary> canaries(ZoneName zone, String prober);

    /// All canaries of a zone that have not ended at `at`, the oldest first.
    List<Canary> canaries(ZoneName zone, Instant at);

    Optional<Certificate> control(ZoneName zone, String prober);

    void add(ZoneName zone, String prober, Canary canary);

    /// Keeps a control in place of the one before.
    void control(ZoneName zone, String prober, Certificate control);

    /// Forgets the canaries of a zone that have ended at `at`, and those of these lists.
    void drop(ZoneName zone, Instant at, List<BigInteger> lists);
}
