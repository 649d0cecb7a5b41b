package org.hearthkey.core.retire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.name.AccountName;

/// Keeps the accounts of devices, and how far those have come that leave. Changing only inside a commit.
public interface RetirementRecords {
    /// The accounts of a device, the oldest first.
    List<Account> accounts(DeviceId device);

    void addAccount(DeviceId device, Account account);

    void removeAccount(DeviceId device, AccountName name, Instant at);

    /// What the owner confirmed, and when.
    Map<Step, Instant> confirmed(DeviceId device);

    /// The journal's entry that says that the device is retired.
    Optional<Long> entry(DeviceId device);

    void begin(DeviceId device, Instant at);

    void confirm(DeviceId device, Step step, Instant at);

    /// All is done.
    ///
    /// @param entry the number of the journal's entry that says so
    void end(DeviceId device, Instant at, long entry);

    /// From now on its code may be used once more, by another device.
    void repurpose(DeviceId device, Instant at);
}
