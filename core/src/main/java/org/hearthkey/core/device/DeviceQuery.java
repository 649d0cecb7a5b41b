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
        Proof proof) {

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

    /// All devices by name, as they stand at `at`.
    public static DeviceQuery all(Instant at) {
        return new DeviceQuery("", Optional.empty(), Optional.empty(), Optional.empty(), at, Order.NAME, Proof.ANY);
    }

    public DeviceQuery matching(String wanted) {
        return new DeviceQuery(wanted, zone, state, endsBefore, at, order, proof);
    }

    public DeviceQuery inZone(ZoneName wanted) {
        return new DeviceQuery(text, Optional.of(wanted), state, endsBefore, at, order, proof);
    }

    public DeviceQuery in(DeviceState wanted) {
        return new DeviceQuery(text, zone, Optional.of(wanted), endsBefore, at, order, proof);
    }

    public DeviceQuery endingBefore(Instant end) {
        return new DeviceQuery(text, zone, state, Optional.of(end), at, order, proof);
    }

    public DeviceQuery by(Order wanted) {
        return new DeviceQuery(text, zone, state, endsBefore, at, wanted, proof);
    }

    public DeviceQuery withCertificates() {
        return new DeviceQuery(text, zone, state, endsBefore, at, order, Proof.CERTIFICATE);
    }
}
