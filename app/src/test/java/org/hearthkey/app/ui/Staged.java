package org.hearthkey.app.ui;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Screen;

/// One screen as the window would show it, dialogs included, without the sidebar.
public final class Staged extends StackPane implements Dialogs {
    public final RecordedNavigation navigation = new RecordedNavigation();
    private final ModalPane modal = new ModalPane();
    private Optional<DialogCard> card = Optional.empty();

    private Staged() {
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
    }

    /// Makes a screen and lets it arrive.
    public static Staged of(RealisticHome home, Destination destination, Function<HomeContext, Screen> made) {
        return of(staged -> Contexts.of(home, staged.navigation, staged), destination, made);
    }

    /// The same, of a home with threads of its own.
    ///
    /// @param given what the screen is given where it is staged
    public static Staged of(
            Function<Staged, HomeContext> given, Destination destination, Function<HomeContext, Screen> made) {
        var staged = new Staged();
        var screen = made.apply(given.apply(staged));
        Parent view = screen.view();
        staged.getChildren().setAll(view, staged.modal);
        screen.arrived(destination);
        return staged;
    }

    public Optional<DialogCard> card() {
        return card;
    }

    @Override
    public void show(DialogCard shown) {
        card = Optional.of(shown);
        modal.show(shown);
    }

    @Override
    public void hide() {
        card = Optional.empty();
        modal.hide(true);
    }
}
