package org.hearthkey.app.ui.house;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.ui.welcome.Entrance;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.sale.HouseContents;

/// Counts the packages that were gone on with.
final class LedTo implements Entrance {
    int houses;

    @Override
    public void create(HouseContents house) {
        houses++;
        house.close();
    }

    @Override
    public void welcome() {}

    @Override
    public void create() {}

    @Override
    public void receive() {}

    @Override
    public void rehearse() {}

    @Override
    public void unlock(Path file) {}

    @Override
    public void restore(Path file) {}

    @Override
    public void rebuild() {}

    @Override
    public void enter(Home home, Path file, Optional<WrongTries> wrongTries) {}

    @Override
    public void enterWithSheets(Home home, Path file, SheetDraft sheets) {}
}
