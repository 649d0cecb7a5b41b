package org.hearthkey.core.certificate;

/// Our object identifiers. They lie under the product's UUID ec1a662b-7139-4331-9ea8-5539a6804095; the arc of UUIDs
/// needs no registration.
///
/// @see <a href="https://www.itu.int/rec/T-REC-X.667">ITU-T X.667</a>
public final class ProductArc {
    private static final String PRODUCT = "2.25.313834878971193644302797338139772862613";

    /// The extended key usage of a key that signs bundles and does nothing else.
    public static final String BUNDLE_SIGNING = PRODUCT + ".2.1";

    private ProductArc() {}

    /// The certificate policy of one zone.
    ///
    /// @throws IllegalArgumentException unless the number is positive
    public static String zonePolicy(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Policies are numbered from 1");
        }
        return PRODUCT + ".1." + number;
    }
}
