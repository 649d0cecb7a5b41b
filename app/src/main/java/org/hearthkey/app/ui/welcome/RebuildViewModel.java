package org.hearthkey.app.ui.welcome;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hearthkey.app.ui.recovery.SheetIntake;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.deliver.ShownBundle;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.home.Remains;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// A home whose file is gone: its sheets and its sealed core come in, and it is made anew. Until the last step nothing is
/// signed and nothing is written.
public final class RebuildViewModel {
    /// What came in so far.
    ///
    /// @param codes how many codes the core has; 0 if none was read
    /// @param missingCodes the numbers of those that were not read
    /// @param sheets how many sheets were read
    /// @param missingSheets how many more it takes, at the least
    public record Brought(
            Optional<SealedCore> core, int codes, List<Integer> missingCodes, int sheets, int missingSheets) {
        static final Brought NOTHING = new Brought(Optional.empty(), 0, List.of(), 0, 1);

        public Brought {
            missingCodes = List.copyOf(missingCodes);
        }
    }

    /// A stick that tells something of the home.
    ///
    /// @param bundle nothing if only a checkpoint lies there
    public record Witness(Path stick, Optional<ShownBundle> bundle) {}

    private final Homes homes;
    private final Background background;
    private final Entrance entrance;
    private final SecureRandom random;
    private final Path folder;
    private final SheetIntake intake;
    private final NewPassphrases passphrases;
    private final ReadOnlyObjectWrapper<RebuildState> state = new ReadOnlyObjectWrapper<>(new RebuildState.Asking());
    private final ReadOnlyObjectWrapper<Brought> brought = new ReadOnlyObjectWrapper<>(Brought.NOTHING);
    private final ReadOnlyObjectWrapper<Path> file;
    private final ObservableList<Witness> witnesses = FXCollections.observableArrayList();
    private Optional<Remains> remains = Optional.empty();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// @param homes asked on the home's thread when the home is made
    /// @param folder where the home's new file goes, unless the owner chooses another place
    public RebuildViewModel(Homes homes, Background background, Entrance entrance, SecureRandom random, Path folder) {
        this.homes = homes;
        this.background = background;
        this.entrance = entrance;
        this.random = random;
        this.folder = folder;
        file = new ReadOnlyObjectWrapper<>(folder);
        intake = new SheetIntake(background, this::taken);
        passphrases = new NewPassphrases(background, random);
    }

    public ReadOnlyObjectProperty<RebuildState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SheetIntake intake() {
        return intake;
    }

    public ReadOnlyObjectProperty<Brought> broughtProperty() {
        return brought.getReadOnlyProperty();
    }

    NewPassphrases passphrases() {
        return passphrases;
    }

    /// What is left of the home, from the second step on.
    ///
    /// @throws IllegalStateException before
    public Remains remains() {
        return remains.orElseThrow(() -> new IllegalStateException("The core was not opened yet"));
    }

    /// Where the home's new file will be.
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public void chooseFile(Path chosen) {
        file.set(chosen);
    }

    /// The sticks that were shown and tell something.
    public ObservableList<Witness> witnesses() {
        return witnesses;
    }

    private void taken() {
        if (state.get().step() != RebuildState.Step.SHEETS) {
            return;
        }
        var core = intake.core();
        var shares = intake.shares();
        brought.set(new Brought(
                core, intake.codes().count(), intake.codes().missing(), shares.size(), Shares.missing(shares)));
        if (core.isPresent() && core.get().rootKey().isEmpty()) {
            beginAgain(new RebuildState.RootOnToken(core.get().name()));
            return;
        }
        var other = core.flatMap(read -> ofAnotherSet(read, shares));
        if (other.isPresent()) {
            beginAgain(other.get());
            return;
        }
        state.set(new RebuildState.Trying());
        background.run(
                () -> tried(core, shares),
                suggested -> suggested.ifPresentOrElse(
                        place -> known(core.orElseThrow(), place), () -> asking(new RebuildState.Asking())),
                this::notTried);
    }

    private static Optional<RebuildState> ofAnotherSet(SealedCore core, List<Share> shares) {
        return shares.stream()
                .map(share -> share.set().identifier())
                .filter(identifier -> identifier != core.setIdentifier())
                .findFirst()
                .map(identifier -> new RebuildState.OtherSet(identifier, core));
    }

    /// Where the new file could go, if the sheets open the core; nothing without a core.
    private Optional<Path> tried(Optional<SealedCore> core, List<Share> shares)
            throws ShareException, RefusedException {
        try (var secret = Shares.join(shares)) {
            if (core.isEmpty()) {
                return Optional.empty();
            }
            core.get().prove(new LockSecret.Recovered(secret), random);
            return Optional.of(SuggestedFile.unused(folder, core.get().name().text()));
        }
    }

    private void known(SealedCore core, Path place) {
        if (state.get().step() != RebuildState.Step.SHEETS) {
            return;
        }
        remains = Optional.of(Remains.of(core));
        file.set(place);
        state.set(new RebuildState.Planning());
    }

