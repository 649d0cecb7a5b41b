package org.hearthkey.core.authority;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;

/// Signs the lists of a year that all name as many entries as its argument says, as a home does.
final class LongLifeline {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private LongLifeline() {}

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        var random = new SecureRandom();
        var authority = new Authority(HomeId.random(random), InstantSource.fixed(NOW.minusSeconds(60)), random);
        try (var key = SoftwareKey.generate(KeyProfile.P384, random)) {
            var issuer = new Issuer(new Role.Root(), authority.signRoot(key), Optional.empty());
            var run = authority.prepare(
                    issuer, draft(0), taker -> ListBenchmark.entries(size).forEach(taker));
            var signed = new ArrayList<SignedEnds>();
            for (int i = 0; i < 13; i++) {
                signed.add(authority.signEnds(issuer, key, draft(i), List.of(run)));
            }
            System.out.println(signed.size() + " lists of " + run.count());
        }
    }

    private static CrlDraft draft(int number) {
        var from = NOW.plus(Duration.ofDays(28L * number));
        return new CrlDraft(BigInteger.valueOf(number), from, from.plus(Duration.ofDays(35)), List.of());
    }
}
