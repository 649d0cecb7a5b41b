package org.hearthkey.core.scan;

import java.util.Optional;

/// The numbers that the Connectivity Standards Alliance gives to makers.
///
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 2.5.2</a>
final class MatterVendor {
    static final int HIGHEST = 0xFFF4;

    private static final int FIRST_TEST = 0xFFF1;

    private MatterVendor() {}

    static boolean isTest(int vendor) {
        return vendor >= FIRST_TEST && vendor <= HIGHEST;
    }

    /// Maker and product by their numbers, as lists of certified products show them. A vendor of 0 says nothing.
    static Said said(int vendor, int product, Optional<String> serial) {
        return vendor == 0
                ? new Said(Optional.empty(), Optional.empty(), serial, Optional.empty())
                : new Said(
                        Optional.of(Said.number(vendor)), Optional.of(Said.number(product)), serial, Optional.empty());
    }
}
