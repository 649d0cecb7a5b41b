package org.hearthkey.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.intermediate.IntermediateApplication;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// A home of forty devices as it would be after nine months: renewed, forgotten, revoked, delivered. Made through the same
/// doors as in life, with a clock that runs from March to November 2026.
public final class RealisticHome {
    /// When the tests look at it.
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    public static final String PASSPHRASE = "orchard bicycle thunder seven";
    public static final String ROOT_PASSPHRASE = "harvest window cobalt eleven";

    private static final String READING_LAMP = "MT:M5L90MP500K64J00000";
    private static final String SHELF_LAMP = "MT:YNJV7VSC00CMVH7SR00";
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
    private static final int RENEWED_EVERY_DAYS = 75;

    /// Name, zone, type, room, owner, days since its last certificate, days that one lasts, certificates before.
    private static final String DEVICES = """
        Front door lock|doors|Lock|Hall|Both|14|90|2
        Back door lock|doors|Lock|Kitchen|Both|14|90|2
        Side door keypad|doors|Keypad|Utility room|Both|48|90|1
        Garage door opener|doors|Garage door|Garage|Both|29|90|1
        Garden gate|doors|Gate|Garden|Ida|29|90|1
        Alarm panel|doors|Alarm|Hall|Both|120|397|0
        Garage camera|cameras|Camera|Garage|Both|87|90|2
        Doorbell|cameras|Doorbell|Front door|Both|23|90|2
        Driveway camera|cameras|Camera|Driveway|Both|23|90|2
        Garden camera|cameras|Camera|Garden|Ida|20|90|1
        Nursery camera|cameras|Camera|Nursery|Ida|20|90|1
        Porch camera|cameras|Camera|Front door|Both|23|90|1
        Stairs camera|cameras|Camera|Stairs|Both|20|90|1
        Attic lamp|lights|Lamp|Attic|Both|100|180|0
        Bath mirror|lights|Lamp|Bathroom|Both|40|180|0
        Bedroom lamp left|lights|Lamp|Bedroom|Ida|61|180|0
        Bedroom lamp right|lights|Lamp|Bedroom|Jon|61|180|0
        Counter strip|lights|Lamp|Kitchen|Both|5|180|1
        Desk lamp|lights|Lamp|Study|Jon|130|180|0
        Dining table lamp|lights|Lamp|Dining room|Both|61|180|0
        Garden lights|lights|Lamp|Garden|Both|12|180|0
        Hall light|lights|Lamp|Hall|Both|61|180|0
        Kitchen ceiling|lights|Lamp|Kitchen|Both|61|180|0
        Living room lamp|lights|Lamp|Living room|Both|61|180|0
        Nursery night light|lights|Lamp|Nursery|Ida|70|180|0
        Porch light|lights|Lamp|Front door|Both|90|180|0
        Stairs light|lights|Lamp|Stairs|Both|183|180|0
        Bathroom fan|comfort|Fan|Bathroom|Both|30|90|1
        Bedroom radiator|comfort|Heating|Bedroom|Both|9|90|2
        Coffee machine|comfort|Appliance|Kitchen|Jon|38|90|1
        Dishwasher|comfort|Appliance|Kitchen|Both|38|90|1
        Hall thermostat|comfort|Thermostat|Hall|Both|9|90|2
        Kitchen speaker|comfort|Speaker|Kitchen|Both|50|90|0
        Living room blinds|comfort|Blinds|Living room|Both|64|90|0
        Living room speaker|comfort|Speaker|Living room|Jon|50|90|0
        Study radiator|comfort|Heating|Study|Jon|9|90|1
        Television|comfort|Television|Living room|Both|50|397|0
        Vacuum|comfort|Vacuum|Hall|Both|33|90|0
        Washing machine|comfort|Appliance|Utility room|Both|2|90|0
        Water valve|comfort|Valve|Cellar|Both|45|180|0
        """;

    private final Path drive;
    private final Home home;
    private final Clock clock;
    private final DeviceRequests requests;

    private RealisticHome(Path drive, Home home, Clock clock, DeviceRequests requests) {
        this.drive = drive;
        this.home = home;
        this.clock = clock;
        this.requests = requests;
    }

