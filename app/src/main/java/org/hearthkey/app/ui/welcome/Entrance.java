package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.OutsideCeremony;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.sale.HouseContents;

/// Where one goes from a window in which no home is open.
public interface Entrance {
    /// To the choice of what to do.
    void welcome();

    /// To making a new home.
    void create();

    /// To the package of a house that changed hands.
    void receive();

    /// To making the home of its buyer.
    ///
    /// @param house closed there
    void create(HouseContents house);

    /// To making the home of a ceremony.
    void create(ActDue due);

    /// To a ceremony whose first steps come before its home is open.
    void hold(OutsideCeremony ceremony);

    /// To a rehearsal: a home is made, lost and brought back, and thrown away.
    void rehearse();

    /// To the passphrase of the home in that file.
    void unlock(Path file);

    /// To the recovery sheets of the home in that file.
    void restore(Path file);

    /// To the recovery sheets of the home in that file, for the act of a ceremony.
    void restore(Path file, ActDue due);

    /// To the recovery sheets and the sealed core of a home whose file is gone.
    void rebuild();

    /// Into a home that is open.
    ///
    /// @param wrongTries what was tried in vain before
    void enter(Home home, Path file, Optional<WrongTries> wrongTries);

    /// Into a home that was just made, where its first recovery sheets are put on paper.
    ///
    /// @param sheets closed there
    void enterWithSheets(Home home, Path file, SheetDraft sheets);

    /// Into a home that keeps a ceremony, to go on with that.
    ///
    /// @param wrongTries what was tried in vain before
    void enterInCeremony(Home home, Path file, Optional<WrongTries> wrongTries);
}
