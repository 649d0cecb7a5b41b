package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearthkey.core.approve.Alarms;
import org.hearthkey.core.approve.ApprovalBooks;
import org.hearthkey.core.approve.Approvals;
import org.hearthkey.core.approve.Joining;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.deliver.BundleMaker;
import org.hearthkey.core.deliver.Deliveries;
import org.hearthkey.core.deliver.Forecasts;
import org.hearthkey.core.deliver.HomesDrive;
import org.hearthkey.core.deliver.HubDeliveries;
import org.hearthkey.core.deliver.HubRegister;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.deliver.Hubs;
import org.hearthkey.core.deliver.Isolation;
import org.hearthkey.core.deliver.OwnCertificate;
import org.hearthkey.core.deliver.Probing;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.retire.HubEvidence;
import org.hearthkey.core.retire.Retirements;
import org.hearthkey.core.revoke.Canaries;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Prober;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.revoke.Withdrawals;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Anchors;
import org.hearthkey.core.witness.Watch;

/// An open home. All of it lives on one thread; closing it forgets its keys.
public final class Home implements AutoCloseable {
    private final Store store;
    private final Path file;
    private final HomeFacts facts;
    private final Books books;
    private final Commits commits;
    private final Journal journal;
    private final Signatory signatory;
    private final Lists lists;
    private final Approvals approvals;
    private final Alarms alarms;
    private final SetupCodes setupCodes;
    private final ZoneRulings zoneRulings;
    private final Sightings sightings;
    private final Revocations revocations;
    private final Forecasts forecasts;
    private final Retirements retirements;
    private final Deliveries deliveries;
    private final Hubs hubs;
    private final HubRegister hubRegister;
    private final HubDeliveries hubDeliveries;
    private final Receipts receipts;
    private final HubStates hubStates;
    private final Probing probing;
    private final Isolation isolation;
    private final Withdrawals withdrawals;
    private final IssuerMaker issuerMaker;
    private final RootPlaces rootPlaces;
    private final Checkpoints checkpoints;
    private final Watch watch;
    private final Forgetting forgetting;
    private final SecureRandom random;
    private final Unlocking unlocking;
    private final RootWays rootWays;
    private final NewVaultKey newVaultKey;
    private final MakerTrust makerTrust;
    private final RecoverySheets recoverySheets;

    Home(Store store, Path file, InstantSource clock, SecureRandom random, Anchors anchors, Attempts attempts) {
        this.random = random;
        this.store = store;
        this.file = file;
        books = Books.of(store);
        var identity = books.identity();
        facts = new HomeFacts(identity.name(), identity.id(), identity.created());
        var authority = new Authority(facts.id(), clock, random);
        journal = new Journal(books.journal(), clock, random);
        checkpoints = new Checkpoints(facts.id(), books.journal(), books.keys()::openJournalKey);
        watch = new Watch(journal, checkpoints, anchors, clock);
        commits = new StoreCommits(store, watch::remember);
        var rootTries = new RootTries(attempts, file, store, commits, journal, watch);
        var keys = new CountedKeyring(books.keys(), rootTries);
        signatory = new Signatory(books.issuers(), keys, authority, random, watch::requireMaySign);
        var canaries = new Canaries(books.canaries(), this::probingHubs, signatory, random);
        lists = new Lists(books.devices(), books.lists(), canaries, signatory, journal, commits, clock);
        var approvalBooks =
                new ApprovalBooks(books.devices(), books.marks(), books.setupCodes(), books.zoneRules(), books.trust());
        var joining = new Joining(approvalBooks, signatory, journal, clock, random);
        approvals = new Approvals(approvalBooks, signatory, joining, commits, clock);
        alarms = new Alarms(books.alarms(), journal, commits, clock);
        setupCodes = new SetupCodes(books.setupCodes(), signatory, journal, commits);
        zoneRulings = new ZoneRulings(books.zoneRules(), signatory, journal, commits, clock);
        sightings = new Sightings(books.devices(), journal, commits, clock);
        revocations = new Revocations(books.devices(), lists, journal, commits, clock);
        forecasts = new Forecasts(
                books.forecasts(),
                books.deliveries(),
                books.hubs(),
                books.receipts(),
                lists,
                signatory,
                journal,
                commits,
                clock);
        var homesDrive = new HomesDrive(file, Drives.ofThisComputer());
        var bundles = new BundleMaker(facts.id(), lists, books.devices(), books.issuers());
        deliveries = new Deliveries(
                bundles,
                homesDrive,
                books.deliveries(),
                lists,
                signatory,
                watch,
                forecasts,
                journal,
                commits,
                clock,
                random);
        hubs = new Hubs(books.deliveries(), books.devices(), signatory, journal, commits, clock);
        hubRegister = new HubRegister(books.hubs(), books.receipts(), journal, commits, clock, random);
        receipts = new Receipts(facts.id(), books.receipts(), journal, commits, clock);
        var own = new OwnCertificate(books.hubs(), signatory, journal, commits, clock, random);
        hubDeliveries = new HubDeliveries(books.hubs(), own, deliveries, forecasts, receipts, signatory);
        hubStates = new HubStates(books.hubs(), books.deliveries(), books.listeners(), books.receipts(), lists);
        retirements = new Retirements(
                books.retirements(),
                books.devices(),
                books.setupCodes(),
                revocations,
                lists,
                forecasts,
                new HubEvidence(books.hubs(), books.receipts(), hubStates),
                signatory,
                journal,
                commits,
                clock);
        probing = new Probing(books.listeners(), lists, signatory, journal, commits, clock, random);
        isolation = new Isolation(
                books.brokerAdmins(),
                books.hubs(),
                books.devices(),
                revocations,
                probing,
                signatory,
                journal,
                commits,
                clock);
        withdrawals = new Withdrawals(books.issuers(), books.devices(), lists, signatory, journal, commits, clock);
        issuerMaker = new IssuerMaker(books, authority, journal, clock, random);
        rootPlaces = new RootPlaces(books, signatory, journal, commits, clock, random);
        forgetting = new Forgetting(books.devices(), signatory, journal, commits, clock);
        unlocking = new Unlocking(store.slots(), books.slotNotes(), signatory, journal, commits, clock);
        rootWays = new RootWays(books.keys(), rootTries, journal, commits);
        newVaultKey = new NewVaultKey(store, books, unlocking, signatory, watch, journal, random);
        makerTrust = new MakerTrust(books.trust(), signatory, journal, commits, clock);
        recoverySheets = new RecoverySheets(
                facts, books, store.slots(), unlocking, signatory, rootTries, journal, commits, clock, random);
    }