    /// Makes the home in a new file, and stops the clock at [#NOW].
    public static RealisticHome in(Path folder) throws IOException {
        var made = empty(folder);
        made.live(List.of());
        return made;
    }

    /// The same home with two lamps that are paired by their codes, devices that nobody has seen yet, and an alarm.
    public static RealisticHome withNewcomers(Path folder) throws IOException {
        var made = empty(folder);
        made.live(made.newcomers());
        return made;
    }

    /// A home with two lamps that are paired by their codes, and nothing else.
    public static RealisticHome withLamps(Path folder) throws IOException {
        var made = empty(folder);
        made.pair("Reading lamp", READING_LAMP);
        made.pair("Shelf lamp", SHELF_LAMP);
        return made;
    }

    /// A home with its zones and without a device, at [#NOW].
    public static RealisticHome empty(Path folder) throws IOException {
        var drive = Files.createDirectory(folder.resolve("HEARTH-1"));
        var clock = new Clock(BEGINNING);
        var random = seeded();
        var plan = new NewHome(
                new HomeName("Maple House"),
                List.of("doors", "cameras", "lights", "comfort").stream()
                        .map(ZoneName::new)
                        .toList());
        try (var passphrase = new Passphrase(PASSPHRASE.toCharArray());
                var rootPassphrase = new Passphrase(ROOT_PASSPHRASE.toCharArray())) {
            var homes = new Homes(clock, random, () -> Argon2Cost.MINIMUM);
            var home = homes.create(
                    folder.resolve("Maple House.hearth"),
                    plan,
                    homes.lockFor(passphrase),
                    new NewRoot.InFile(List.of(homes.lockFor(rootPassphrase))),
                    _ -> {});
            clock.now = NOW;
            return new RealisticHome(drive, home, clock, new DeviceRequests(random));
        }
    }

    public Home home() {
        return home;
    }

    /// The clock that the home goes by.
    public InstantSource clock() {
        return clock;
    }

    public void turnClockTo(Instant now) {
        clock.now = now;
    }

    /// The folder that bundles are written to.
    public Path drive() {
        return drive;
    }

    public DeviceRequests requests() {
        return requests;
    }

    public Device device(String name) {
        return home.devices().find(new DeviceName(name)).orElseThrow();
    }

    /// Approves a device of its own key, now. The hub sees it at once.
    public Device approve(String name, String zone, Particulars particulars, int days) {
        var application = Application.of(new DeviceName(name), new ZoneName(zone))
                .request(requests.of(name))
                .particulars(particulars)
                .lasting(days);
        home.approvals().issue(new Approval(home.approvals().review(application)));
        return home.sightings().saw(device(name), Sighting.Source.HUB_LOG);
    }

    /// Approves a device whose key is RSA 2048, now.
    public Device approveRsa2048(String name, String zone) {
        var application = Application.of(new DeviceName(name), new ZoneName(zone))
                .request(DeviceRequests.ofRsa2048(name))
                .lasting(90);
        home.approvals().issue(new Approval(home.approvals().review(application)));
        return device(name);
    }

    private void renew(String name, int days) {
        var device = device(name);
        var review = home.approvals().reviewRenewal(device, requests.of(name), days);
        home.approvals().renew(device, new Approval(review));
    }

    /// Makes recovery sheets and reads them back, and answers the words of each.
    public List<char[]> makeSheets() {
        try (var present = new Passphrase(PASSPHRASE.toCharArray());
                var root = new Passphrase(ROOT_PASSPHRASE.toCharArray());
                var draft = home.recoverySheets()
                        .draft(SharePlan.TWO_OF_THREE, new LockSecret.Remembered(present), RootSecret.of(root))) {
            var words = draft.shares().stream().map(RealisticHome::words).toList();
            draft.shares().forEach(draft::readBack);
            home.recoverySheets().keep(draft);
            return words;
        } catch (IOException | RefusedException | ShareException e) {
            throw new AssertionError(e);
        }
    }

