package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// One device of the home.
///
/// @param address the DNS name its certificates carry, below its zone
/// @param findings codes of what spoke against it, or was noted, when it was approved
public record Device(
        DeviceId id,
        DeviceName name,
        DnsName address,
        ZoneName zone,
        Particulars particulars,
        Instant added,
        List<String> findings,
        Credential.Certified credential) {
    public Device {
        findings = List.copyOf(findings);
    }
}
