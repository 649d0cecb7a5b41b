package org.hearthkey.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.seal.LockSecret;

/// An open home, with what opened it still at hand: an open home itself has forgotten it. Closing forgets both, and logs
/// out of the token.
final class Entrance implements AutoCloseable {
    private final LockSecret secret;
    private final Deque<Runnable> forgetting;
    private Optional<Home> home;

    private Entrance(Home home, LockSecret secret, Deque<Runnable> forgetting) {
        this.home = Optional.of(home);
        this.secret = secret;
        this.forgetting = forgetting;
    }

    /// What is to be forgotten, until somebody has entered with it.
    static final class Key implements AutoCloseable {
        private final Deque<Runnable> forgetting = new ArrayDeque<>();

        /// Takes over something to forget; the last comes first.
        <T> T holding(T held, Runnable forget) {
            forgetting.push(forget);
            return held;
        }

        Entrance into(Home home, LockSecret secret) {
            var held = new ArrayDeque<>(forgetting);
            forgetting.clear();
            return new Entrance(home, secret, held);
        }

        @Override
        public void close() {
            forgetting.forEach(Runnable::run);
        }
    }

    Home home() {
        return home.orElseThrow();
    }

    /// What opened the home. It ends with this.
    LockSecret secret() {
        return secret;
    }

    /// Keeps the home open beyond this, without what opened it.
    Home handOver() {
        var handed = home();
        home = Optional.empty();
        return handed;
    }

    @Override
    public void close() {
        try {
            home.ifPresent(Home::close);
        } finally {
            forgetting.forEach(Runnable::run);
        }
    }
}
