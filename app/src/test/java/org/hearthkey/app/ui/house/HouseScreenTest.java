package org.hearthkey.app.ui.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.handover.PackageWords;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.home.HomeView;
import org.hearthkey.app.ui.home.HomeViewModel;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.welcome.ReceiveView;
import org.hearthkey.app.ui.welcome.ReceiveViewModel;
import org.hearthkey.app.ui.welcome.Visits;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.NewRoot;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackageOpening;
import org.hearthkey.core.sale.PackageReader;
import org.hearthkey.core.sale.PackedZone;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The house changes hands in the window: each step, light, dark and small.
class HouseScreenTest {
    private record Look(Appearance appearance, double width, double height, String suffix) {}

    private static final List<Look> LOOKS = List.of(
            new Look(Appearance.LIGHT, 1280, 800, "-light"),
            new Look(Appearance.DARK, 1280, 800, "-dark"),
            new Look(Appearance.LIGHT, 1024, 700, "-small"));

    @TempDir
    Path folder;

    private RealisticHome home;
    private HouseViewModel model;

    @BeforeEach
    void opensTheHome() throws Exception {
        home = RealisticHome.in(folder);
        model = model(context());
    }

    private HomeContext context() {
        return Contexts.of(home, new RecordedNavigation());
    }

    private static HouseViewModel model(HomeContext context) {
        var model = new HouseViewModel(context, Contexts.LOCKSMITH);
        model.refresh();
        return model;
    }

    private static void act(RootAct act) {
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertInstanceOf(RootAct.State.Done.class, act.stateProperty().get());
    }

    private HouseViewModel.Shown pack() {
        act(model.packing(folder));
        return model.shownProperty().get().orElseThrow();
    }

    private HouseContents open(PackageWords words, Path file) throws Exception {
        var opening = new PackageReader(new SecureRandom()).open(file, words.passphrase());
        return assertInstanceOf(PackageOpening.Opened.class, opening).contents();
    }

    private Home receive(HouseViewModel.Shown shown) throws Exception {
        try (var contents = open(shown.words(), shown.file());
                var passphrase = new Passphrase("five pebbles in a blue dish".toCharArray());
                var root = new Passphrase("the well behind the old barn".toCharArray())) {
            var zones = contents.facts().zones().stream().map(PackedZone::name).toList();
            var homes = new Homes(home.clock(), new SecureRandom(), () -> Argon2Cost.MINIMUM);
            return homes.receive(
                    folder.resolve("Buyer.hearth"),
                    contents,
                    new NewHome(new HomeName("Our house"), zones),
                    homes.lockFor(passphrase),
                    new NewRoot.InFile(List.of(homes.lockFor(root))),
                    _ -> {});
        }
    }

    @Test
    void theSellerGoesStepByStep() throws Exception {
        var shown = pack();
        assertTrue(Files.exists(shown.file()));
        model.saveWords(folder, "words.pdf", Paper.A4, _ -> {});
        assertTrue(Files.size(folder.resolve("words.pdf")) > 1000);
        try (var buyer = receive(shown)) {
            Files.writeString(
                    folder.resolve("receipt.txt"),
                    buyer.waitingDevices().received().orElseThrow().receipt().text());
        }
        model.hideWords();
        assertEquals(Optional.empty(), model.shownProperty().get());
        Files.writeString(folder.resolve("letter.txt"), "Dear seller");
        model.look(folder.resolve("letter.txt"), look -> assertInstanceOf(HouseViewModel.Look.NoReceipt.class, look));
        model.look("Dear seller", look -> assertInstanceOf(HouseViewModel.Look.NoReceipt.class, look));
        var letter = Files.readString(folder.resolve("receipt.txt")).replace("\n", "\r\n> ");
        model.look(letter, look -> assertInstanceOf(HouseViewModel.Look.NoReceipt.class, look));
        letter = "Dear seller,\r\n" + letter.replace("> ", "") + "\r\nYours";
        model.look(letter, look -> assertInstanceOf(HouseViewModel.Look.Good.class, look));
        model.look(folder.resolve("receipt.txt"), look -> end(assertInstanceOf(HouseViewModel.Look.Good.class, look)));
        act(model.closing(() -> {}));
        assertInstanceOf(Standing.HandedOver.class, home.home().watch().standing());
        model.saveProof(folder, "proof.pdf", Paper.A4, _ -> {});
        model.saveLists(folder.resolve("lists"), _ -> {});
        assertEquals(Optional.empty(), model.failureProperty().get());
        assertTrue(Files.exists(folder.resolve("lists/crl-all.pem")));
        assertTrue(Files.size(folder.resolve("proof.pdf")) > 1000);
    }

