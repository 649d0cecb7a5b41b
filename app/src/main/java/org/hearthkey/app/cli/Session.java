package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.app.ceremony.PracticeFolder;
import org.hearthkey.app.handover.HandOver;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.handover.SecretFile;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.preference.RememberedHomes;
import org.hearthkey.app.preference.RememberedTries;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.FailureWords;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.ceremony.Air;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.DriveRemover;
import org.hearthkey.core.home.Attempts;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.token.Tokens;

/// What every command works with: the options that all share, and the world around them.
final class Session {
    private final Surroundings around;
    private final GlobalOptions options;
    private final Words words = Words.ofCommands(Locale.ENGLISH);
    private final Answers answers;
    private final Secrets secrets;
    private final Set<String> remarked;

    Session(Surroundings around, GlobalOptions options) {
        this(around, options, new HashSet<>());
    }

    private Session(Surroundings around, GlobalOptions options, Set<String> remarked) {
        this.around = around;
        this.options = options;
        this.remarked = remarked;
        answers = new Answers(around, options);
        secrets = new Secrets(around, options, answers, findings(), words);
    }

    Answers answers() {
        return answers;
    }

    Words words() {
        return words;
    }

    Secrets secrets() {
        return secrets;
    }

    TokenDoor tokens() {
        var tokens =
                options.pkcs11Module.map(module -> new Tokens(List.of(module))).orElseGet(Tokens::ofThisSystem);
        return new TokenDoor(tokens, secrets, around.random());
    }

    Findings findings() {
        return new Findings(FindingWords.in(Locale.ENGLISH), words);
    }

    Dates dates() {
        return new Dates(clock(), ZoneId.systemDefault(), Words.in(Locale.ENGLISH));
    }

    /// This program's version.
    String version() {
        return around.version();
    }

    /// The same session for acts that are part of something larger: what they answer is for people.
    Session within() {
        var inside = answers.areForScripts() ? around.tellingPeople() : around;
        return new Session(inside, options.forPeople(), remarked);
    }

    /// The same for a home that is thrown away, and that nothing is remembered of.
    Session practice(Path folder) {
        var elsewhere = new PreferencesFile(folder.resolve("config").resolve("preferences.properties"));
        var inside = answers.areForScripts() ? around.tellingPeople() : around;
        return new Session(inside.remembering(elsewhere), options.forPeople().about(PracticeFolder.home(folder)));
    }

    /// Whether somebody on this computer has brought a home back in a rehearsal.
    Rehearsed whetherRehearsed() throws IOException {
        return around.preferences().read().rehearsed().isPresent() ? Rehearsed.YES : Rehearsed.NO;
    }

    /// Remembers that somebody has.
    void rehearsed() throws IOException {
        var preferences = around.preferences();
        preferences.write(preferences.read().rehearsedAt(realNow()));
    }

    /// The terminal with somebody at it, if there is one.
    Optional<Terminal> terminal() {
        return around.terminal();
    }

    SecureRandom random() {
        return around.random();
    }

    InstantSource clock() {
        return options.at.map(InstantSource::fixed).orElse(around.clock());
    }

    Instant now() {
        return clock().instant();
    }

    /// The time outside of a rehearsal.
    Instant realNow() {
        return around.clock().instant();
    }

    FailureWords failures() {
        return FailureWords.in(Locale.ENGLISH);
    }

