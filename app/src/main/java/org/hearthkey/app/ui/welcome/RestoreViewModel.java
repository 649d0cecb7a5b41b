package org.hearthkey.app.ui.welcome;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.CeremonyKeeping;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.app.ui.recovery.SheetIntake;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.home.SlotOutcome;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// A home whose passphrase is lost: its sheets come in, new passphrases are chosen, and it opens.
public final class RestoreViewModel {
    /// What the screen can be in.
    public sealed interface State {
        /// Sheets are wanted.
        ///
        /// @param sheets how many were read
        record Asking(int sheets) implements State {}

        /// The sheets are tried together.
        record Trying() implements State {}

        /// The sheets do not go together. They were forgotten, to begin again.
        record Flawed(ShareException flaw) implements State {}

        /// The home does not open to the sheets. They were forgotten, to begin again.
        record Refused(Refusal refusal) implements State {}

        record MustWait(Duration left) implements State {}

        /// The sheets are right, but do not bring this home's root back.
        record RootOnToken() implements State {}

        /// The sheets are right, but the home keeps another ceremony that broke off.
        record OtherCeremony(String title) implements State {}

        /// The sheets are right, but this step of the ceremony is behind already.
        record DoneBefore() implements State {}

        /// The sheets are right; new passphrases are chosen.
        record Choosing() implements State {}

        /// The new passphrases are set.
        record Setting() implements State {}

        record Failed(Exception cause) implements State {}
    }

    /// What a home says of itself once the sheets have opened it.
    ///
    /// @param broken the ceremony that broke off in it
    private record Found(List<String> names, boolean isRootInFile, Optional<Ceremony> broken) {}

    /// What gives a home its new passphrases.
    private interface Change {
        void make() throws RefusedException, IOException;
    }

    private record Entered(Home home, Optional<WrongTries> tries) {}

    /// Nothing was tried: too much was tried in vain before.
    private static final class MustWaitException extends Exception {
        private static final long serialVersionUID = 1;

        private final Duration left;

        MustWaitException(Duration left) {
            this.left = left;
        }
    }

