package org.hearthkey.core.revoke;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.EntryRun;
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.seal.RefusedException;

/// Signs the revocation lists of every issuer: always whole, always with higher numbers than before, and always with those
/// for the time to come, so that no list lapses while nobody is at home. Lists that are yet to begin are in force from their
/// moment on; nothing has to be done for that.
public final class Lists {
    private static final Duration APART = Duration.ofSeconds(1);

    private final ListEntries entries;
    private final ListBook book;
    private final Canaries canaries;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final BigInteger past;

    /// Lists of a home that has signed none but those in its book.
    public Lists(
            DeviceBook devices,
            ListBook book,
            Canaries canaries,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this(devices, book, canaries, signatory, journal, commits, clock, BigInteger.ZERO);
    }

    /// Lists of a home that has signed others before, in a file that is lost.
    ///
    /// @param past the highest number of those that anybody has shown
    public Lists(
            DeviceBook devices,
            ListBook book,
            Canaries canaries,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock,
            BigInteger past) {
        this.past = past;
        this.entries = new ListEntries(devices, book, signatory);
        this.book = book;
        this.canaries = canaries;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// The list in force of every issuer: the root's, the services', then the zones' in the order they were added.
    public List<SignedList> newest() {
        return roles().stream().flatMap(role -> newest(role).stream()).toList();
    }

    /// The list of `issuer` that is in force now.
    public Optional<SignedList> newest(Role issuer) {
        return book.lifeline(issuer).map(lifeline -> lifeline.inForce(clock.instant()));
    }

    /// The list of `issuer` that is in force now, itself.
    public Optional<Crl> crl(Role issuer) {
        return newest(issuer).map(book::crl);
    }

    /// The lifelines of all issuers, in the order of [#newest()].
    public List<Lifeline> lifelines() {
        return roles().stream().flatMap(role -> book.lifeline(role).stream()).toList();
    }

    /// The lists of `issuer` that were signed last: the one in force and those to come.
    public Optional<Lifeline> lifeline(Role issuer) {
        return book.lifeline(issuer);
    }

    /// The lists of `issuer` that are yet to begin, the next one first.
    public List<SignedList> toCome(Role issuer) {
        return book.lifeline(issuer)
                .map(lifeline -> lifeline.toCome(clock.instant()))
                .orElse(List.of());
    }

    /// Writes one of the lists that were signed last, in DER, without holding it.
    ///
    /// @throws IOException as `out` throws it
    public void write(SignedList list, OutputStream out) throws IOException {
        book.write(list, out);
    }

    /// All lists of `issuer` that are or were in force, the oldest first.
    public List<SignedList> history(Role issuer) {
        var toCome = book.lifeline(issuer).map(lifeline -> lifeline.toCome(clock.instant()));
        return book.history(issuer).stream()
                .filter(list -> toCome.filter(later -> later.contains(list)).isEmpty())
                .toList();
    }

    /// What the listeners of a zone are tried with.
    public Canaries canaries() {
        return canaries;
    }

    /// Signs the next list of the services or of a zone, and those to come.
    ///
    /// @return the list that is in force from now on
    /// @throws IllegalArgumentException for the root; see [#signRoots]
    public SignedList sign(Role issuer) {
        return sign(issuer, customaryEnd(issuer));
    }

    /// Signs the lists of the services or of a zone for so many months from now.
    ///
    /// @param months 1 to [Lifetimes#LONGEST_LIFELINE_MONTHS]
    /// @return the list that is in force from now on
    /// @throws IllegalArgumentException for the root; see [#signRoots]
    public SignedList sign(Role issuer, int months) {
        return sign(issuer, inMonths(months));
    }

    private SignedList sign(Role issuer, Instant until) {
        try (var key = signatory.keys().open(issuer)) {
            return commits.commit(() -> sign(issuer, key, until));
        }
    }

    /// Signs the root's next list, which names issuers, and those to come.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList signRoots(RootSecret rootSecret) throws RefusedException, IOException {
        return signRoots(rootSecret, customaryEnd(new Role.Root()));
    }

