package org.hearthkey.core.attest;

import java.util.Arrays;
import java.util.Optional;

/// What the owner trusts a maker's certificate for. One use never stands in for another: a root for device identities
/// cannot vouch for Matter devices.
public enum AnchorUse {
    /// A Product Attestation Authority, at the top of Matter's device certificates.
    MATTER("paa"),
    /// A key that signs Matter's Certification Declarations.
    DECLARATION("cd-signer"),
    /// A maker's root for device identities of IEEE 802.1AR and for vouchers.
    IDENTITY("maker");

    private final String code;

    AnchorUse(String code) {
        this.code = code;
    }

    /// What files and scripts read: `paa`, `cd-signer` or `maker`.
    public String code() {
        return code;
    }

    /// The use of that code; no other spelling is one.
    public static Optional<AnchorUse> parse(String code) {
        return Arrays.stream(values()).filter(use -> use.code.equals(code)).findFirst();
    }
}
