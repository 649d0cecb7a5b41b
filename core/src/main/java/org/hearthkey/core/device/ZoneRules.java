package org.hearthkey.core.device;

import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.name.ZoneName;

/// What a zone asks of a device that joins it.
///
/// @param attestation how far a maker has to vouch for the device, at least
public record ZoneRules(SetUp setUp, Pairing pairing, Grade attestation) {
    /// The zone in which devices wait that must come back with another key.
    public static final ZoneName ONBOARDING = new ZoneName("onboarding");

    /// What holds where the owner said nothing.
    public static final ZoneRules NONE = new ZoneRules(SetUp.AT_ONCE, Pairing.ANY_TIME, Grade.NONE);

    /// How a device gets the certificate that it works with.
    public enum SetUp {
        /// With its approval.
        AT_ONCE("at-once"),
        /// Its approval buys one day in the onboarding zone, in which it has to come back with a key that nobody saw before.
        FRESH_KEY("fresh-key");

        private final String code;

        SetUp(String code) {
            this.code = code;
        }

        /// What the file and scripts call it.
        public String code() {
            return code;
        }

        /// The one with this code, if there is one.
        public static Optional<SetUp> parse(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /// When a device may join.
    public enum Pairing {
        ANY_TIME("any-time"),
        /// Only while the owner has opened the home for pairing.
        IN_WINDOW("in-window");

        private final String code;

        Pairing(String code) {
            this.code = code;
        }

        /// What the file and scripts call it.
        public String code() {
            return code;
        }

        /// The one with this code, if there is one.
        public static Optional<Pairing> parse(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }
}