    /// The file that was named, else that of `HEARTHKEY_HOME`.
    Optional<Path> namedHome() throws StoppedException {
        if (options.home.isPresent()) {
            return options.home;
        }
        var named = around.environment().getOrDefault("HEARTHKEY_HOME", "");
        try {
            return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named));
        } catch (InvalidPathException noPath) {
            throw new StoppedException(Exit.MISUSED, words.text("home.variable.wrong"));
        }
    }

    Homes homes() {
        return new Homes(
                clock(),
                around.random(),
                around.cost(),
                RememberedHomes.beside(around.preferences()),
                new Attempts(RememberedTries.beside(around.preferences()), around.clock()));
    }

    /// Opens the home that this command is about, for reading.
    Home open() throws StoppedException, IOException {
        try (var entrance = door().enter(Homes::open)) {
            return entrance.handOver();
        }
    }

    /// Opens the home that this command is about, for a command that signs or changes something there.
    ///
    /// @throws org.hearthkey.core.witness.BlockedException if the house was handed over
    Home openToChange() throws StoppedException, IOException {
        try (var entrance = enterToChange()) {
            return entrance.handOver();
        }
    }

    /// Opens the home that this command is about once more, with what opened it before.
    Home open(LockSecret secret) throws StoppedException, IOException {
        return door().open(secret);
    }

    /// The same, and keeps at hand what opened it.
    Entrance enterToChange() throws StoppedException, IOException {
        return enterToChange(Homes::open);
    }

    /// The same in a way of its own.
    Entrance enterToChange(HomeDoor.Way way) throws StoppedException, IOException {
        return door().enterToChange(way);
    }

    /// What the next command opens when it names no home.
    void remember(Path opened) {
        door().remember(opened);
    }

    private HomeDoor door() {
        return new HomeDoor(this, around, options);
    }

    /// Tells people something that is true for the whole command, the first time.
    void remarkOnce(String told) {
        if (remarked.add(told)) {
            answers.remark(told);
        }
    }

    boolean wasRemarked(String told) {
        return remarked.contains(told);
    }

    /// Tells the owner what somebody tried meanwhile.
    void remark(WrongTries tries) {
        answers.remark(words.text("home.wrong-tries", tries.count(), dates().dayAndTime(tries.last())));
    }

    /// The file that commands are about, if one is named or was opened before and is there.
    Optional<Path> knownHomeFile() throws StoppedException, IOException {
        var named = namedHome();
        return (named.isPresent() ? named : around.preferences().read().lastOpened()).filter(Files::exists);
    }

    DriveFinder drives() {
        return around.drives();
    }

    Air air() {
        return around.air();
    }

    DriveRemover remover() {
        return around.remover();
    }

    Zone zone(Home home, ZoneName name) throws StoppedException {
        return home.issuers()
                .zone(name)
                .orElseThrow(() -> new StoppedException(Exit.REFUSED, words.text("zone.unknown", name)));
    }

    Device device(Home home, DeviceName name) throws StoppedException {
        return home.devices()
                .find(name)
                .orElseThrow(() -> new StoppedException(Exit.REFUSED, words.text("device.unknown", name)));
    }

    Hub hub(Home home, HubName name) throws StoppedException {
        return home.hubRegister()
                .find(name)
                .orElseThrow(() -> new StoppedException(Exit.REFUSED, words.text("hub.unknown", name)));
    }

    /// Reserves the files that go with a certificate.
    ///
    /// @param out where they go; empty if nowhere
    HandOver handOver(DeviceName name, Optional<Path> out, KeySource keySource) throws IOException {
        return new HandOver(name.text(), out.map(this::newFiles), keySource);
    }

    /// Reserves the files that go to a device with its certificate.
    ///
    /// @param out where they go; empty if nowhere
    HandOver handOver(Home home, DeviceName name, Optional<Path> out, KeySource keySource) throws IOException {
        return new HandOver(
                name.text(),
                out.map(this::newFiles),
                keySource,
                home.rootRollover().roots());
    }

    /// Notes that a device got the new root with its files, if it did, and says what to do with it.
    void handed(Home home, Device device, HandOver handOver) {
        if (handOver.hasRoots()) {
            home.rootRollover().handed(device);
            answers.remark(words.text("rollover.roots", device.name().text()));
        }
    }

    NewFiles newFiles(Path folder) {
        return new NewFiles(folder, taken());
    }

    /// One new file for a secret.
    SecretFile secretFile(Path file) throws IOException {
        return new SecretFile(file, taken());
    }

    private NewFiles.Taken taken() {
        return options.replace ? NewFiles.Taken.REPLACED : NewFiles.Taken.REFUSED;
    }

    /// Writes one new file.
    Path write(Path file, byte[] content) throws IOException {
        var folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        var name = String.valueOf(file.getFileName());
        try (var files = newFiles(folder)) {
            files.reserve(name);
            files.write(name, content);
            files.keep();
        }
        return file;
    }

    Progress progress(int steps) {
        return new Progress(around.terminal().map(_ -> around.err()), steps);
    }

    MistakeLog mistakes() {
        return new MistakeLog(around.preferences().path().resolveSibling("mistakes.log"));
    }
}
