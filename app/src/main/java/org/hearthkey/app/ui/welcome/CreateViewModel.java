package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackedZone;
import org.hearthkey.core.seal.LockSecret;

/// What the wizard knows while a home is being made. Until the last step nothing is signed and nothing is written.
public final class CreateViewModel {
    private static final List<ZoneName> FIRST_ZONES = zones("doors", "cameras", "lighting", "climate");
    private static final List<ZoneName> SUGGESTED =
            zones("doors", "cameras", "lighting", "climate", "appliances", "media", "garden", "energy", "guests");

    private final Homes homes;
    private final Background background;
    private final Entrance entrance;
    private final ReadOnlyObjectWrapper<CreateState> state =
            new ReadOnlyObjectWrapper<>(new CreateState.Deciding(CreateStep.NAME));
    private final StringProperty name = new SimpleStringProperty("");
    private final Path folder;
    private final Rehearsed rehearsed;
    private final Optional<HouseContents> house;
    private final Optional<ActDue> due;
    private final BooleanProperty without = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Path>> chosenFile = new SimpleObjectProperty<>(Optional.empty());
    private final NewPassphrase home;
    private final NewPassphrase root;
    private final ObservableList<ZoneName> zones = FXCollections.observableArrayList(FIRST_ZONES);
    private final ObjectBinding<Optional<CreateBlocker>> blocker;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// @param homes asked on the home's thread when the home is made: measuring what a passphrase should cost takes a second
    /// @param folder where the home's file goes, unless the owner chooses another place
    /// @param rehearsed whether somebody has brought a home back in a rehearsal, or this is one
    public CreateViewModel(
            Homes homes,
            Background background,
            Entrance entrance,
            SecureRandom random,
            Path folder,
            Rehearsed rehearsed,
            Occasion occasion) {
        house = occasion instanceof Occasion.Bought(var came) ? Optional.of(came) : Optional.empty();
        due = occasion instanceof Occasion.InCeremony(var step) ? Optional.of(step) : Optional.empty();
        this.rehearsed = rehearsed;
        this.homes = homes;
        this.background = background;
        this.entrance = entrance;
        this.folder = folder;
        home = new NewPassphrase(background, random);
        root = new NewPassphrase(background, random);
        root.unlike(home.typed());
        name.subscribe(text -> {
            home.mayNotHold(List.of(text));
            root.mayNotHold(List.of(text));
        });
        house.ifPresent(came -> {
            name.set(came.facts().name().text());
            zones.setAll(came.facts().zones().stream().map(PackedZone::name).toList());
        });
        blocker = Bindings.createObjectBinding(
                this::lacking, state, name, without, home.lackProperty(), root.lackProperty(), zones);
    }

    public ReadOnlyObjectProperty<CreateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the home is made from the package of a house.
    public boolean isOfBuyer() {
        return house.isPresent();
    }

    /// Whether the home is made in a ceremony.
    public boolean isInCeremony() {
        return due.isPresent();
    }

    /// Whether it could be.
    public boolean mayBeCeremony() {
        return due.isEmpty() && house.isEmpty();
    }

    /// To the script by which a home is made before a witness.
    public void holdCeremony() {
        wipe();
        var script = ShippedScripts.script(isRehearsal() ? ShippedScripts.REHEARSAL : ShippedScripts.CREATE_HOME);
        entrance.hold(OutsideCeremony.of(script, Optional.empty()));
    }

    /// Whether the owner is advised to rehearse first. A ceremony has asked that before its first step.
    public boolean asksForRehearsal() {
        return rehearsed == Rehearsed.NO && house.isEmpty() && due.isEmpty();
    }

    /// Whether this home is thrown away afterwards, with the folder that it lies in.
    public boolean isRehearsal() {
        return rehearsed == Rehearsed.IS_REHEARSAL;
    }

    /// The owner's word that it goes without a rehearsal.
    public BooleanProperty withoutProperty() {
        return without;
    }

