package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// One device of the home.
///
/// @param address the DNS name its certificates carry, or would carry, below its zone
/// @param findings codes of what spoke against it, or was noted, when it was approved
/// @param seen when it was first seen to use a credential of this home, if it was
/// @param leaving that it leaves the home for good, if the owner said so
public record Device(
        DeviceId id,
        DeviceName name,
        DnsName address,
        ZoneName zone,
        Particulars particulars,
        Instant added,
        List<String> findings,
        Credential credential,
        Optional<Sighting> seen,
        Optional<Leaving> leaving) {
    public Device {
        findings = List.copyOf(findings);
    }

    /// Its certificate, if that is what it proves itself with.
    public Optional<Credential.Certified> certified() {
        return credential instanceof Credential.Certified certified ? Optional.of(certified) : Optional.empty();
    }

    /// Whether it has yet to come back with a fresh key for the certificate of its own zone.
    public boolean isBeingSetUp() {
        return certified().filter(certified -> !certified.issuer().equals(zone)).isPresent();
    }

    /// How the device stands. What nobody ever saw used is not called trusted.
    public DeviceState stateAt(Instant now) {
        if (leaving.flatMap(Leaving::retired).isPresent()) {
            return DeviceState.RETIRED;
        }
        var state = credential.stateAt(now);
        return switch (state) {
            case REVOKED, RETIRED, ENDED -> state;
            case TRUSTED, ENDS_SOON, UNSEEN, LAPSED -> {
                if (seen.isPresent()) {
                    yield state;
                }
                yield now.isBefore(lapses()) ? unlessEnding(state) : DeviceState.LAPSED;
            }
        };
    }

    /// Until when it has to be seen.
    public Instant lapses() {
        return added.plus(Lifetimes.UNSEEN);
    }

    private static DeviceState unlessEnding(DeviceState state) {
        return state == DeviceState.ENDS_SOON ? state : DeviceState.UNSEEN;
    }
}
