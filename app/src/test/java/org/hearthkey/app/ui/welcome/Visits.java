package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.home.Home;

/// Remembers where one was led, and closes the homes that were entered.
final class Visits implements Entrance, AutoCloseable {
    final List<String> places = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();

    @Override
    public void welcome() {
        places.add("welcome");
    }

    @Override
    public void create() {
        places.add("create");
    }

    @Override
    public void unlock(Path file) {
        places.add("unlock " + file.getFileName());
    }

    @Override
    public void enter(Home home, Path file) {
        homes.add(home);
        places.add("enter " + file.getFileName());
    }

    @Override
    public void close() {
        homes.forEach(Home::close);
    }
}
