package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// What one home tells another of a device: everything but whose it was.
///
/// @param type and `location`: as in [Particulars]
/// @param address where it was found
/// @param ends when the last certificate ends that it had there; empty if it had none
/// @param accounts by what it is known elsewhere, and has to be taken out of; at most [#MOST_ACCOUNTS]
public record DeviceListing(
        DeviceName name,
        String type,
        String location,
        ZoneName zone,
        DnsName address,
        Optional<Instant> ends,
        List<Elsewhere> accounts) {
    /// More than anybody has; a list of them has to fit into one record.
    public static final int MOST_ACCOUNTS = 32;

    public DeviceListing {
        var checked = new Particulars(type, "", location);
        type = checked.type();
        location = checked.location();
        accounts = List.copyOf(accounts);
        if (accounts.size() > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("More than " + MOST_ACCOUNTS + " accounts of one device");
        }
    }

    /// What the new owner would say of it, too.
    public Particulars particulars() {
        return new Particulars(type, "", location);
    }

    /// An account or token by which the device is known elsewhere.
    ///
    /// @param sort the code of a sort of account
    /// @param name what it is called; empty where that would name somebody
    public record Elsewhere(String sort, Optional<AccountName> name) {}
}
