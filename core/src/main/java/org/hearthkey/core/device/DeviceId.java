package org.hearthkey.core.device;

import java.util.UUID;

/// The one identity of a device in this home, kept through renewals. Its certificates carry it as the `serialNumber` of
/// their subject.
public record DeviceId(UUID uuid) {
    @Override
    public String toString() {
        return uuid.toString();
    }
}
