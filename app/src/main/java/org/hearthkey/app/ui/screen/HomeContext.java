package org.hearthkey.app.ui.screen;

import java.time.InstantSource;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.root.RootDoor;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.task.HomeTurns;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.core.deliver.Turns;
import org.hearthkey.core.home.Home;

/// What the shell gives every screen of an open home.
///
/// @param background where all work on the home goes
/// @param network where work goes that waits for hubs; it comes to the home in [#turns()]
/// @param standing how the home stands to its witnesses
/// @param tokens where tokens are met
public record HomeContext(
        Home home,
        Background background,
        Background network,
        Navigation navigation,
        Dialogs dialogs,
        SecretClipboard clipboard,
        Words words,
        Dates dates,
        InstantSource clock,
        HomeStanding standing,
        TokenDesk tokens) {
    /// Leads to the root's key.
    public RootDoor rootDoor() {
        return RootDoor.of(home, tokens);
    }

    /// Leads to the key of the root that is to come.
    public RootDoor nextRootDoor() {
        return RootDoor.ofNext(home, tokens);
    }

    /// Lets work that waits for hubs come to the home.
    public Turns turns() {
        return new HomeTurns(background);
    }
}
