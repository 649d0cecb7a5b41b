package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.Forecast.Lapse;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.deliver.ForecastBook.Unknown;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.revoke.Lifeline;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.transport.HubAddress;

/// Says what handing the lists out would do, before it is done, and asks for the root's secret where it would hit what
/// hardly can be meant.
public final class Forecasts {
    /// How many names a forecast tells of each sort.
    public static final int NAMES = 20;

    /// Places are known by their last deliveries.
    private static final int MOST_DELIVERIES = 1_000;

    private final ForecastBook book;
    private final DeliveryBook deliveries;
    private final HubBook hubs;
    private final ReceiptBook receipts;
    private final Lists lists;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Forecasts(
            ForecastBook book,
            DeliveryBook deliveries,
            HubBook hubs,
            ReceiptBook receipts,
            Lists lists,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.book = book;
        this.deliveries = deliveries;
        this.hubs = hubs;
        this.receipts = receipts;
        this.lists = lists;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Every hub that takes bundles, then every other place that took one, the last one first; each with what it took.
    public List<Taken> places() {
        var places = new LinkedHashMap<String, Taken>();
        for (var hub : hubs.hubs()) {
            if (!(hub.address() instanceof HubAddress.Mqtts)) {
                places.put(hub.target(), taken(hub));
            }
        }
        for (var delivery : delivered().toList()) {
            places.putIfAbsent(delivery.target(), new Taken(delivery.target(), Optional.of(delivery)));
        }
        return List.copyOf(places.values());
    }

    /// What a hub said that it runs and is believed; where it said nothing, what was delivered to it last.
    private Taken taken(Hub hub) {
        var said = said(hub);
        return new Taken(hub.name().text(), said.isPresent() ? said.flatMap(this::delivery) : last(hub.target()));
    }

    private Optional<Long> said(Hub hub) {
        return receipts.believed(hub.name()).stream()
                .findFirst()
                .map(kept -> kept.receipt().bundleNumber());
    }

    private Optional<Delivery> last(String target) {
        return delivered().filter(delivery -> delivery.target().equals(target)).findFirst();
    }

    private Stream<Delivery> delivered() {
        return deliveries.newest(MOST_DELIVERIES).stream()
                .filter(delivery -> delivery.delivered().isPresent());
    }

    /// What delivering to this hub would do.
    public Forecast at(Hub hub) {
        return at(hub, List.of());
    }

    /// What delivering to this hub would do if these devices were revoked before.
    public Forecast at(Hub hub, Collection<Device> revokedBefore) {
        return withNewer(of(taken(hub), revokedBefore), said(hub), List.of());
    }

    /// A place that has a newer bundle than this home knows of would go back to an older one.
    private Forecast withNewer(Forecast forecast, Optional<Long> there, List<Finding> more) {
        var hits = new ArrayList<>(forecast.hits());
        there.filter(number -> number > newestNumber())
                .ifPresent(number -> hits.add(Hits.placeNewer(number, newestNumber())));
        hits.addAll(more);
        return new Forecast(forecast.taken(), forecast.zones(), forecast.lapses(), hits, forecast.notes());
    }

    /// What handing out to this place would do.
    public Forecast of(Taken taken) {
        return of(taken, List.of());
    }

    /// What handing out to this place would do if these devices were revoked before.
    public Forecast of(Taken taken, Collection<Device> revokedBefore) {
        return of(taken, revokedBefore, NAMES);
    }

    /// The same, with up to so many names of each sort.
    public Forecast of(Taken taken, Collection<Device> revokedBefore, int names) {
        return new Look(taken, List.copyOf(revokedBefore), names).forecast();
    }

    /// What writing a bundle to this folder would do. It is looked at what lies there.
    ///
    /// @throws IOException if the drive cannot be read
    public Forecast at(Path directory) throws IOException {
        return at(directory, List.of());
    }

    /// What writing a bundle to this folder would do if these devices were revoked before.
    ///
    /// @throws IOException if the drive cannot be read
    public Forecast at(Path directory, Collection<Device> revokedBefore) throws IOException {
        var there = there(directory);
        var target = Deliveries.target(directory);
        var lying = number(there).flatMap(this::delivery);
        var forecast = of(new Taken(target, lying.or(() -> last(target))), revokedBefore);
        return withNewer(forecast, number(there), foreign(there).stream().toList());
    }

    /// Whose it is otherwise: another home's, or one that somebody else signed the second time.
    private static Optional<Finding> foreign(BundleVerdict there) {
        if (has(there, Flaw.Code.ROOT_OTHER)) {
            return Optional.of(Hits.otherHome());
        }
        return has(there, Flaw.Code.SECOND_SIGNER_OTHER) ? Optional.of(Hits.otherSecondSigner()) : Optional.empty();
    }

    private static boolean has(BundleVerdict there, Flaw.Code code) {
        return there instanceof BundleVerdict.Unsound(var flaws)
                && flaws.stream().anyMatch(flaw -> flaw.code() == code);
    }

    /// A bundle from before the root was changed is one of this home as well.
    private BundleVerdict there(Path directory) throws IOException {
        var issuers = signatory.issuers();
        var secondSigner = deliveries.secondSigner();
        var there = verify(directory, issuers.root().certificate(), secondSigner);
        var before = issuers.rollover().filter(change -> !change.isUnderWay());
        if (there instanceof BundleVerdict.Unsound && before.isPresent()) {
            var older = verify(directory, before.get().oldRoot(), secondSigner);
            return older instanceof BundleVerdict.Sound ? older : there;
        }
        return there;
    }

    private BundleVerdict verify(Path directory, Certificate root, Optional<Fingerprint> secondSigner)
            throws IOException {
        return BundleReader.verify(
                directory, clock.instant(), new BundleReader.Expected(Optional.of(root.fingerprint()), secondSigner));
    }

    private static Optional<Long> number(BundleVerdict there) {
        return there instanceof BundleVerdict.Sound sound
                ? Optional.of(sound.manifest().number())
                : Optional.empty();
    }

    private Optional<Delivery> delivery(long number) {
        return deliveries.newest(MOST_DELIVERIES).stream()
                .filter(delivery -> delivery.bundleNumber() == number)
                .findFirst();
    }

    private long newestNumber() {
        return deliveries.newest(1).stream()
                .mapToLong(Delivery::bundleNumber)
                .max()
                .orElse(0);
    }

    /// Lets a delivery go on that hits nothing.
    ///
    /// @throws HitException if it does
    public void require(Forecast forecast) throws HitException {
        require(forecast, Confirmed.NOTHING);
    }

    /// Lets a delivery go on that hits nothing but what was confirmed.
    ///
    /// @throws HitException if it does
    Forecast require(Forecast forecast, Confirmed confirmed) throws HitException {
        if (!confirmed.hits().containsAll(forecast.hits())) {
            throw new HitException(forecast.hits());
        }
        return forecast;
    }

    /// Lets a delivery go on, whatever it hits: the owner means it.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Confirmed confirm(Forecast forecast, RootSecret secret) throws RefusedException, IOException {
        if (forecast.hits().isEmpty()) {
            return Confirmed.NOTHING;
        }
        signatory.proveRoot(secret).close();
        return commits.commit(() -> {
            journal.append(Note.of("forecast.confirm")
                    .fact(
                            "hits",
                            forecast.hits().stream().map(hit -> hit.code()).toList())
                    .detail("target", forecast.taken().place()));
            return new Confirmed(forecast.hits());
        });
    }

