package org.hearthkey.core.sale;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;

/// Which house a package is of.
///
/// @param root of the seller's root, which the new home does not trust
/// @param proof drawn for this package: whoever can tell it has opened it
/// @param zones 1 to [#MOST_ZONES] different ones
/// @param devices how many there are
public record HouseFacts(
        HomeName name,
        HomeId home,
        Fingerprint root,
        Instant made,
        OpeningProof proof,
        List<PackedZone> zones,
        int devices) {
    public static final int MOST_ZONES = 32;
    public static final int MOST_DEVICES = 4096;

    public HouseFacts {
        zones = List.copyOf(zones);
        if (zones.isEmpty()
                || zones.size() > MOST_ZONES
                || zones.stream().map(PackedZone::name).distinct().count() != zones.size()
                || devices < 0
                || devices > MOST_DEVICES) {
            throw new IllegalArgumentException("A package holds 1 to 32 zones and at most 4096 devices");
        }
    }

    /// 32 bytes that only the package tells.
    @SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
    public record OpeningProof(byte[] bytes) {
        public static final int LENGTH = 32;

        public OpeningProof {
            if (bytes.length != LENGTH) {
                throw new IllegalArgumentException("A proof has 32 bytes");
            }
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /// What the seller's home keeps: it tells the proof when it sees it, and cannot tell it before.
        public Fingerprint hash() {
            return Fingerprint.of(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OpeningProof(var those) && Arrays.equals(bytes, those);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "OpeningProof";
        }
    }
}
