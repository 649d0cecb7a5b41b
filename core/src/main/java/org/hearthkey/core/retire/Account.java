package org.hearthkey.core.retire;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.name.AccountName;

/// Something by which a device is known elsewhere, and which outlives its certificate: the owner takes it back there and
/// ticks it off here. The access itself is never kept, only what it is called.
///
/// @param removed when the owner said that it is gone
public record Account(AccountName name, Sort sort, Instant added, Optional<Instant> removed) {
    /// What kind of access it is.
    public enum Sort {
        /// A token or password that lets the device in somewhere, or somebody into the device.
        ACCESS_TOKEN("access-token"),
        /// The device's account in its vendor's cloud.
        VENDOR_CLOUD("vendor-cloud");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        /// What scripts read.
        public String code() {
            return code;
        }

        /// The sort with this code, if there is one.
        public static Optional<Sort> parse(String code) {
            return Arrays.stream(values())
                    .filter(sort -> sort.code.equals(code))
                    .findFirst();
        }
    }
}