    /// One look at one place.
    private final class Look {
        private final Taken taken;
        private final List<Device> revokedBefore;
        private final int names;
        private final Instant now = clock.instant();
        private final Unknown unknown;

        Look(Taken taken, List<Device> revokedBefore, int names) {
            this.taken = taken;
            this.revokedBefore = revokedBefore.stream()
                    .filter(device -> isLetIn(device, now))
                    .toList();
            this.names = names;
            unknown = taken.last().map(Forecasts.this::unknownTo).orElse(Unknown.ALL);
        }

        Forecast forecast() {
            var hits = new Hits(
                    signatory.issuers(),
                    book.hubs(),
                    deliveries.signer(),
                    lists.crl(new Role.Root()),
                    lists.crl(new Role.Services()),
                    taken.last().map(Delivery::begun));
            var zones = new ArrayList<Forecast.Zone>();
            for (var zone : signatory.issuers().zones()) {
                zones.add(hits.isRevoked(zone.issuer()) ? cutOff(zone.name()) : zone(zone.name()));
            }
            var lapses = roles().map(role -> new Lapse(role, lapses(role))).toList();
            return new Forecast(taken, zones, lapses, hits.of(zones), hits.notes(zones, now));
        }

        private Forecast.Zone zone(ZoneName zone) {
            var leaving = leaving(zone);
            var refused = book.refused(zone, unknown, now, names);
            var before = book.refused(zone, Unknown.ALL, now, 0).count() - refused.count();
            var goingOn = book.goingOn(zone, now, names + leaving.size());
            var gone = new HashSet<>(leaving);
            var staying = goingOn.first().stream()
                    .filter(name -> !gone.contains(name))
                    .limit(names);
            return new Forecast.Zone(
                    zone,
                    joined(leaving, refused),
                    before,
                    new Names(staying.toList(), goingOn.count() - leaving.size()));
        }

