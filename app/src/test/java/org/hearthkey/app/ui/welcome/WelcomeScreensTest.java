package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.RecentHome;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.task.Held;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.seal.Argon2Cost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeScreensTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:12:00Z"));
    private static final Words WORDS = Words.in(Locale.ENGLISH);
    private static final Dates DATES = new Dates(CLOCK, ZoneOffset.UTC, WORDS);

    @TempDir
    Path folder;

    private final Visits visits = new Visits();

    @AfterEach
    void closeHomes() {
        visits.close();
    }

    @Test
    void welcomesWithAndWithoutRecentHomes() throws Exception {
        var gallery = Gallery.open();
        var file = java.nio.file.Files.createFile(folder.resolve("Maple House.hearth"));
        var gone = folder.resolve("Grandmother.hearth");
        var recent = List.of(
                new RecentHome(file, Instant.parse("2026-11-20T10:00:00Z")),
                new RecentHome(gone, Instant.parse("2026-09-01T10:00:00Z")));
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> welcome(List.of()), look, Gallery.WIDTH, Gallery.HEIGHT);
            gallery.keep("welcome-empty" + suffix);
            gallery.show(() -> welcome(recent), look, Gallery.WIDTH, Gallery.HEIGHT);
            gallery.keep("welcome" + suffix);
            gallery.show(() -> welcome(recent), look, 1024, 700);
            gallery.keep("welcome-small" + suffix);
        }
    }

    @Test
    void leadsThroughTheWizard() throws Exception {
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var homes = new Homes(CLOCK, new SecureRandom(), () -> Argon2Cost.MINIMUM);
            var model = new CreateViewModel(
                    homes, new AtOnce(), visits, new SecureRandom(), folder, Rehearsed.NO, new Occasion.Wanted());
            gallery.show(
                    () -> new CreateView(model, Optional::of, new FakeClipboard().keeper(), WORDS),
                    look,
                    Gallery.WIDTH,
                    Gallery.HEIGHT);
            gallery.act(() -> model.nameProperty().set("Maple House"));
            gallery.keep("create-name" + suffix);
            gallery.act(() -> model.withoutProperty().set(true));
            gallery.act(model::next);
            gallery.keep("create-passphrases-empty" + suffix);
            gallery.act(() -> {
                model.home().typed().set("five tulips under the old clock".toCharArray());
                model.home().again().set("five tulips under the old clock".toCharArray());
                model.root().typed().set("Maple House 2026!".toCharArray());
            });
            gallery.keep("create-passphrases" + suffix);
            gallery.act(() -> model.root().suggest());
            gallery.keep("create-passphrases-rolled" + suffix);
            gallery.act(model::next);
            gallery.keep("create-zones" + suffix);
            gallery.act(model::next);
            gallery.keep("create-done" + suffix);
        }
    }

    @Test
    void asksForThePassphrase() throws Exception {
        var gallery = Gallery.open();
        var homes = new Homes(CLOCK, new SecureRandom(), () -> Argon2Cost.MINIMUM);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var model = new UnlockViewModel(
                    folder.resolve("Maple House.hearth"), homes, Contexts.NO_TOKENS, new AtOnce(), visits);
            gallery.show(() -> new UnlockView(model, WORDS), look, Gallery.WIDTH, Gallery.HEIGHT);
            gallery.act(() -> model.secret().passphrase().set("five tulips".toCharArray()));
            gallery.keep("unlock" + suffix);
            gallery.act(() -> model.secret().kindProperty().set(UnlockingSecret.Kind.BOTH));
            gallery.keep("unlock-token" + suffix);
        }
    }

    @Test
    void saysInASmallWindowWhatIsBeingMade() throws Exception {
        var gallery = Gallery.open();
        var held = new Held();
        var homes = new Homes(CLOCK, new SecureRandom(), () -> Argon2Cost.MINIMUM);
        var model = new CreateViewModel(
                homes, held, visits, new SecureRandom(), folder, Rehearsed.YES, new Occasion.Wanted());
        gallery.show(
                () -> new CreateView(model, Optional::of, new FakeClipboard().keeper(), WORDS),
                Appearance.LIGHT,
                1024,
                700);
        gallery.act(() -> {
            model.nameProperty().set("Maple House");
            choose(model.home(), "orchard bicycle thunder seven");
            choose(model.root(), "harvest window cobalt eleven");
            held.letGo();
            model.next();
            model.next();
            model.next();
        });
        assertInstanceOf(CreateState.Making.class, model.stateProperty().get());
        gallery.keep("create-making-small");
        gallery.act(held::letGo);
        assertInstanceOf(CreateState.Made.class, model.stateProperty().get());
        gallery.act(model::back);
    }

    private static void choose(NewPassphrase passphrase, String words) {
        passphrase.typed().set(words.toCharArray());
        passphrase.again().set(words.toCharArray());
    }

    private WelcomeView welcome(List<RecentHome> recent) {
        return new WelcomeView(
                new WelcomeViewModel(recent, visits, new AtOnce(), _ -> {}), Optional::empty, WORDS, DATES);
    }
}
