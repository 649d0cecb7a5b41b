package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hearthkey.core.adopt.Adoptions;
import org.hearthkey.core.approve.Alarms;
import org.hearthkey.core.approve.Approvals;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.ceremony.Ceremonies;
import org.hearthkey.core.deliver.Deliveries;
import org.hearthkey.core.deliver.Forecasts;
import org.hearthkey.core.deliver.HubDeliveries;
import org.hearthkey.core.deliver.HubPrograms;
import org.hearthkey.core.deliver.HubRegister;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.deliver.Hubs;
import org.hearthkey.core.deliver.Isolation;
import org.hearthkey.core.deliver.Probing;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.intermediate.Intermediates;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.retire.Retirements;
import org.hearthkey.core.revoke.Canaries;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.revoke.Withdrawals;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Anchors;
import org.hearthkey.core.witness.Watch;

/// An open home. All of it lives on one thread; closing it forgets its keys.
public final class Home implements AutoCloseable {
    private final Joinery parts;

    Home(Store store, Path file, InstantSource clock, SecureRandom random, Anchors anchors, Attempts attempts) {
        parts = new Joinery(store, file, clock, random, anchors, attempts);
    }

    Beginning beginning() {
        return new Beginning(parts.books, parts.commits, parts.journal, parts.watch, parts.unlocking, parts.random);
    }

    public HomeFacts facts() {
        return parts.facts;
    }

    /// Where the root key lies.
    public RootPlaces rootPlaces() {
        return parts.rootPlaces;
    }

    public DeviceBook devices() {
        return parts.books.devices();
    }

    public IssuerBook issuers() {
        return parts.books.issuers();
    }

    public Approvals approvals() {
        return parts.approvals;
    }

    /// Attempts to pass for another device.
    public Alarms alarms() {
        return parts.alarms;
    }

    /// The codes from the boxes of devices.
    public SetupCodes setupCodes() {
        return parts.setupCodes;
    }

    /// What the zones ask of devices that join, and when they may.
    public ZoneRulings zoneRulings() {
        return parts.zoneRulings;
    }

    /// Which devices were seen to use their credential.
    public Sightings sightings() {
        return parts.sightings;
    }

    public Revocations revocations() {
        return parts.revocations;
    }

    public Lists lists() {
        return parts.lists;
    }

    /// What the listeners of the zones are tried with.
    public Canaries canaries() {
        return parts.lists.canaries();
    }

    /// The key for what this home itself tries the listener of a zone with. Whoever opens it closes it.
    ///
    /// @throws IllegalArgumentException if there is nothing to try it with yet
    public SoftwareKey prober(ZoneName zone) {
        return parts.signatory.keys().openProber(zone);
    }

    public Timeline timeline() {
        return new Timeline(parts.books.devices(), parts.books.issuers(), parts.lists, parts.keyProfiles);
    }

    /// What handing the lists out would do.
    public Forecasts forecasts() {
        return parts.forecasts;
    }

    /// Devices that leave for good.
    public Retirements retirements() {
        return parts.retirements;
    }

    public Deliveries deliveries() {
        return parts.deliveries;
    }

    public Hubs hubs() {
        return parts.hubs;
    }

    /// The hubs to which this home delivers.
    public HubRegister hubRegister() {
        return parts.hubRegister;
    }

    /// Deliveries to those hubs.
    public HubDeliveries hubDeliveries() {
        return parts.hubDeliveries;
    }

    /// The program that hubs run, for sticks.
    public HubPrograms hubPrograms() {
        return new HubPrograms(parts.deliveries);
    }

    /// What hubs say of what they took.
    public Receipts receipts() {
        return parts.receipts;
    }

    /// How far the newest lists have come, at every hub.
    public HubStates hubStates() {
        return parts.hubStates;
    }

    /// The listeners of hubs, and what became of trying them.
    public Probing probing() {
        return parts.probing;
    }

