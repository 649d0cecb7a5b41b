package org.hearthkey.app.ui.home;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.WrongTries;

/// How the home stands, for the first screen and for the numbers in the sidebar.
public final class HomeViewModel {
    private final Home home;
    private final OverviewReader reader;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param tries what was tried in vain before the home was unlocked
    public HomeViewModel(Home home, Optional<WrongTries> tries, Background background, InstantSource clock) {
        this.home = home;
        this.reader = new OverviewReader(home, tries);
        this.background = background;
        this.clock = clock;
    }

    /// Nothing until it was worked out for the first time.
    public ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /// Why it could not be worked out the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The owner has looked at this alarm.
    public void look(Alarm alarm) {
        background.run(
                () -> {
                    home.alarms().look(alarm);
                    return alarm;
                },
                _ -> refresh(),
                cause -> failure.set(Optional.of(cause)));
    }

    public void refresh() {
        background.run(
                () -> reader.read(clock.instant()),
                worked -> {
                    failure.set(Optional.empty());
                    overview.set(Optional.of(worked));
                },
                cause -> failure.set(Optional.of(cause)));
    }
}