    private void asking(RebuildState next) {
        if (state.get().step() == RebuildState.Step.SHEETS) {
            state.set(next);
        }
    }

    private void beginAgain(RebuildState why) {
        intake.clear();
        brought.set(Brought.NOTHING);
        asking(why);
    }

    private void notTried(Exception cause) {
        switch (cause) {
            case ShareException flawed when flawed.flaw() == ShareFlaw.TOO_FEW -> asking(new RebuildState.Asking());
            case ShareException flawed -> beginAgain(new RebuildState.Flawed(flawed));
            case RefusedException refused
            when refused.refusal() == Refusal.WRONG_SECRET -> beginAgain(new RebuildState.Foreign());
            default -> beginAgain(new RebuildState.Failed(RebuildState.Step.SHEETS, cause));
        }
    }

    /// Looks at a stick that may have a bundle of the home.
    public void show(Path stick) {
        if (isBusy() || witnesses.stream().anyMatch(shown -> shown.stick().equals(stick))) {
            return;
        }
        var before = remains();
        state.set(new RebuildState.Looking());
        background.run(
                () -> before.with(stick),
                found -> {
                    state.set(found.isPresent() ? new RebuildState.Planning() : new RebuildState.NoWitness(stick));
                    found.ifPresent(more -> add(stick, before, more));
                },
                cause -> state.set(new RebuildState.Failed(RebuildState.Step.PLAN, cause)));
    }

    private void add(Path stick, Remains before, Remains more) {
        remains = Optional.of(more);
        witnesses.add(new Witness(
                stick, more.bundles().stream().skip(before.bundles().size()).findFirst()));
    }

    private boolean isBusy() {
        return state.get() instanceof RebuildState.Making
                || state.get() instanceof RebuildState.Looking
                || state.get() instanceof RebuildState.Trying;
    }

    /// From what comes back to the passphrases, and from there to the home.
    public void next() {
        if (isBusy()) {
            return;
        }
        switch (state.get().step()) {
            case SHEETS -> {}
            case PLAN -> {
                passphrases.mayNotHold(names());
                state.set(new RebuildState.Choosing());
            }
            case PASSPHRASES -> {
                if (passphrases.blockerProperty().get().isEmpty()) {
                    make();
                }
            }
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        names.add(remains().core().name().text());
        remains().zones().forEach(zone -> names.add(zone.text()));
        names.add(String.valueOf(file.get().getFileName()));
        return names;
    }

    private void make() {
        cancelled.set(false);
        var left = remains();
        var place = file.get();
        var shares = intake.shares();
        var passphrase = passphrases.home().take();
        var rootPassphrase = passphrases.root().take();
        state.set(new RebuildState.Making(CreationStep.STRETCHING_PASSPHRASES));
        background.run(
                () -> {
                    try (passphrase;
                            rootPassphrase) {
                        return made(place, left, shares, passphrase, rootPassphrase);
                    }
                },
                home -> {
                    wipe();
                    entrance.enter(home, place, Optional.empty());
                },
                cause -> state.set(
                        cause instanceof CancellationException
                                ? new RebuildState.Choosing()
                                : new RebuildState.Failed(RebuildState.Step.PASSPHRASES, cause)));
    }

    private Home made(Path place, Remains left, List<Share> shares, Passphrase passphrase, Passphrase rootPassphrase)
            throws ShareException, RefusedException, IOException {
        try (var secret = Shares.join(shares)) {
            var root = new NewRoot.InFile(List.of(homes.lockFor(rootPassphrase)));
            return homes.rebuild(
                    place, left, new LockSecret.Recovered(secret), homes.lockFor(passphrase), root, this::report);
        }
    }

    /// On the home's thread. Until the root signs, the owner may change their mind.
    private void report(CreationStep step) {
        if (cancelled.get() && step.compareTo(CreationStep.SIGNING_ZONES) <= 0) {
            throw new CancellationException("The owner stopped before the root signed");
        }
        background.tell(() -> state.set(new RebuildState.Making(step)));
    }

    /// One step back, or out. While the home is being made: stops before the root signs.
    public void back() {
        switch (state.get()) {
            case RebuildState.Making _ -> cancelled.set(true);
            case RebuildState.Choosing _ -> state.set(new RebuildState.Planning());
            case RebuildState.Failed(var step, var _)
            when step == RebuildState.Step.PASSPHRASES -> state.set(new RebuildState.Planning());
            case RebuildState.OfSheets _, RebuildState.OfPlan _, RebuildState.Failed _ -> leave();
        }
    }

    /// Forgets all that came in and was typed; a home that is being made is finished first, and entered.
    public void nobodyIsHere() {
        if (!(state.get() instanceof RebuildState.Making)) {
            leave();
        }
    }

    private void leave() {
        wipe();
        entrance.welcome();
    }

    /// Forgets all that came in and was typed.
    public void wipe() {
        intake.close();
        passphrases.wipe();
    }
}
