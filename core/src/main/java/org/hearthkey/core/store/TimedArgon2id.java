package org.hearthkey.core.store;

import java.time.Duration;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Argon2id;

/// Remembers how long the last run of another Argon2id took.
final class TimedArgon2id implements Argon2id {
    private final Argon2id timed;
    private Duration took = Duration.ZERO;

    TimedArgon2id(Argon2id timed) {
        this.timed = timed;
    }

    @Override
    public byte[] derive(byte[] passphrase, byte[] salt, Argon2Cost cost) {
        long start = System.nanoTime();
        byte[] derived = timed.derive(passphrase, salt, cost);
        took = Duration.ofNanos(System.nanoTime() - start);
        return derived;
    }

    Duration took() {
        return took;
    }
}
