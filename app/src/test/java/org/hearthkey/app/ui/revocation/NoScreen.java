package org.hearthkey.app.ui.revocation;

import javafx.scene.layout.Region;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Screen;

/// Nothing, for dialogs to stand before.
final class NoScreen implements Screen {
    private final Region nothing = new Region();

    @Override
    public Region view() {
        return nothing;
    }

    @Override
    public void arrived(Destination destination) {}
}