    /// As somebody does who got the receipt in a letter.
    @Test
    void theReceiptCanBePasted() throws Exception {
        var shown = pack();
        var gallery = Gallery.open();
        var staged = new java.util.ArrayList<Staged>();
        gallery.show(() -> staged(staged), Appearance.LIGHT, 1024, 700);
        gallery.act(() -> {
            copy("Dear seller");
            press(gallery, "house.paste.button");
        });
        assertShown(gallery, Contexts.WORDS.text("house.noreceipt.text"));
        gallery.act(staged.getFirst()::hide);
        try (var buyer = receive(shown)) {
            var text = buyer.waitingDevices().received().orElseThrow().receipt().text();
            gallery.act(() -> {
                copy("Here it is:\n\n" + text);
                press(gallery, "house.paste.button");
            });
        }
        gallery.keep("house-pasted");
        assertShown(gallery, Contexts.WORDS.text("house.buyer.text"));
    }

    private Staged staged(List<Staged> made) {
        made.add(card());
        return made.getFirst();
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void end(HouseViewModel.Look.Good good) {
        var word = new TypedWord(home.home().facts().name().text());
        var ending = model.ending(Optional.of(good.receipt()), word);
        ending.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        assertFalse(ending.ready().get());
        word.typedProperty().set(word.word());
        act(ending);
    }

    @Test
    void showsEachStepOfTheSeller() throws Exception {
        var gallery = Gallery.open();
        show(gallery, "begin");
        assertFalse(isShown(gallery, Contexts.WORDS.text("house.came.title")));
        for (var look : LOOKS) {
            gallery.show(this::card, look.appearance(), look.width(), look.height());
            gallery.act(() -> press(gallery, "house.begin.button"));
            gallery.keep("house-pack" + look.suffix());
        }
        var shown = pack();
        for (var look : LOOKS) {
            gallery.show(() -> words(shown), look.appearance(), look.width(), look.height());
        }
        show(gallery, "packed");
        for (var look : LOOKS) {
            gallery.show(this::card, look.appearance(), look.width(), look.height());
            gallery.act(() -> press(gallery, "house.without.button"));
            gallery.keep("house-end" + look.suffix());
        }
        var word = new TypedWord(home.home().facts().name().text());
        word.typedProperty().set(word.word());
        act(model.ending(Optional.empty(), word));
        show(gallery, "ending");
        act(model.closing(() -> {}));
        show(gallery, "over");
    }

    private Staged words(HouseViewModel.Shown shown) {
        return Staged.of(
                home, Destination.to(Place.SETTINGS), context -> new Page(context, chosen(), Optional.of(shown)));
    }

    private void show(Gallery gallery, String name) throws Exception {
        for (var look : LOOKS) {
            gallery.show(this::card, look.appearance(), look.width(), look.height());
            gallery.keep("house-" + name + look.suffix());
        }
    }

    private Staged card() {
        return Staged.of(
                home, Destination.to(Place.SETTINGS), context -> new Page(context, chosen(), Optional.empty()));
    }

    private ChosenFiles chosen() {
        return new ChosenFiles(Optional.empty(), Optional.of(folder));
    }

    /// The card by itself.
    private static final class Page implements Screen {
        private final HouseViewModel model;
        private final ScrollPane scroll;
        private final HouseDialogs dialogs;
        private final Optional<HouseViewModel.Shown> shown;

        /// @param shown words of a package that are to be shown
        Page(HomeContext context, ChosenFiles files, Optional<HouseViewModel.Shown> shown) {
            model = new HouseViewModel(context, Contexts.LOCKSMITH);
            var page = new VBox(new HouseCard(model, context, files));
            page.getStyleClass().addAll("hk-page", "hk-narrow-page");
            scroll = new ScrollPane(page);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().add("hk-scroll");
            dialogs = new HouseDialogs(model, context, files);
            this.shown = shown;
        }

        @Override
        public Parent view() {
            return scroll;
        }

        @Override
        public void arrived(Destination destination) {
            model.refresh();
            shown.ifPresent(dialogs::words);
        }
    }

    /// The whole way through the dialog that asks for the root, as the owner goes it.
    @Test
    void theWordsAreShownOnceThePackageIsMade() throws Exception {
        var gallery = Gallery.open();
        for (var look : LOOKS) {
            var pages = new java.util.ArrayList<Page>();
            var staged = new java.util.ArrayList<Staged>();
            gallery.show(
                    () -> {
                        var made = Staged.of(home, Destination.to(Place.SETTINGS), context -> {
                            var page = new Page(context, chosen(), Optional.empty());
                            pages.add(page);
                            return page;
                        });
                        staged.add(made);
                        return made;
                    },
                    look.appearance(),
                    look.width(),
                    look.height());
            gallery.act(() -> {
                var act = pages.getFirst().model.packing(folder);
                new org.hearthkey.app.ui.root.RootDialog(act, staged.getFirst(), Contexts.WORDS).open("t", "w", "v");
                act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                act.act();
            });
            gallery.keep("house-shown" + look.suffix());
            assertTrue(staged.getFirst().card().isPresent());
            assertTrue(pages.getFirst().model.shownProperty().get().isPresent());
            gallery.act(() -> staged.getFirst().card().orElseThrow().gone());
            assertEquals(
                    Optional.empty(), pages.getFirst().model.shownProperty().get());
            home.home().housePacking().cancel();
            Files.delete(folder.resolve("Maple House.house"));
        }
    }

    @Test
    void theBuyerOpensThePackageWithItsWords() throws Exception {
        var shown = pack();
        var gallery = Gallery.open();
        var entrance = new Visits();
        for (var look : LOOKS) {
            var receiving = new ReceiveViewModel(new AtOnce(), entrance, new SecureRandom());
            gallery.show(
                    () -> new ReceiveView(receiving, ChosenFiles.NONE, Contexts.WORDS),
                    look.appearance(),
                    look.width(),
                    look.height());
            gallery.keep("receive-ask" + look.suffix());
            gallery.act(() -> {
                receiving.fileProperty().set(Optional.of(shown.file()));
                receiving.words().set("quite other words".toCharArray());
                receiving.next();
            });
            assertInstanceOf(
                    ReceiveViewModel.State.WrongWords.class,
                    receiving.stateProperty().get());
            gallery.keep("receive-wrong" + look.suffix());
            gallery.act(() -> {
                shown.words().use(letters -> {
                    receiving.words().set(letters.clone());
                    return letters.length;
                });
                receiving.next();
            });
            gallery.keep("receive-opened" + look.suffix());
            gallery.act(receiving::next);
        }
        assertEquals(LOOKS.size(), entrance.places.size());
    }

    private static void press(Gallery gallery, String key) {
        var words = Contexts.WORDS.text(key);
        gallery.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private void showBuyers(RealisticHome buyers) throws Exception {
        var gallery = Gallery.open();
        for (var look : List.of(
                new Look(Appearance.LIGHT, 1056, 800, "-light"), new Look(Appearance.DARK, 960, 700, "-dark"))) {
            var suffix = look.suffix();
            gallery.show(
                    () -> Staged.of(
                            buyers,
                            Destination.to(Place.SETTINGS),
                            context -> new Page(context, chosen(), Optional.empty())),
                    look.appearance(),
                    look.width(),
                    look.height());
            assertShown(gallery, Contexts.WORDS.text("house.came.title"));
            assertShown(gallery, Contexts.WORDS.text("house.card.title"));
            assertShown(gallery, "waits to be set up");
            gallery.keep("house-buyer" + suffix);
            gallery.show(
                    () -> Staged.of(buyers, Destination.to(Place.HOME), HouseScreenTest::overview),
                    look.appearance(),
                    look.width(),
                    look.height());
            assertShown(gallery, "It came with the house");
            assertShown(gallery, "more devices wait to be set up");
            gallery.keep("home-buyer" + suffix);
        }
    }

    private static HomeView overview(HomeContext context) {
        var model = new HomeViewModel(context.home(), Optional.empty(), new AtOnce(), context.clock());
        return new HomeView(model, context);
    }

    private static void assertShown(Gallery gallery, String words) {
        assertTrue(isShown(gallery, words), words);
    }

    private static boolean isShown(Gallery gallery, String words) {
        return gallery.scene().getRoot().lookupAll(".label").stream()
                .filter(HouseScreenTest::isVisible)
                .map(Label.class::cast)
                .anyMatch(label -> String.valueOf(label.getText()).contains(words));
    }

    private static boolean isVisible(Node node) {
        var parent = node.getParent();
        return node.isVisible() && (parent == null || isVisible(parent));
    }

    /// What the buyer sees in Settings and on the first screen.
    @Test
    void theBuyersDevicesWait() throws Exception {
        var shown = pack();
        try (var buyer = receive(shown)) {
            var waiting = buyer.waitingDevices().all();
            assertEquals(home.home().housePacking().sale().orElseThrow().devices(), waiting.size());
            var first = waiting.stream().map(WaitingDevice::listing).findFirst().orElseThrow();
            assertEquals(Optional.empty(), buyer.devices().find(first.name()));
            showBuyers(home.with(buyer));
        }
    }
}