    private final Path file;
    private final Homes homes;
    private final Background background;
    private final Entrance entrance;
    private final InstantSource clock;
    private final Words words;
    private final Dates dates;
    private final Optional<ActDue> due;
    private final SheetIntake intake;
    private final NewPassphrases passphrases;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking(0));
    private boolean hasLeft;

    /// @param due the act of a ceremony for which the home is recovered
    public RestoreViewModel(
            Path file,
            Homes homes,
            Background background,
            Entrance entrance,
            SecureRandom random,
            InstantSource clock,
            Words words,
            Dates dates,
            Optional<ActDue> due) {
        this.due = due;
        this.file = file;
        this.homes = homes;
        this.background = background;
        this.entrance = entrance;
        this.clock = clock;
        this.words = words;
        this.dates = dates;
        intake = new SheetIntake(background, this::taken);
        passphrases = new NewPassphrases(background, random);
    }

    public Path file() {
        return file;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SheetIntake intake() {
        return intake;
    }

    NewPassphrases passphrases() {
        return passphrases;
    }

    private void taken() {
        state.set(new State.Trying());
        var shares = intake.shares();
        background.run(() -> found(shares), this::known, this::failed);
    }

    /// Opens the home, looks, and closes it again.
    private Found found(List<Share> shares) throws MustWaitException, ShareException, RefusedException, IOException {
        try (var secret = Shares.join(shares);
                var opened = open(new LockSecret.Recovered(secret)).home()) {
            var names = Stream.concat(
                            Stream.of(opened.facts().name().text()),
                            opened.issuers().zones().stream()
                                    .map(zone -> zone.name().text()))
                    .toList();
            return new Found(
                    names,
                    !opened.rootWays().all().isEmpty(),
                    opened.ceremonies().open());
        }
    }

    private Entered open(LockSecret secret) throws MustWaitException, RefusedException, IOException {
        return switch (homes.open(file, secret)) {
            case Unlocked.Open(var opened, var tries) -> new Entered(opened, tries);
            case Unlocked.Wait(var left) -> throw new MustWaitException(left);
            case Unlocked.Refused(var refusal, var where) ->
                throw where.isPresent() ? new RefusedException(refusal, where.get()) : new RefusedException(refusal);
        };
    }

    private void known(Found found) {
        if (!found.isRootInFile()) {
            wipe();
            state.set(new State.RootOnToken());
            return;
        }
        var obstacle = due.flatMap(step -> found.broken().flatMap(broken -> obstacle(step, broken)));
        if (obstacle.isPresent()) {
            wipe();
            state.set(obstacle.get());
            return;
        }
        passphrases.mayNotHold(found.names());
        state.set(new State.Choosing());
    }

    /// Why the home cannot be recovered for this step.
    private static Optional<State> obstacle(ActDue step, Ceremony broken) {
        boolean isSame =
                broken.script().fingerprint().equals(step.ceremony().script().fingerprint());
        if (isSame && broken.done().size() >= step.done().number()) {
            return Optional.of(new State.DoneBefore());
        }
        return broken.id() == step.ceremony().id()
                ? Optional.empty()
                : Optional.of(new State.OtherCeremony(broken.script().title()));
    }

    /// Whether the home is recovered for a ceremony.
    boolean isInCeremony() {
        return due.isPresent();
    }

    /// To the script by which a home is recovered before a witness.
    void holdCeremony() {
        hasLeft = true;
        wipe();
        entrance.hold(OutsideCeremony.of(ShippedScripts.script(ShippedScripts.RECOVER), Optional.of(file)));
    }

    private void failed(Exception cause) {
        switch (cause) {
            case ShareException flawed
            when flawed.flaw() == ShareFlaw.TOO_FEW ->
                state.set(new State.Asking(intake.shares().size()));
            case ShareException flawed -> {
                intake.clear();
                state.set(new State.Flawed(flawed));
            }
            case RefusedException refused -> {
                intake.clear();
                state.set(new State.Refused(refused.refusal()));
            }
            case MustWaitException wait -> state.set(new State.MustWait(wait.left));
            default -> state.set(new State.Failed(cause));
        }
    }

    /// Sets the new passphrases and enters the home.
    public void restore() {
        if (state.get() instanceof State.Setting
                || passphrases.blockerProperty().get().isPresent()) {
            return;
        }
        var passphrase = passphrases.home().take();
        var rootPassphrase = passphrases.root().take();
        var shares = intake.shares();
        state.set(new State.Setting());
        background.run(
                () -> {
                    try (passphrase;
                            rootPassphrase) {
                        return restored(shares, passphrase, rootPassphrase);
                    }
                },
                this::enter,
                this::failed);
    }

    private void enter(Entered entered) {
        if (hasLeft) {
            background.run(
                    () -> {
                        entered.home().close();
                        return file;
                    },
                    _ -> {},
                    _ -> {});
            return;
        }
        wipe();
        if (isInCeremony()) {
            entrance.enterInCeremony(entered.home(), file, entered.tries());
        } else {
            entrance.enter(entered.home(), file, entered.tries());
        }
    }

    private Entered restored(List<Share> shares, Passphrase passphrase, Passphrase rootPassphrase)
            throws MustWaitException, ShareException, RefusedException, IOException {
        try (var joined = Shares.join(shares)) {
            var secret = new LockSecret.Recovered(joined);
            var entered = open(secret);
            boolean done = false;
            try {
                var unlocking = entered.home().unlocking();
                var slot = NewSlot.of(name(unlocking.slots()), homes.lockFor(passphrase));
                var rootLock = homes.lockFor(rootPassphrase);
                keep(entered.home(), () -> {
                    if (unlocking.add(slot, secret, new RootSecret.Opening(secret)) instanceof SlotOutcome.Refused no) {
                        throw new IllegalStateException(no.finding().code());
                    }
                    entered.home().rootWays().change(secret, List.of(rootLock));
                });
                done = true;
                return entered;
            } finally {
                if (!done) {
                    entered.home().close();
                }
            }
        }
    }

    /// Keeps the change, with the step of the ceremony that it belongs to.
    private void keep(Home home, Change change) throws RefusedException, IOException {
        if (due.isEmpty()) {
            change.make();
            return;
        }
        var step = due.get();
        CeremonyKeeping.keep(home, step.ceremony(), () -> {
            change.make();
            return step.done().endedAt(clock.instant());
        });
    }

    /// A name that no other way to unlock has, for whoever recovers a home twice on a day.
    private SlotName name(List<UnlockSlot> slots) {
        var day = dates.day(clock.instant());
        var taken = slots.stream().flatMap(slot -> slot.name().stream()).collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(words.text("restore.slot.name", day)),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> words.text("restore.slot.again", day, i)))
                .map(SlotName::new)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /// Forgets all that came in and goes to another home, to none, or back to the ceremony.
    public void leave() {
        hasLeft = true;
        wipe();
        due.ifPresentOrElse(this::backTo, entrance::welcome);
    }

    /// A ceremony that the home keeps is taken up again once the home is unlocked.
    private void backTo(ActDue step) {
        if (step.ceremony().id() == 0) {
            entrance.hold(
                    new OutsideCeremony(step.ceremony().script(), Optional.of(file), Optional.of(step.ceremony())));
        } else {
            entrance.unlock(file);
        }
    }

    /// Forgets all that came in and was typed.
    public void wipe() {
        intake.close();
        passphrases.wipe();
    }
}