    /// To a rehearsal first.
    public void rehearse() {
        wipe();
        entrance.rehearse();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// Where the home's file will be.
    public ObjectBinding<Path> fileProperty() {
        return Bindings.createObjectBinding(this::file, name, chosenFile);
    }

    public void chooseFile(Path file) {
        chosenFile.set(Optional.of(file));
    }

    public NewPassphrase home() {
        return home;
    }

    public NewPassphrase root() {
        return root;
    }

    /// The zones the home will have, in their order.
    public ObservableList<ZoneName> zones() {
        return zones;
    }

    /// Zones many homes have, less those already chosen.
    public List<ZoneName> suggestions() {
        return SUGGESTED.stream().filter(zone -> !zones.contains(zone)).toList();
    }

    /// Adds a zone somebody typed.
    ///
    /// @return whether it is a name for a zone, and a new one
    public boolean addZone(String typed) {
        var zone = ZoneName.parse(typed.strip().replace(' ', '-')).filter(named -> !zones.contains(named));
        zone.ifPresent(zones::add);
        return zone.isPresent();
    }

    public void removeZone(ZoneName zone) {
        zones.remove(zone);
    }

    /// Why one cannot go on from here; nothing when one can.
    public ObjectBinding<Optional<CreateBlocker>> blockerProperty() {
        return blocker;
    }

    /// One step on; after the zones the home is made, and after that its recovery sheets.
    public void next() {
        if (blocker.get().isPresent()) {
            return;
        }
        switch (state.get()) {
            case CreateState.Deciding(var step) when step == CreateStep.ZONES -> make();
            case CreateState.Deciding(var step) -> state.set(new CreateState.Deciding(step.next()));
            case CreateState.Failed _ -> make();
            case CreateState.Made(var made, var _, var _)
            when isInCeremony() -> {
                wipe();
                entrance.enterInCeremony(made, file(), Optional.empty());
            }
            case CreateState.Made made -> makeSheets(made);
            case CreateState.Making _, CreateState.MakingSheets _ -> {}
        }
    }

    /// One step back, or out; from a home that is made, into it without recovery sheets. While the home is being made: stops before the root signs.
    public void back() {
        switch (state.get()) {
            case CreateState.Deciding(var step) when step == CreateStep.NAME -> leave();
            case CreateState.Deciding(var step) -> state.set(new CreateState.Deciding(step.back()));
            case CreateState.Failed _ -> state.set(new CreateState.Deciding(CreateStep.ZONES));
            case CreateState.Making _ -> cancelled.set(true);
            case CreateState.Made(var made, var _, var _) -> enter(made);
            case CreateState.MakingSheets _ -> {}
        }
    }

    /// Overwrites what was typed, so that the passphrases are chosen again. A home that was just made is entered, to be
    /// locked like any other; one that is being made is finished first.
    public void nobodyIsHere() {
        switch (state.get()) {
            case CreateState.Deciding(var step) when step == CreateStep.NAME -> wipe();
            case CreateState.Deciding _, CreateState.Failed _ when house.isPresent() -> leave();
            case CreateState.Deciding _, CreateState.Failed _ -> {
                wipe();
                state.set(new CreateState.Deciding(CreateStep.PASSPHRASES));
            }
            case CreateState.Made(var made, var _, var _) -> enter(made);
            case CreateState.Making _, CreateState.MakingSheets _ -> {}
        }
    }

    private void enter(Home made) {
        wipe();
        entrance.enter(made, file(), Optional.empty());
    }

    /// Both passphrases are still at hand, so nobody types them twice.
    private void makeSheets(CreateState.Made made) {
        var passphrase = home.take();
        var rootPassphrase = root.take();
        state.set(new CreateState.MakingSheets(made));
        background.run(
                () -> {
                    try (passphrase;
                            rootPassphrase) {
                        return made.home()
                                .recoverySheets()
                                .draft(
                                        SharePlan.TWO_OF_THREE,
                                        new LockSecret.Remembered(passphrase),
                                        RootSecret.of(rootPassphrase));
                    }
                },
                sheets -> {
                    wipe();
                    entrance.enterWithSheets(made.home(), file(), sheets);
                },
                cause -> state.set(new CreateState.Made(made.home(), made.root(), Optional.of(cause))));
    }

    private void leave() {
        wipe();
        due.ifPresentOrElse(
                step -> entrance.hold(
                        new OutsideCeremony(step.ceremony().script(), Optional.empty(), Optional.of(step.ceremony()))),
                entrance::welcome);
    }

    /// Overwrites what was typed, and what came out of a package.
    public void wipe() {
        home.wipe();
        root.wipe();
        if (!(state.get() instanceof CreateState.Making)) {
            house.ifPresent(HouseContents::close);
        }
    }

    private void make() {
        cancelled.set(false);
        var wanted = new NewHome(HomeName.parse(name.get()).orElseThrow(), zones)
                .with(rehearsed == Rehearsed.NO ? Rehearsed.OVERRULED : rehearsed);
        var plan = due.map(step -> wanted.in(step.withAct())).orElse(wanted);
        var file = file();
        var passphrase = home.take();
        var rootPassphrase = root.take();
        state.set(new CreateState.Making(CreationStep.STRETCHING_PASSPHRASES));
        background.run(
                () -> {
                    try (passphrase;
                            rootPassphrase) {
                        var newRoot = new NewRoot.InFile(List.of(homes.lockFor(rootPassphrase)));
                        var slot = homes.lockFor(passphrase);
                        return made(
                                house.isPresent()
                                        ? homes.receive(file, house.get(), plan, slot, newRoot, this::report)
                                        : homes.create(file, plan, slot, newRoot, this::report));
                    }
                },
                state::set,
                cause -> state.set(
                        cause instanceof CancellationException
                                ? new CreateState.Deciding(CreateStep.ZONES)
                                : new CreateState.Failed(cause)));
    }

    private static CreateState.Made made(Home home) {
        return new CreateState.Made(home, home.issuers().root().certificate().fingerprint(), Optional.empty());
    }

    /// On the home's thread. Until the root signs, the owner may change his mind.
    private void report(CreationStep step) {
        if (cancelled.get() && step.compareTo(CreationStep.SIGNING_ROOT) <= 0) {
            throw new CancellationException("The owner stopped before the root signed");
        }
        background.tell(() -> state.set(new CreateState.Making(step)));
    }

    private Path file() {
        return chosenFile.get().orElseGet(() -> SuggestedFile.of(folder, name.get()));
    }

    private Optional<CreateBlocker> lacking() {
        return switch (state.get().step()) {
            case NAME -> lackingName();
            case PASSPHRASES ->
                home.lackProperty()
                        .get()
                        .<CreateBlocker>map(CreateBlocker.HomePassphrase::new)
                        .or(() -> root.lackProperty().get().map(CreateBlocker.RootPassphrase::new));
            case ZONES -> zones.isEmpty() ? Optional.of(new CreateBlocker.NoZone()) : Optional.empty();
            case DONE -> Optional.empty();
        };
    }

    private Optional<CreateBlocker> lackingName() {
        if (HomeName.parse(name.get()).isEmpty()) {
            return Optional.of(new CreateBlocker.NoName());
        }
        return asksForRehearsal() && !without.get() ? Optional.of(new CreateBlocker.NotRehearsed()) : Optional.empty();
    }

    private static List<ZoneName> zones(String... names) {
        return Arrays.stream(names).map(ZoneName::new).toList();
    }
}
