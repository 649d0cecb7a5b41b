package org.hearthkey.core.device;

import java.util.List;
import org.hearthkey.core.scan.Mark;

/// By what the home's devices are known again, for changing. Only inside a commit.
public interface MarkRecords extends MarkBook {
    /// Adds marks to a device.
    void add(DeviceId device, List<Mark> marks);
}
