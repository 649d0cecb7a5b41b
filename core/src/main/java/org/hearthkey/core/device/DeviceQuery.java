package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.name.ZoneName;

/// Which devices to show, and in what order.
///
/// @param text part of a name, type, owner, location or serial number, in any case; empty asks for all
/// @param endsBefore only devices that are not revoked and whose chain ends before this
/// @param at the instant that states are told for
public record DeviceQuery(
        String text,
        Optional<ZoneName> zone,
        Optional<DeviceState> state,
        Optional<Instant> endsBefore,
        Instant at,
        Order order,
        Proof proof,
        Sight sight) {

    /// How devices are sorted; equal ones by name.
    public enum Order {
        NAME,
        ZONE,
        TYPE,
        OWNER,
        LOCATION,
        END
    }

    /// What the devices prove themselves with.
    public enum Proof {
        ANY,
        CERTIFICATE
    }

    /// Whether the devices were seen to use what they prove themselves with.
    public enum Sight {
        ANY,
        /// Neither seen, nor revoked or ended.
        NOT_SEEN
    }

    /// All devices by name, as they stand at `at`.
    public static DeviceQuery all(Instant at) {
        return new DeviceQuery(
                "", Optional.empty(), Optional.empty(), Optional.empty(), at, Order.NAME, Proof.ANY, Sight.ANY);
    }

    public DeviceQuery matching(String wanted) {
        return new DeviceQuery(wanted, zone, state, endsBefore, at, order, proof, sight);
    }

    public DeviceQuery inZone(ZoneName wanted) {
        return new DeviceQuery(text, Optional.of(wanted), state, endsBefore, at, order, proof, sight);
    }

    public DeviceQuery in(DeviceState wanted) {
        return new DeviceQuery(text, zone, Optional.of(wanted), endsBefore, at, order, proof, sight);
    }

    public DeviceQuery endingBefore(Instant end) {
        return new DeviceQuery(text, zone, state, Optional.of(end), at, order, proof, sight);
    }

    public DeviceQuery by(Order wanted) {
        return new DeviceQuery(text, zone, state, endsBefore, at, wanted, proof, sight);
    }

    public DeviceQuery withCertificates() {
        return new DeviceQuery(text, zone, state, endsBefore, at, order, Proof.CERTIFICATE, sight);
    }

    /// Only those that nobody has seen yet and that could still be.
    public DeviceQuery notSeen() {
        return new DeviceQuery(text, zone, state, endsBefore, at, order, proof, Sight.NOT_SEEN);
    }
}