    /// Certifies the issuer of another program.
    public void certifyOther(String name) {
        try (var root = new Passphrase(ROOT_PASSPHRASE.toCharArray())) {
            var asked = new IntermediateApplication(new ZoneName(name), requests.of(name), 2);
            home.intermediates().sign(asked, RootSecret.of(root));
        } catch (RefusedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The same computer with another home, such as that of somebody who took a house over.
    public RealisticHome with(Home other) {
        return new RealisticHome(drive, other, clock, requests);
    }

    /// Ends the home as one does whose buyer never sent a receipt.
    public void handOver(Path house) {
        try (var words = new Passphrase("acre badge cabin dairy eagle fable".toCharArray());
                var root = new Passphrase(ROOT_PASSPHRASE.toCharArray())) {
            var secret = RootSecret.of(root);
            home.housePacking().pack(house, new LockPlan.Remembered(words, Argon2Cost.MINIMUM), secret);
            home.houseEnding().end(Optional.empty(), secret);
            home.houseEnding().close(secret);
        } catch (RefusedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static char[] words(Share share) {
        try (var words = share.words();
                var text = words.text()) {
            return text.use(char[]::clone);
        }
    }

    public void revoke(String name, Reason reason) {
        home.revocations().revoke(new RevocationApproval(home.revocations().review(device(name), reason)));
    }

    private record Act(Instant at, Runnable act) {}

    private List<Act> newcomers() {
        return List.of(
                new Act(at(70, 1), () -> {
                    pair("Reading lamp", READING_LAMP);
                    home.sightings().saw(device("Reading lamp"), Sighting.Source.OWNER);
                }),
                new Act(
                        at(40, 2),
                        () -> home.approvals()
                                .issue(new Approval(home.approvals()
                                        .review(Application.of(new DeviceName("Old tablet"), new ZoneName("comfort"))
                                                .request(requests.of("tablet")))))),
                new Act(at(2, 3), () -> pair("Shelf lamp", SHELF_LAMP)),
                new Act(
                        at(1, 4),
                        () -> home.alarms()
                                .refused(home.approvals()
                                        .review(paired("Another lamp", READING_LAMP)
                                                .keySource(KeySource.DEVICE)
                                                .request(requests.of("copy"))))));
    }

    private void pair(String name, String code) {
        home.approvals().issue(new Approval(home.approvals().review(paired(name, code))));
    }

    private static Application paired(String name, String code) {
        return Application.of(new DeviceName(name), new ZoneName("lights"))
                .label(Reading.of(CodeReader.read(code)).code().orElseThrow())
                .particulars(new Particulars("Lamp", "Ida", "Study"))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence())
                .keptAt("under its foot");
    }

    private void live(List<Act> more) {
        var acts = new ArrayList<Act>(more);
        DEVICES.lines().map(line -> line.split("\\|", -1)).forEach(words -> plan(acts, words));
        for (var at = NOW.minus(Duration.ofDays(250)); at.isBefore(NOW); at = at.plus(Duration.ofDays(30))) {
            acts.add(new Act(at, home.lists()::signDue));
        }
        acts.add(new Act(NOW.minus(Duration.ofDays(10)).plus(Duration.ofMinutes(4)), this::deliver));
        acts.add(new Act(at(3, 16), () -> revoke("Side door keypad", Reason.KEY_COMPROMISE)));
        acts.sort(Comparator.comparing(Act::at));
        for (var act : acts) {
            clock.now = act.at();
            act.act().run();
        }
        clock.now = NOW;
    }

    private void deliver() {
        try {
            home.deliveries().export(drive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plan(List<Act> acts, String[] words) {
        int daysAgo = Integer.parseInt(words[5]);
        int days = Integer.parseInt(words[6]);
        int before = Integer.parseInt(words[7]);
        var particulars = new Particulars(words[2], words[4], words[3]);
        // Each some minutes apart, as if by hand.
        int minute = acts.size() * 7 % 600;
        acts.add(new Act(
                at(daysAgo + before * RENEWED_EVERY_DAYS, 0).plus(Duration.ofMinutes(minute)),
                () -> approve(words[0], words[1], particulars, days)));
        for (int i = before - 1; i >= 0; i--) {
            acts.add(new Act(
                    at(daysAgo + i * RENEWED_EVERY_DAYS, 0).plus(Duration.ofMinutes(minute)),
                    () -> renew(words[0], days)));
        }
    }

    private static Instant at(int daysAgo, int hours) {
        return NOW.minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(hours)).minus(Duration.ofHours(15));
    }

    private static SecureRandom seeded() {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(20261122);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /// A clock that stands until it is turned.
    private static final class Clock implements InstantSource {
        private Instant now;

        Clock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
