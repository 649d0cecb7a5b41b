package org.hearthkey.core.revoke;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.seal.RefusedException;

/// Signs the revocation list of every issuer: always whole, always with a higher number than the last.
public final class Lists {
    private static final Duration APART = Duration.ofSeconds(1);

    private final DeviceBook devices;
    private final ListBook book;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Lists(
            DeviceBook devices,
            ListBook book,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.devices = devices;
        this.book = book;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// The newest list of every issuer: the root's, the services', then the zones' in the order they were added.
    public List<SignedList> newest() {
        return roles().stream().flatMap(role -> book.newest(role).stream()).toList();
    }

    public Optional<SignedList> newest(Role issuer) {
        return book.newest(issuer);
    }

    public Optional<Crl> crl(Role issuer) {
        return book.crl(issuer);
    }

    /// All lists that `issuer` ever signed, the oldest first.
    public List<SignedList> history(Role issuer) {
        return book.history(issuer);
    }

    /// Signs the next list of the services or of a zone.
    ///
    /// @throws IllegalArgumentException for the root; see [#signRoots]
    public SignedList sign(Role issuer) {
        try (var key = signatory.keys().open(issuer)) {
            return commits.commit(() -> sign(issuer, key, Lifetimes.LIST));
        }
    }

    /// Signs the root's next list, which names issuers.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList signRoots(RootSecret rootSecret) throws RefusedException, IOException {
        try (var key = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> sign(new Role.Root(), key, Lifetimes.ROOT_LIST));
        }
    }

    /// Signs the first list of every issuer of a new home, while its root is awake.
    public void signFirst(SigningKey rootKey) {
        commits.commit(() -> sign(new Role.Root(), rootKey, Lifetimes.ROOT_LIST));
        signDue();
    }

    /// Signs anew every list of a zone or of the services that is 14 days old.
    public List<SignedList> signDue() {
        var due = new ArrayList<SignedList>();
        for (var role : roles()) {
            if (!(role instanceof Role.Root) && isDue(role)) {
                due.add(sign(role));
            }
        }
        return due;
    }

    private boolean isDue(Role issuer) {
        return book.newest(issuer)
                .map(list -> !clock.instant().isBefore(list.dueFrom()))
                .orElse(true);
    }

    private SignedList sign(Role issuer, SigningKey key, Duration lifetime) {
        var last = book.newest(issuer);
        var thisUpdate = after(last.map(SignedList::thisUpdate));
        var number = number(last.map(SignedList::number));
        var nextUpdate = thisUpdate.plus(lifetime);
        var entries = entries(issuer, thisUpdate);
        var crl = signatory.signCrl(issuer, key, new CrlDraft(number, thisUpdate, nextUpdate, entries));
        var list = new SignedList(issuer, number, thisUpdate, nextUpdate, entries.size());
        book.add(list, crl);
        journal.append(Note.of("crl.sign")
                .fact("issuer", issuer.code())
                .fact("crlNumber", number.toString())
                .fact("thisUpdate", thisUpdate.toString())
                .fact("nextUpdate", nextUpdate.toString())
                .fact("entries", Long.valueOf(entries.size())));
        return list;
    }

    /// The clock in seconds, or one more than the last number if that is not above it: so an older copy of the home, which
    /// does not know the last number, does not use one again.
    private BigInteger number(Optional<BigInteger> last) {
        var now = BigInteger.valueOf(clock.instant().getEpochSecond());
        return last.map(number -> number.add(BigInteger.ONE)).map(now::max).orElse(now);
    }

    /// Now, or one second after the last list: OpenSSL keeps the older of two lists that were signed in the same second.
    private Instant after(Optional<Instant> last) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return last.map(before -> before.plus(APART)).filter(now::isBefore).orElse(now);
    }

    private List<RevokedEntry> entries(Role issuer, Instant at) {
        if (!(issuer instanceof Role.Zone(var zone))) {
            return List.of();
        }
        return devices.listed(zone, at).stream()
                .map(listed -> new RevokedEntry(
                        listed.serial(), listed.revoked().at(), listed.revoked().reason()))
                .toList();
    }

    private List<Role> roles() {
        var roles = new ArrayList<Role>(List.of(new Role.Root(), new Role.Services()));
        signatory.issuers().zones().forEach(zone -> roles.add(new Role.Zone(zone.name())));
        return roles;
    }
}
