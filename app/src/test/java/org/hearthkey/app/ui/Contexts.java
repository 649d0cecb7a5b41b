package org.hearthkey.app.ui;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.HomeStanding;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.token.Tokens;

/// What a screen is given in a test: a realistic home, work that runs at once, English, and Greenwich.
public final class Contexts {
    public static final Words WORDS = Words.in(Locale.ENGLISH);

    /// Makes the cheapest locks.
    public static final Locksmith LOCKSMITH =
            new Locksmith(new SecureRandom(), passphrase -> new LockPlan.Remembered(passphrase, Argon2Cost.MINIMUM));

    /// A computer without a module for tokens.
    public static final TokenDesk NO_TOKENS = new TokenDesk(() -> new Tokens(List.of()), new SecureRandom());

    private Contexts() {}

    /// A computer with the tokens of the tests.
    public static TokenDesk tokens(SoftHsm hsm) {
        return new TokenDesk(() -> new Tokens(List.of(hsm.module())), new SecureRandom());
    }

    public static Dates dates(InstantSource clock) {
        return new Dates(clock, ZoneOffset.UTC, WORDS);
    }

    public static HomeContext of(RealisticHome home, Navigation navigation) {
        return of(home, navigation, new NoDialogs());
    }

    public static HomeContext of(RealisticHome home, Navigation navigation, Dialogs dialogs) {
        return of(home, new AtOnce(), navigation, dialogs);
    }

    public static HomeContext of(RealisticHome home, Background background) {
        return of(home, background, new RecordedNavigation(), new NoDialogs());
    }

    /// With tokens.
    public static HomeContext of(RealisticHome home, TokenDesk tokens) {
        return of(home, new AtOnce(), new RecordedNavigation(), new NoDialogs(), tokens);
    }

    public static HomeContext of(RealisticHome home, Background background, Navigation navigation, Dialogs dialogs) {
        return of(home, background, navigation, dialogs, NO_TOKENS);
    }

    /// With dialogs and tokens.
    public static HomeContext of(
            RealisticHome home, Background background, Navigation navigation, Dialogs dialogs, TokenDesk tokens) {
        return of(home.home(), home.clock(), background, background, navigation, dialogs, tokens);
    }

    /// Another home, with threads as the window has them.
    ///
    /// @param network where work goes that waits for hubs
    public static HomeContext of(
            Home home, Background background, Background network, Navigation navigation, Dialogs dialogs) {
        return of(home, InstantSource.system(), background, network, navigation, dialogs, NO_TOKENS);
    }

    private static HomeContext of(
            Home home,
            InstantSource clock,
            Background background,
            Background network,
            Navigation navigation,
            Dialogs dialogs,
            TokenDesk tokens) {
        return new HomeContext(
                home,
                background,
                network,
                navigation,
                dialogs,
                new FakeClipboard().keeper(),
                WORDS,
                dates(clock),
                clock,
                new HomeStanding(home, background),
                tokens);
    }

    private static final class NoDialogs implements Dialogs {
        @Override
        public void show(DialogCard card) {
            throw new AssertionError("No dialog was expected here");
        }

        @Override
        public void hide() {}
    }
}
