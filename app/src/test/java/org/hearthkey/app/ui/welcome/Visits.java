package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.sale.HouseContents;

/// Remembers where one was led, and closes the homes that were entered.
public final class Visits implements Entrance, AutoCloseable {
    public final List<String> places = new ArrayList<>();
    public final List<Integer> tries = new ArrayList<>();
    public int sheets;
    final List<OutsideCeremony> held = new ArrayList<>();
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
    public void receive() {
        places.add("receive");
    }

    @Override
    public void create(HouseContents house) {
        house.close();
        places.add("create from " + house.facts().name());
    }

    @Override
    public void create(ActDue due) {
        places.add("create for step " + due.done().number());
    }

    @Override
    public void hold(OutsideCeremony ceremony) {
        held.add(ceremony);
        places.add("hold " + ceremony.script().title());
    }

    @Override
    public void rehearse() {
        places.add("rehearse");
    }

    @Override
    public void unlock(Path file) {
        places.add("unlock " + file.getFileName());
    }

    @Override
    public void restore(Path file) {
        places.add("restore " + file.getFileName());
    }

    @Override
    public void restore(Path file, ActDue due) {
        places.add("restore " + file.getFileName() + " for step " + due.done().number());
    }

    @Override
    public void rebuild() {
        places.add("rebuild");
    }

    @Override
    public void enter(Home home, Path file, Optional<WrongTries> wrongTries) {
        homes.add(home);
        wrongTries.ifPresent(before -> tries.add(before.count()));
        places.add("enter " + file.getFileName());
    }

    @Override
    public void enterWithSheets(Home home, Path file, SheetDraft made) {
        homes.add(home);
        sheets += made.shares().size();
        made.close();
        places.add("enter with sheets " + file.getFileName());
    }

    @Override
    public void enterInCeremony(Home home, Path file, Optional<WrongTries> wrongTries) {
        homes.add(home);
        places.add("enter in ceremony " + file.getFileName());
    }

    @Override
    public void close() {
        homes.forEach(Home::close);
    }
}
