package org.hearthkey.core.revoke;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.name.ZoneName;

/// What one prober tries the listener of one zone with. All are for the prober's own key.
///
/// @param prober the [code][Prober#code()] of who tries
/// @param control valid: who lets nobody in proves nothing by refusing a canary
/// @param canaries of the list in force, of those to come, and of earlier ones until they end; by the number of their list
public record ProbeSet(ZoneName zone, String prober, Certificate control, List<Canary> canaries) {
    public ProbeSet {
        canaries = List.copyOf(canaries);
    }

    /// The canary that tells whether `list` is in force: refused from that list on, let in before.
    public Optional<Canary> canary(SignedList list) {
        return canaries.stream()
                .filter(canary -> canary.list().equals(list.number()))
                .findFirst();
    }
}
