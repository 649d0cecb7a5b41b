package org.hearthkey.app.ui;

import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Navigation;

/// Remembers where a screen wanted to go and what it told.
public final class RecordedNavigation implements Navigation {
    public final List<Destination> gone = new ArrayList<>();
    public final List<String> told = new ArrayList<>();
    public int changes;

    @Override
    public void go(Destination destination) {
        gone.add(destination);
    }

    @Override
    public void homeChanged() {
        changes++;
    }

    @Override
    public void done(String sentence) {
        told.add(sentence);
    }
}
