package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.witness.Anchors;

/// Homes for tests: real ones, with the cheapest Argon2id that the format allows and a clock that is moved by hand.
public final class TestHomes implements InstantSource {
    public static final ZoneName LIGHTING = new ZoneName("lighting");
    public static final ZoneName SECURITY = new ZoneName("security");

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Anchors anchors = Anchors.NONE;
    private KeptTries tries = KeptTries.NONE;

    /// Begins on a day in November.
    public TestHomes() {}

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// From now on homes are opened on a computer that remembers this.
    public void on(Anchors computer) {
        anchors = computer;
    }

    /// From now on homes are opened on a computer that counts wrong tries.
    public void counting(KeptTries computer) {
        tries = computer;
    }

    public Homes homes() {
        return new Homes(this, new SecureRandom(), () -> Argon2Cost.MINIMUM, anchors, new Attempts(tries, this));
    }

    public static Passphrase passphrase() {
        return new Passphrase("maple bench at the north window".toCharArray());
    }

    public static Passphrase rootPassphrase() {
        return new Passphrase("the root has its own words".toCharArray());
    }

    /// Makes a home with the zones lighting and security, and opens it.
    public Home create(Path file) throws IOException {
        var plan = new NewHome(new HomeName("Maple House"), List.of(LIGHTING, SECURITY));
        try (var passphrase = passphrase();
                var root = rootPassphrase()) {
            return homes().create(
                            file,
                            plan,
                            homes().lockFor(passphrase),
                            new NewRoot.InFile(List.of(homes().lockFor(root))),
                            _ -> {});
        }
    }

    /// Forgets a person, with the root passphrase.
    static Forgetting.Forgotten forget(Home home, String person) throws IOException {
        try (var root = rootPassphrase()) {
            return home.forgetting().forget(person, RootSecret.of(root));
        } catch (RefusedException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public Home open(Path file) throws IOException {
        try (var passphrase = passphrase()) {
            if (homes().open(file, new LockSecret.Remembered(passphrase)) instanceof Unlocked.Open(var home, var _)) {
                return home;
            }
            throw new IllegalStateException("The home was refused");
        }
    }
}
