package org.hearthkey.app.ui.screen;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.witness.Standing;

/// How the open home stands to its witnesses and to the clock, for every screen to know. While it stands badly nothing is
/// signed.
public final class HomeStanding {
    private final Home home;
    private final Background background;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing.Current(List.of()));
    private final ObservableValue<Optional<Standing.Blocking>> blocking = standing.map(HomeStanding::blocking);
    private final ObservableValue<Boolean> blocked = blocking.map(Optional::isPresent);
    private final ObservableValue<Boolean> ended = standing.map(Standing.HandedOver.class::isInstance);

    public HomeStanding(Home home, Background background) {
        this.home = home;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// What keeps the home from signing, if anything does.
    public ObservableValue<Optional<Standing.Blocking>> blocking() {
        return blocking;
    }

    /// Whether buttons that would sign are off. The reason stands above every screen.
    public ObservableValue<Boolean> blocked() {
        return blocked;
    }

    /// Whether buttons are off that sign nothing and would change the home: it was handed over.
    public ObservableValue<Boolean> ended() {
        return ended;
    }

    private static Optional<Standing.Blocking> blocking(Standing now) {
        return now instanceof Standing.Blocking bad ? Optional.of(bad) : Optional.empty();
    }

    /// Reads what is known by now.
    public void refresh() {
        ask(() -> home.watch().standing());
    }

    /// Asks every witness within reach again: a drive may have been plugged in.
    public void askAgain() {
        ask(() -> {
            home.watch().askAgain();
            return home.watch().standing();
        });
    }

    /// A failure here is one of the whole home, and what the owner does next says so.
    private void ask(Callable<Standing> question) {
        background.run(question, standing::set, _ -> {});
    }
}