        /// Where the zone's issuer itself is revoked nobody goes on.
        private Forecast.Zone cutOff(ZoneName zone) {
            var letIn = book.goingOn(zone, now, names);
            var before = book.refused(zone, Unknown.ALL, now, 0).count();
            return new Forecast.Zone(zone, letIn, before, Names.NONE);
        }

        private Names joined(List<String> leaving, Names refused) {
            return new Names(
                    Stream.concat(leaving.stream(), refused.first().stream())
                            .limit(names)
                            .toList(),
                    leaving.size() + refused.count());
        }

        private List<String> leaving(ZoneName zone) {
            return revokedBefore.stream()
                    .filter(device -> device.certified()
                            .filter(held -> held.issuer().equals(zone))
                            .isPresent())
                    .map(device -> device.name().text())
                    .distinct()
                    .toList();
        }

        /// Lists that are due, or that a revocation makes new, are signed with the export, for as long a time as before.
        private Instant lapses(Role role) {
            var lifeline =
                    lists.lifeline(role).orElseThrow(() -> new IllegalStateException("An issuer without a list"));
            var anew = role instanceof Role.Zone(var zone) && !leaving(zone).isEmpty();
            var length = Duration.between(lifeline.lists().getFirst().thisUpdate(), lifeline.end());
            return anew || isDue(lifeline) ? now.truncatedTo(ChronoUnit.SECONDS).plus(length) : lifeline.end();
        }

        private boolean isDue(Lifeline lifeline) {
            return !(lifeline.issuer() instanceof Role.Root) && !now.isBefore(lifeline.dueFrom());
        }
    }

    private Stream<Role> roles() {
        var zones = signatory.issuers().zones().stream().map(Zone::name).map(Role.Zone::new);
        return Stream.concat(Stream.of(new Role.Root(), new Role.Services()), zones);
    }

    private static boolean isLetIn(Device device, Instant now) {
        var state = device.credential().stateAt(now);
        return state != DeviceState.REVOKED && state != DeviceState.ENDED;
    }

    /// The first bundle that was delivered and tells of the revocation of this certificate.
    public Optional<Delivery> firstWith(SerialNumber serial, Instant revoked) {
        return deliveries.newest(MOST_DELIVERIES).reversed().stream()
                .filter(delivery -> delivery.delivered().isPresent())
                .filter(delivery -> !delivery.begun().isBefore(revoked))
                .filter(delivery -> delivery.begun().isAfter(revoked)
                        || !unknownTo(delivery).also().contains(serial))
                .findFirst();
    }

    /// Revocations after this bundle was signed. Within one second the journal knows the order.
    private Unknown unknownTo(Delivery delivery) {
        var second = delivery.begun();
        var doubtful = new HashSet<>(book.revokedAt(second));
        if (!doubtful.isEmpty()) {
            var signed = new long[1];
            journal.each("bundle.sign", entry -> {
                if (Long.valueOf(delivery.bundleNumber()).equals(entry.facts().get("bundle"))) {
                    signed[0] = entry.number();
                }
            });
            var known = new HashSet<String>();
            journal.each("device.revoke", entry -> {
                if (entry.number() < signed[0]) {
                    known.add(String.valueOf(entry.facts().get("serial")));
                }
            });
            doubtful.removeIf(serial -> known.contains(serial.hex()));
        }
        return new Unknown(Optional.of(second), List.copyOf(doubtful));
    }
}