    private List<Prober.Hub> probingHubs() {
        return books.receipts().probeKeys().stream()
                .map(known -> new Prober.Hub(known.hub().text(), known.key()))
                .toList();
    }

    Beginning beginning() {
        return new Beginning(books, commits, journal, watch, unlocking, random);
    }

    public HomeFacts facts() {
        return facts;
    }

    /// Where the root key lies.
    public RootPlaces rootPlaces() {
        return rootPlaces;
    }

    public DeviceBook devices() {
        return books.devices();
    }

    public IssuerBook issuers() {
        return books.issuers();
    }

    public Approvals approvals() {
        return approvals;
    }

    /// Attempts to pass for another device.
    public Alarms alarms() {
        return alarms;
    }

    /// The codes from the boxes of devices.
    public SetupCodes setupCodes() {
        return setupCodes;
    }

    /// What the zones ask of devices that join, and when they may.
    public ZoneRulings zoneRulings() {
        return zoneRulings;
    }

    /// Which devices were seen to use their credential.
    public Sightings sightings() {
        return sightings;
    }

    public Revocations revocations() {
        return revocations;
    }

    public Lists lists() {
        return lists;
    }

    /// What the listeners of the zones are tried with.
    public Canaries canaries() {
        return lists.canaries();
    }

    /// The key for what this home itself tries the listener of a zone with. Whoever opens it closes it.
    ///
    /// @throws IllegalArgumentException if there is nothing to try it with yet
    public SoftwareKey prober(ZoneName zone) {
        return signatory.keys().openProber(zone);
    }

    public Timeline timeline() {
        return new Timeline(books.devices(), books.issuers(), lists);
    }

    /// What handing the lists out would do.
    public Forecasts forecasts() {
        return forecasts;
    }

    /// Devices that leave for good.
    public Retirements retirements() {
        return retirements;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Hubs hubs() {
        return hubs;
    }

    /// The hubs to which this home delivers.
    public HubRegister hubRegister() {
        return hubRegister;
    }

    /// Deliveries to those hubs.
    public HubDeliveries hubDeliveries() {
        return hubDeliveries;
    }

    /// What hubs say of what they took.
    public Receipts receipts() {
        return receipts;
    }

    /// How far the newest lists have come, at every hub.
    public HubStates hubStates() {
        return hubStates;
    }

    /// The listeners of hubs, and what became of trying them.
    public Probing probing() {
        return probing;
    }

    /// Cuts devices off.
    public Isolation isolation() {
        return isolation;
    }

    /// Takes issuers of zones back.
    public Withdrawals withdrawals() {
        return withdrawals;
    }

    public Journal journal() {
        return journal;
    }

    /// Signed checkpoints of the journal, and proofs of what is in it.
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /// How this home stands to its witnesses, and what keeps it from signing.
    public Watch watch() {
        return watch;
    }

    /// The way on where the newer file is gone.
    public Losses losses() {
        return new Losses(watch, checkpoints, signatory, journal, commits);
    }

    public Forgetting forgetting() {
        return forgetting;
    }

    /// The ways to unlock this home.
    public Unlocking unlocking() {
        return unlocking;
    }

    /// The ways to the root key.
    public RootWays rootWays() {
        return rootWays;
    }

    /// A new vault key for this home.
    public NewVaultKey newVaultKey() {
        return newVaultKey;
    }

    /// The makers whom the owner trusts to vouch for devices.
    public MakerTrust makerTrust() {
        return makerTrust;
    }

    /// The sheets that bring this home back.
    public RecoverySheets recoverySheets() {
        return recoverySheets;
    }

    /// Adds a zone with its own issuer and its first list. The root signs it.
    ///
    /// @throws IllegalArgumentException if there is such a zone
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Zone addZone(ZoneName name, RootSecret rootSecret) throws RefusedException, IOException {
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                var zone = issuerMaker.makeZone(name, rootKey);
                lists.sign(zone.issuer().role());
                return zone;
            });
        }
    }

    /// What the file holds, and that it holds together: everything was checked when it was opened.
    public Soundness soundness() {
        return new Soundness(store.head().commit(), store.facts().rows());
    }

    /// Writes a copy of the home's file, which was opened and compared before it got its name.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name, which is left alone
    /// @throws IOException if the other place fails or is full; then nothing is left there
    public void backup(Path target) throws IOException {
        store.backup(target, random);
    }

    /// Where the home's file lies.
    public Path file() {
        return file;
    }

    /// Closes the file and forgets every key. Closing twice does nothing.
    @Override
    public void close() {
        store.close();
    }

    /// What the file holds.
    ///
    /// @param commit the number of the last commit
    /// @param records how many records of each kind the file holds
    public record Soundness(long commit, Map<String, Long> records) {
        public Soundness {
            records = Collections.unmodifiableMap(new TreeMap<>(records));
        }
    }
}
