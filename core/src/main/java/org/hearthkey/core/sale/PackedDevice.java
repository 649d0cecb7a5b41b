package org.hearthkey.core.sale;

import java.util.Optional;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.WaitingCode;

/// A device of the house, with the code from its box if that was kept. Closing it overwrites the code.
public record PackedDevice(DeviceListing listing, Optional<WaitingCode> code) implements AutoCloseable {
    @Override
    public void close() {
        code.ifPresent(WaitingCode::close);
    }
}
