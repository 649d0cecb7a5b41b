package org.hearthkey.app.ui.shell;

import java.time.InstantSource;
import java.util.Optional;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.home.HomeViewModel;
import org.hearthkey.app.ui.home.Overview;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.HomeStanding;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.standing.StandingBanner;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.key.Fingerprint;

/// The window's part that lives as long as one home is open.
final class OpenHome implements Navigation {
    /// Hubs get a thread of their own: a slow one would keep the home waiting. A lock does not wait for it.
    private final HomeThread network = new HomeThread("hubs");

    private final Frame frame;
    private final HomeStanding standing;
    private final HomeScreens screens;
    private final HomeViewModel overview;
    private final Sidebar sidebar;
    private final Workspace workspace;

    OpenHome(
            Home home,
            Optional<WrongTries> wrongTries,
            Arrival arrival,
            ShellViewModel shell,
            Background background,
            Frame frame,
            SecretClipboard clipboard,
            Words words,
            Dates dates,
            InstantSource clock,
            Locksmith locksmith,
            TokenDesk tokens) {
        this.frame = frame;
        standing = new HomeStanding(home, background);
        var context = new HomeContext(
                home, background, network, this, frame, clipboard, words, dates, clock, standing, tokens);
        overview = new HomeViewModel(home, wrongTries, background, clock);
        var files = FileChoice.over(() -> frame.getScene().getWindow());
        screens = new HomeScreens(context, overview, arrival, shell, files, locksmith);
        sidebar = new Sidebar(screens.places(), this::go, shell::lock, words);
        workspace = new Workspace(sidebar, screens, new StandingBanner(context, shell::openAnother));
        overview.overviewProperty().subscribe(worked -> worked.ifPresent(this::count));
        background.run(
                () -> new Identity(
                        home.facts().name().text(),
                        home.issuers().root().certificate().fingerprint()),
                identity -> sidebar.identify(
                        identity.name(),
                        new KeyWords(
                                identity.root().words().words(),
                                identity.root().hex(),
                                KeyWords.Layout.TWO_LINES,
                                words)),
                _ -> {});
    }

    Workspace workspace() {
        return workspace;
    }

    /// @param first the place that is shown first
    void enter(Place first) {
        standing.refresh();
        go(first);
    }

    void locksIn(String sentence) {
        sidebar.locksIn(sentence);
    }

    /// Ends what the screens watch and wipes what was typed into them.
    void leave() {
        screens.leave();
        network.abandon();
    }

    @Override
    public void go(Destination destination) {
        workspace.go(destination);
    }

    @Override
    public void homeChanged() {
        standing.refresh();
        workspace.refresh();
        if (workspace.here() != Place.HOME) {
            overview.refresh();
        }
    }

    @Override
    public void done(String sentence) {
        frame.notice(sentence);
    }

    private void count(Overview worked) {
        sidebar.due(Place.HOME, worked.thingsDue());
        sidebar.due(Place.REVOCATION, worked.listsDue());
        sidebar.due(Place.RECOVERY, worked.recoveryDue());
    }

    private record Identity(String name, Fingerprint root) {}
}
