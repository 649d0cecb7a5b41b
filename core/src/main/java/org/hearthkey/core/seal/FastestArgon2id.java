package org.hearthkey.core.seal;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses an implementation once: the native one if it loads and agrees with Bouncy Castle on a small example.
final class FastestArgon2id {
    static final Argon2id HERE = choose();

    private FastestArgon2id() {}

    private static Argon2id choose() {
        Logger log = LoggerFactory.getLogger(FastestArgon2id.class);
        var portable = new BouncyCastleArgon2id();
        try {
            var library = new NativeArgon2id();
            byte[] example = new byte[16];
            if (Arrays.equals(library.run(example, example, 1, 64, 1), portable.run(example, example, 1, 64, 1))) {
                return library;
            }
            log.warn("The native Argon2 library computes something else; using Bouncy Castle");
        } catch (LinkageError missing) {
            log.info("No native Argon2 library for this computer; using Bouncy Castle", missing);
        }
        return portable;
    }
}
