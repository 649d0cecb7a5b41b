package org.hearthkey.core.sale;

import java.util.List;
import org.hearthkey.core.key.Fingerprint;

/// An opened package. Closing it overwrites the codes that came with it.
public final class HouseContents implements AutoCloseable {
    private final HouseFacts facts;
    private final Fingerprint hash;
    private final List<PackedDevice> devices;

    HouseContents(HouseFacts facts, Fingerprint hash, List<PackedDevice> devices) {
        this.facts = facts;
        this.hash = hash;
        this.devices = List.copyOf(devices);
    }

    public HouseFacts facts() {
        return facts;
    }

    /// The SHA-256 of the whole file as it lies there, sealed.
    public Fingerprint hash() {
        return hash;
    }

    /// By name.
    public List<PackedDevice> devices() {
        return devices;
    }

    /// How many codes came with it.
    public long codes() {
        return devices.stream().filter(device -> device.code().isPresent()).count();
    }

    @Override
    public void close() {
        devices.forEach(PackedDevice::close);
    }

    @Override
    public String toString() {
        return "HouseContents";
    }
}
