package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// That a device was seen to use its credential.
///
/// @param at when it was first seen
public record Sighting(Instant at, Source source) {
    /// How we know.
    public enum Source {
        /// The hub's log tells of its connection.
        HUB_LOG("hub-log"),
        /// It answered, or its certificate was tried at the hub.
        PROBE("probe"),
        /// It asked for its next certificate.
        RENEWAL("renewal"),
        /// The owner saw it work.
        OWNER("owner"),
        /// It belonged to the home before sightings were recorded.
        BEFORE("before");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /// What the file and scripts call it.
        public String code() {
            return code;
        }

        /// The source with this code, if there is one.
        public static Optional<Source> parse(String code) {
            return Arrays.stream(values())
                    .filter(source -> source.code.equals(code))
                    .findFirst();
        }
    }
}
