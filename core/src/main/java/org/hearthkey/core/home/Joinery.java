package org.hearthkey.core.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.hearthkey.core.adopt.Adoptions;
import org.hearthkey.core.approve.Alarms;
import org.hearthkey.core.approve.ApprovalBooks;
import org.hearthkey.core.approve.Approvals;
import org.hearthkey.core.approve.Joining;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.ParallelSigner;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.ceremony.Ceremonies;
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
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.intermediate.Intermediates;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.retire.HubEvidence;
import org.hearthkey.core.retire.Retirements;
import org.hearthkey.core.revoke.Canaries;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Prober;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.revoke.Withdrawals;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Anchors;
import org.hearthkey.core.witness.Watch;

/// The parts of an open home, joined by hand: what each is, and what it is given.
final class Joinery {
    final Store store;
    final Path file;
    final HomeFacts facts;
    final Books books;
    final Commits commits;
    final Journal journal;
    final Signatory signatory;
    final Lists lists;
    final Approvals approvals;
    final Alarms alarms;
    final SetupCodes setupCodes;
    final ZoneRulings zoneRulings;
    final Sightings sightings;
    final Revocations revocations;
    final Forecasts forecasts;
    final Retirements retirements;
    final Deliveries deliveries;
    final Hubs hubs;
    final HubRegister hubRegister;
    final HubDeliveries hubDeliveries;
    final Receipts receipts;
    final HubStates hubStates;
    final Probing probing;
    final Isolation isolation;
    final Withdrawals withdrawals;
    final Intermediates intermediates;
    final KeyProfiles keyProfiles;
    final ParallelRoots parallelRoots;
    final Adoptions adoptions;
    final ZoneAdoption zoneAdoption;
    final IssuerMaker issuerMaker;
    final Reissues reissues;
    final RootPlaces rootPlaces;
    final Checkpoints checkpoints;
    final Watch watch;
    final Forgetting forgetting;
    final SecureRandom random;
    final Unlocking unlocking;
    final RootWays rootWays;
    final NewVaultKey newVaultKey;
    final MakerTrust makerTrust;
    final RecoverySheets recoverySheets;
    final RootRollover rootRollover;
    final Ceremonies ceremonies;
    final WaitingDevices waitingDevices;
    final HousePacking housePacking;
    final HouseEnding houseEnding;

    Joinery(Store store, Path file, InstantSource clock, SecureRandom random, Anchors anchors, Attempts attempts) {
        this.random = random;
        this.store = store;
        this.file = file;
        books = Books.of(store);
        var identity = books.identity();
        facts = new HomeFacts(identity.name(), identity.id(), identity.created());
        var authority = new Authority(facts.id(), clock, random);
        journal = new Journal(books.journal(), clock, random);
        checkpoints = new Checkpoints(facts.id(), books.journal(), books.journalKeys());
        watch = new Watch(
                journal, checkpoints, anchors, () -> books.sales().sale().flatMap(Sale::closed), clock);
        commits = new StoreCommits(store, watch::requireMayChange, watch::remember);
        var rootTries = new RootTries(attempts, file, store, commits, journal, watch);
        var keys = new CountedKeyring(books.keys(), rootTries);
        signatory = new Signatory(books.issuers(), keys, authority, random, watch::requireMaySign);
        var canaries = new Canaries(books.canaries(), this::probingHubs, signatory, random);
        lists = new Lists(books.devices(), books.lists(), canaries, signatory, journal, commits, clock);
        var approvalBooks = new ApprovalBooks(
                books.devices(), books.marks(), books.setupCodes(), books.zoneRules(), books.trust(), books.waiting());
        var joining = new Joining(approvalBooks, signatory, journal, clock, random);
        approvals = new Approvals(approvalBooks, signatory, joining, watch::requireMayChange, commits, clock);
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
        hubs = new Hubs(
                books.deliveries(), books.receipts(), books.devices(), lists, signatory, journal, commits, clock);
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
                hubDeliveries,
                books.devices(),
                revocations,
                probing,
                signatory,
                journal,
                commits,
                clock);
        withdrawals = new Withdrawals(books.issuers(), books.devices(), lists, signatory, journal, commits, clock);
        intermediates = new Intermediates(
                books.issuers(), books.devices(), lists, signatory, authority, journal, commits, clock);
        issuerMaker = new IssuerMaker(books, authority, journal, clock, random);
        keyProfiles = new KeyProfiles(books.zoneRules(), books.devices(), signatory, journal, commits, clock);
        var parallelSigner = new ParallelSigner(facts.id(), random);
        parallelRoots = new ParallelRoots(books.parallel(), parallelSigner, signatory, journal, commits, clock);
        adoptions = new Adoptions(books.adoptions(), books.issuers(), lists, signatory, journal, commits, clock);
        zoneAdoption = new ZoneAdoption(issuerMaker, lists, signatory, commits);
        reissues = new Reissues(books.issuers(), issuerMaker, lists, signatory, commits);
        rootPlaces = new RootPlaces(books, signatory, journal, commits, clock, random);
        forgetting = new Forgetting(books.devices(), signatory, journal, commits, clock);
        unlocking = new Unlocking(store.slots(), books.slotNotes(), signatory, journal, commits, clock);
        rootWays = new RootWays(books.keys(), books.rollovers(), rootTries, journal, commits);
        newVaultKey = new NewVaultKey(store, books, unlocking, signatory, watch, journal, random);
        makerTrust = new MakerTrust(books.trust(), signatory, journal, commits, clock);
        ceremonies = new Ceremonies(facts.name(), facts.id(), books.ceremonies(), signatory, journal, commits, clock);
        recoverySheets = new RecoverySheets(
                facts, books, store.slots(), unlocking, signatory, rootTries, journal, commits, clock, random);
        rootRollover = new RootRollover(
                books, authority, signatory, lists, recoverySheets, rootTries, journal, commits, clock, random);
        waitingDevices = new WaitingDevices(books, journal, commits);
        housePacking = new HousePacking(facts, books, signatory, watch, journal, commits, clock, random);
        houseEnding = new HouseEnding(books, signatory, lists, withdrawals, journal, commits, clock);
    }

    private List<Prober.Hub> probingHubs() {
        return books.receipts().probeKeys().stream()
                .map(known -> new Prober.Hub(known.hub().text(), known.key()))
                .toList();
    }
}
