package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// A kind of key with the home's word on it: until when devices may get certificates for such keys, and in which zones.
///
/// @param notAfter the last moment; empty where no end is foreseen
/// @param zones where they may; empty for every zone
public record NamedProfile(KeyProfile kind, Optional<Instant> notAfter, List<ZoneName> zones) {
    /// NIST SP 800-131A and NIST IR 8547 let keys of 112 bits of strength go at the end of 2030.
    private static final Instant END_OF_112_BITS = Instant.parse("2030-12-31T23:59:59Z");

    public NamedProfile {
        zones = List.copyOf(zones);
    }

    /// The profiles as they are until the owner says otherwise.
    public static List<NamedProfile> shipped() {
        return Stream.of(KeyProfile.values())
                .map(kind -> new NamedProfile(
                        kind, kind == KeyProfile.RSA_2048 ? Optional.of(END_OF_112_BITS) : Optional.empty(), List.of()))
                .toList();
    }

    /// From when on the owner is warned of its end: early enough to make room for it when devices are bought.
    public Optional<Instant> warnFrom() {
        return notAfter.map(end -> end.minus(Lifetimes.KEYS_END_SOON));
    }

    /// What the home's file and the command line call it.
    public String name() {
        return kind.code();
    }

    public NamedProfile in(List<ZoneName> others) {
        return new NamedProfile(kind, notAfter, others);
    }

    public boolean isOf(PublicKeyInfo key) {
        return key.profile().filter(kind::equals).isPresent();
    }

    public boolean serves(ZoneName zone) {
        return zones.isEmpty() || zones.contains(zone);
    }
}
