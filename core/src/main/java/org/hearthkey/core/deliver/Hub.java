package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;

/// A hub to which this home delivers.
///
/// @param access how the home proves itself there
/// @param hostKey the key of its SSH server, once the owner has compared it
public record Hub(HubName name, HubAddress address, Access access, Instant added, Optional<HostKey> hostKey) {
    /// How the home proves itself to a hub.
    public enum Access {
        /// It need not: a folder of this machine.
        NONE("none"),
        /// By an SSH key that was made for this hub in the home.
        KEY("key"),
        /// By a password, sealed in the home.
        PASSWORD("password"),
        /// By the home's own certificate, in the TLS handshake.
        CERTIFICATE("certificate");

        private final String code;

        Access(String code) {
            this.code = code;
        }

        /// As scripts and the home's file have it.
        public String code() {
            return code;
        }

        /// Reads a code; no other spelling is one.
        public static Optional<Access> parse(String code) {
            return Arrays.stream(values())
                    .filter(access -> access.code.equals(code))
                    .findAny();
        }
    }

    public Hub {
        boolean fits = switch (address) {
            case HubAddress.Folder _ -> access == Access.NONE;
            case HubAddress.Sftp _ -> access == Access.KEY || access == Access.PASSWORD;
            case HubAddress.Https _, HubAddress.Mqtts _ -> access == Access.CERTIFICATE;
        };
        if (!fits || (hostKey.isPresent() && !(address instanceof HubAddress.Sftp))) {
            throw new IllegalArgumentException(access + " for " + address.uri());
        }
    }

    /// What a delivery to it is recorded under. No path begins like this.
    String target() {
        return target(name);
    }

    /// What deliveries to the hub of this name are recorded under.
    public static String target(HubName name) {
        return TARGET + name.text();
    }

    static final String TARGET = "hub:";
}
