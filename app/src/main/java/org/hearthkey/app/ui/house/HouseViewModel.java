package org.hearthkey.app.ui.house;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.handover.LastLists;
import org.hearthkey.app.handover.NewFiles;
import org.hearthkey.app.handover.PackageWords;
import org.hearthkey.app.handover.ReceiptFile;
import org.hearthkey.app.handover.SecretFile;
import org.hearthkey.app.print.HouseSheets;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.HouseEnding.Doubt;
import org.hearthkey.core.home.PackingList;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.Received;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// How far the hand-over of the house has come, for its seller and for its buyer, and the acts that bring it on.
public final class HouseViewModel {
    private final Home home;
    private final HomeContext context;
    private final Background background;
    private final InstantSource clock;
    private final Locksmith locksmith;
    private final SecureRandom random = new SecureRandom();
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};

    /// How it stands.
    ///
    /// @param list what would go with the house today
    /// @param sale the package that was made, and what became of it
    /// @param received what this home itself began with
    /// @param waiting devices that came with the house
    public record Standing(
            PackingList list, Optional<Sale> sale, Optional<Received> received, List<WaitingDevice> waiting) {
        public Standing {
            waiting = List.copyOf(waiting);
        }
    }

    /// A package that was just made, and its words for as long as they are shown.
    public record Shown(Path file, Sale sale, PackageWords words) {}

    /// What came of looking at a receipt.
    public sealed interface Look {
        record Good(BuyerReceipt receipt) implements Look {}

        record Doubted(Doubt doubt) implements Look {}

        /// It is none, or was changed.
        record NoReceipt() implements Look {}
    }

    public HouseViewModel(HomeContext context, Locksmith locksmith) {
        this.context = context;
        this.locksmith = locksmith;
        home = context.home();
        background = context.background();
        clock = context.clock();
    }

    public ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// Why the last thing failed.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The words of the package that was just made.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public void refresh() {
        background.run(
                () -> new Standing(
                        home.housePacking().list(),
                        home.housePacking().sale(),
                        home.waitingDevices().received(),
                        home.waitingDevices().all()),
                now -> {
                    failure.set(Optional.empty());
                    standing.set(Optional.of(now));
                },
                this::fail);
    }

    private void fail(Exception cause) {
        failure.set(Optional.of(cause));
    }

    /// Makes the package in this folder, called like the home.
    public RootAct packing(Path folder) {
        var made = new Packing(folder);
        return act(new RootAct(background, context.rootDoor(), made::make, () -> {
            shown.set(made.shown);
            changed();
        }));
    }

    /// Makes a package on the home's thread, and hands over what is to be shown of it.
    private final class Packing {
        private final Path folder;
        private Optional<Shown> shown = Optional.empty();

        Packing(Path folder) {
            this.folder = folder;
        }

        void make(RootSecret root) throws IOException, RefusedException {
            var words = PackageWords.draw(random);
            var kept = false;
            try {
                if (locksmith.lock().apply(words.passphrase()) instanceof LockPlan.Remembered plan) {
                    var file = folder.resolve(home.facts().name().text().replaceAll("[\\\\/:*?\"<>|]", " ") + ".house");
                    shown = Optional.of(new Shown(file, home.housePacking().pack(file, plan, root), words));
                    kept = true;
                }
            } finally {
                if (!kept) {
                    words.close();
                }
            }
        }
    }

    /// Overwrites the words: they are not shown again.
    public void hideWords() {
        shown.get().ifPresent(now -> now.words().close());
        shown.set(Optional.empty());
    }

    /// Puts the words on a sheet for the buyer, into this folder.
    public void saveWords(Path folder, String name, Paper paper, Consumer<Path> done) {
        shown.get()
                .ifPresent(now -> save(
                        folder.resolve(name),
                        done,
                        () -> now.words()
                                .<SecretBytes, IOException>use(letters -> sheets(paper)
                                        .words(home.facts(), now.sale().packageHash(), letters))));
    }

    /// Takes the package back before anything has ended.
    public void cancel() {
        background.run(
                () -> {
                    home.housePacking().cancel();
                    return home;
                },
                _ -> changed(),
                this::fail);
    }

    /// Looks at a receipt that was given.
    public void look(Path file, Consumer<Look> seen) {
        background.run(() -> look(ReceiptFile.read(file)), seen, this::fail);
    }

    /// Looks at a receipt that was pasted: its text, with whatever the letter around it says.
    public void look(String text, Consumer<Look> seen) {
        background.run(() -> look(BuyerReceipt.parse(text)), seen, this::fail);
    }

    private Look look(Optional<BuyerReceipt> receipt) {
        if (receipt.isEmpty()) {
            return new Look.NoReceipt();
        }
        return home.houseEnding()
                .doubt(receipt.get())
                .<Look>map(Look.Doubted::new)
                .orElseGet(() -> new Look.Good(receipt.get()));
    }

    /// Revokes all that this home signed and signs its last lists.
    ///
    /// @param word the home's name, which is typed first
    public RootAct ending(Optional<BuyerReceipt> receipt, TypedWord word) {
        var asked = new RootAct.Plain(
                word.isTyped(), () -> RootAct.Work.of(root -> home.houseEnding().end(receipt, root)));
        return act(new RootAct(background, context.rootDoor(), asked, this::changed));
    }

    /// Ends the root.
    public RootAct closing(Runnable done) {
        return act(new RootAct(
                background, context.rootDoor(), root -> home.houseEnding().close(root), () -> {
                    changed();
                    done.run();
                }));
    }

    /// Writes the proof sheet of the seller, or of the buyer.
    public void saveProof(Path folder, String name, Paper paper, Consumer<Path> done) {
        save(
                folder.resolve(name),
                done,
                () -> standing.get()
                                .flatMap(Standing::sale)
                                .flatMap(Sale::closed)
                                .isPresent()
                        ? sheets(paper).sellers(home, clock.instant())
                        : sheets(paper).buyers(home, clock.instant()));
    }

    /// Writes the receipt for the seller.
    public void saveReceipt(Path folder, String name, Consumer<Path> done) {
        save(
                folder.resolve(name),
                done,
                () -> SecretBytes.owning(home.waitingDevices()
                        .received()
                        .orElseThrow()
                        .receipt()
                        .text()
                        .getBytes(US_ASCII)));
    }

    /// Writes the last lists.
    public void saveLists(Path folder, Consumer<Path> done) {
        background.run(
                () -> LastLists.write(home, new NewFiles(folder, NewFiles.Taken.REFUSED)),
                _ -> done.accept(folder),
                this::fail);
    }

    /// Says that a device will not be set up.
    public void dismiss(WaitingDevice device) {
        background.run(
                () -> {
                    home.waitingDevices().dismiss(device);
                    return device;
                },
                _ -> changed(),
                this::fail);
    }

    private HouseSheets sheets(Paper paper) {
        return new HouseSheets(context.words(), context.dates(), paper);
    }

    /// What is drawn on the home's thread.
    private interface Drawing {
        SecretBytes draw() throws IOException;
    }

    private void save(Path file, Consumer<Path> done, Drawing drawing) {
        background.run(
                () -> {
                    try (var written = new SecretFile(file, NewFiles.Taken.REFUSED);
                            var content = drawing.draw()) {
                        written.write(content);
                        return file;
                    }
                },
                done,
                this::fail);
    }

    private RootAct act(RootAct act) {
        forget = act::wipe;
        return act;
    }

    private void changed() {
        context.navigation().homeChanged();
        context.standing().refresh();
        refresh();
    }

    /// Overwrites what is typed or shown.
    public void wipe() {
        forget.run();
        hideWords();
    }
}