    /// Signs the root's lists for so many months from now.
    ///
    /// @param months 1 to [Lifetimes#LONGEST_LIFELINE_MONTHS]
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList signRoots(RootSecret rootSecret, int months) throws RefusedException, IOException {
        return signRoots(rootSecret, inMonths(months));
    }

    private SignedList signRoots(RootSecret rootSecret, Instant until) throws RefusedException, IOException {
        try (var key = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> sign(new Role.Root(), key, until));
        }
    }

    /// Signs the root's next list, and those to come, while it is awake.
    public SignedList signRoots(OpenRoot rootKey) {
        return commits.commit(() -> sign(new Role.Root(), rootKey, customaryEnd(new Role.Root())));
    }

    /// Signs the first lists of a new root while it is awake, and all that are due.
    public void signFirst(SigningKey rootKey) {
        commits.commit(() -> sign(new Role.Root(), rootKey, inMonths(Lifetimes.LIFELINE_MONTHS)));
        signDue();
    }

    /// Signs the last list of an issuer: it is good until the issuer ends, so that no list follows it and none lapses. Nothing
    /// is tried with it.
    ///
    /// @param key the issuer's
    public SignedList signLast(Role issuer, SigningKey key) {
        var end = signatory.issuers().chainEnd(issuer);
        return commits.commit(() -> {
            if (issuer instanceof Role.Zone(var zone)) {
                var now = clock.instant();
                canaries.drop(
                        zone,
                        now,
                        book.lifeline(issuer)
                                .map(lifeline -> lifeline.toCome(now))
                                .orElse(List.of()));
            }
            return sign(issuer, key, List.of(new ListTimes(first(issuer), end)), Optional.empty());
        });
    }

    /// The same with the key of the services or of a zone.
    public SignedList signLast(Role issuer) {
        try (var key = signatory.keys().open(issuer)) {
            return signLast(issuer, key);
        }
    }

    /// Signs anew the lists of the services and of every zone that were signed 14 days ago, and of zones for which somebody
    /// has nothing to try them with.
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
        var untried = issuer instanceof Role.Zone(var zone) && canaries.areMissing(zone);
        var lifeline = book.lifeline(issuer);
        return lifeline.isEmpty()
                || (!isLast(issuer, lifeline.get())
                        && (untried || !clock.instant().isBefore(lifeline.get().dueFrom())));
    }

    private boolean isLast(Role issuer, Lifeline lifeline) {
        return lifeline.lists().size() == 1
                && !lifeline.end().isBefore(signatory.issuers().chainEnd(issuer));
    }

    private Instant inMonths(int months) {
        if (months < 1 || months > Lifetimes.LONGEST_LIFELINE_MONTHS) {
            throw new IllegalArgumentException("Lists are not signed for " + months + " months");
        }
        return clock.instant().atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /// Twelve months, or about as long as the owner asked for before.
    private Instant customaryEnd(Role issuer) {
        var customary = inMonths(Lifetimes.LIFELINE_MONTHS);
        // Less one list's time, or each signing would add one.
        return book.lifeline(issuer)
                .filter(lifeline -> !(issuer instanceof Role.Root))
                .map(lifeline -> lifeline.end().minus(Lifetimes.LIST_APART))
                .filter(customary::isBefore)
                .orElse(customary);
    }

    private SignedList sign(Role issuer, SigningKey key, Instant until) {
        var times = ListTimes.covering(
                issuer, first(issuer), until, signatory.issuers().chainEnd(issuer));
        return sign(issuer, key, times, issuer instanceof Role.Zone(var zone) ? Optional.of(zone) : Optional.empty());
    }

    private Instant first(Role issuer) {
        var now = clock.instant();
        return after(book.lifeline(issuer).map(lifeline -> lifeline.inForce(now).thisUpdate()));
    }

    /// @param tried the zone, where its listeners are to be tried with these lists
    private SignedList sign(Role issuer, SigningKey key, List<ListTimes> times, Optional<ZoneName> tried) {
        var now = clock.instant();
        var last = book.lifeline(issuer);
        var number = number(
                last.map(lifeline -> lifeline.lists().getLast().number()).or(() -> book.inheritedNumber(issuer)));
        var shown = new ArrayList<Certificate>();
        tried.ifPresent(zone -> {
            canaries.drop(zone, now, last.map(lifeline -> lifeline.toCome(now)).orElse(List.of()));
            shown.addAll(canaries.control(
                    zone, key, times.getFirst().thisUpdate(), times.getLast().nextUpdate()));
        });
        var runs = prepare(issuer, number, times);
        var signed = new ArrayList<ListBook.Signed>();
        for (int i = 0; i < times.size(); i++) {
            var own = List.<RevokedEntry>of();
            if (tried.isPresent()) {
                shown.addAll(canaries.issue(tried.get(), key, number, times.get(i)));
                own = canaries.entries(tried.get(), times.get(i).thisUpdate());
            }
            signed.add(sign(issuer, key, number, times.get(i), own, runs.subList(i, runs.size())));
            number = number.add(BigInteger.ONE);
        }
        book.replace(signed, now);
        var inForce = signed.getFirst().facts();
        journal.append(Note.of("crl.sign")
                .fact("issuer", issuer.code())
                .fact("crlNumber", inForce.number().toString())
                .fact("thisUpdate", inForce.thisUpdate().toString())
                .fact("nextUpdate", inForce.nextUpdate().toString())
                .fact("entries", Long.valueOf(inForce.entries()))
                .fact("lastNumber", signed.getLast().facts().number().toString())
                .fact("until", times.getLast().nextUpdate().toString())
                .fact(
                        "canaries",
                        shown.stream()
                                .map(certificate -> certificate.serial().hex())
                                .toList()));
        return inForce;
    }

    /// What the lists share, put into DER once: for each list what it is the last to name, for it has ended when the next
    /// begins.
    private List<EntryRun> prepare(Role issuer, BigInteger number, List<ListTimes> times) {
        var first = new CrlDraft(
                number, times.getFirst().thisUpdate(), times.getFirst().nextUpdate(), List.of());
        var runs = new ArrayList<EntryRun>();
        for (int i = 0; i < times.size(); i++) {
            var from = times.get(i).thisUpdate();
            var until = i + 1 < times.size() ? times.get(i + 1).thisUpdate() : Lifetimes.NEVER;
            runs.add(signatory.prepare(issuer, first, taker -> entries.each(issuer, from, until, taker)));
        }
        return runs;
    }

    /// @param own what it alone names
    /// @param shared what it is the last to name, and then what those after it name: it names them all
    private ListBook.Signed sign(
            Role issuer,
            SigningKey key,
            BigInteger number,
            ListTimes times,
            List<RevokedEntry> own,
            List<EntryRun> shared) {
        var draft = new CrlDraft(number, times.thisUpdate(), times.nextUpdate(), own);
        int revoked = shared.stream().mapToInt(EntryRun::count).sum();
        var facts = new SignedList(issuer, number, times.thisUpdate(), times.nextUpdate(), revoked, own.size());
        var ends = signatory.signEnds(issuer, key, draft, shared.reversed());
        return new ListBook.Signed(facts, ends, shared.getFirst());
    }

    /// The clock in seconds, or one more than the last number if that is not above it: so an older copy of the home, which
    /// does not know the last number, does not use one again.
    private BigInteger number(Optional<BigInteger> last) {
        var now = BigInteger.valueOf(clock.instant().getEpochSecond());
        return last.orElse(past).add(BigInteger.ONE).max(now);
    }

    /// Now, or one second after the last list: OpenSSL keeps the older of two lists that were signed in the same second.
    private Instant after(Optional<Instant> last) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return last.map(before -> before.plus(APART)).filter(now::isBefore).orElse(now);
    }

    private List<Role> roles() {
        var roles = new ArrayList<Role>(List.of(new Role.Root(), new Role.Services()));
        signatory.issuers().zones().forEach(zone -> roles.add(new Role.Zone(zone.name())));
        return roles;
    }
}