    /// Cuts devices off.
    public Isolation isolation() {
        return parts.isolation;
    }

    /// Takes issuers of zones back.
    public Withdrawals withdrawals() {
        return parts.withdrawals;
    }

    /// New issuers for zones whose issuer was taken back.
    public Reissues reissues() {
        return parts.reissues;
    }

    /// The issuers of other programs that the root certifies.
    public Intermediates intermediates() {
        return parts.intermediates;
    }

    /// The kinds of key that devices may have.
    public KeyProfiles keyProfiles() {
        return parts.keyProfiles;
    }

    /// An experiment with signatures that no quantum computer forges.
    public ParallelRoots parallelRoots() {
        return parts.parallelRoots;
    }

    /// What this home took over from other programs.
    public Adoptions adoptions() {
        return parts.adoptions;
    }

    /// Makes zones of issuers that other programs made.
    public ZoneAdoption zoneAdoption() {
        return parts.zoneAdoption;
    }

    public Journal journal() {
        return parts.journal;
    }

    /// Signed checkpoints of the journal, and proofs of what is in it.
    public Checkpoints checkpoints() {
        return parts.checkpoints;
    }

    /// How this home stands to its witnesses, and what keeps it from signing.
    public Watch watch() {
        return parts.watch;
    }

    /// The way on where the newer file is gone.
    public Losses losses() {
        return new Losses(parts.watch, parts.checkpoints, parts.signatory, parts.journal, parts.commits);
    }

    public Forgetting forgetting() {
        return parts.forgetting;
    }

    /// The ways to unlock this home.
    public Unlocking unlocking() {
        return parts.unlocking;
    }

    /// The ways to the root key.
    public RootWays rootWays() {
        return parts.rootWays;
    }

    /// A new vault key for this home.
    public NewVaultKey newVaultKey() {
        return parts.newVaultKey;
    }

    /// The makers whom the owner trusts to vouch for devices.
    public MakerTrust makerTrust() {
        return parts.makerTrust;
    }

    /// Changing the root of this home.
    public RootRollover rootRollover() {
        return parts.rootRollover;
    }

    /// The sheets that bring this home back.
    public RecoverySheets recoverySheets() {
        return parts.recoverySheets;
    }

    /// The devices that came with the house and wait to be set up again.
    public WaitingDevices waitingDevices() {
        return parts.waitingDevices;
    }

    /// Hands the house over: the package for its buyer.
    public HousePacking housePacking() {
        return parts.housePacking;
    }

    /// Ends this home once the buyer has opened the package.
    public HouseEnding houseEnding() {
        return parts.houseEnding;
    }

    /// What is done with the root before witnesses.
    public Ceremonies ceremonies() {
        return parts.ceremonies;
    }

    /// Adds a zone with its own issuer and its first list. The root signs it.
    ///
    /// @throws IllegalArgumentException if there is such a zone
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Zone addZone(ZoneName name, RootSecret rootSecret) throws RefusedException, IOException {
        try (var rootKey = parts.signatory.openRoot(rootSecret)) {
            return parts.commits.commit(() -> {
                var zone = parts.issuerMaker.makeZone(name, rootKey);
                parts.lists.sign(zone.issuer().role());
                return zone;
            });
        }
    }

    /// What the file holds, and that it holds together: everything was checked when it was opened.
    public Soundness soundness() {
        return new Soundness(parts.store.head().commit(), parts.store.facts().rows());
    }

    /// Writes a copy of the home's file, which was opened and compared before it got its name.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name, which is left alone
    /// @throws IOException if the other place fails or is full; then nothing is left there
    public void backup(Path target) throws IOException {
        parts.store.backup(target, parts.random);
    }

    /// Where the home's file lies.
    public Path file() {
        return parts.file;
    }

    /// Closes the file and forgets every key. Closing twice does nothing.
    @Override
    public void close() {
        parts.store.close();
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
