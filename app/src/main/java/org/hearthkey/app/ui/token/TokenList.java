package org.hearthkey.app.ui.token;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.token.Token;

/// The tokens that are plugged in, and the one that was chosen among them. Looked for only when it is asked to.
public final class TokenList {
    /// How far looking is.
    public sealed interface State {
        record Looking() implements State {}

        /// What is there, maybe nothing.
        record Found(List<Token> tokens) implements State {
            public Found {
                tokens = List.copyOf(tokens);
            }
        }

        record Failed(Exception cause) implements State {}
    }

    private final TokenDesk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Found(List.of()));
    private final ObjectProperty<Optional<Token>> chosen = new SimpleObjectProperty<>(Optional.empty());

    public TokenList(TokenDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The token to use.
    public ObjectProperty<Optional<Token>> chosenProperty() {
        return chosen;
    }

    /// Looks which tokens are plugged in. One that was chosen stays so while it is there; a single one is chosen.
    public void look() {
        if (state.get() instanceof State.Looking) {
            return;
        }
        state.set(new State.Looking());
        background.run(desk::pluggedIn, this::found, cause -> {
            chosen.set(Optional.empty());
            state.set(new State.Failed(cause));
        });
    }

    private void found(List<Token> tokens) {
        var before = chosen.get();
        state.set(new State.Found(tokens));
        chosen.set(tokens.stream()
                .filter(token -> before.map(Token::facts).equals(Optional.of(token.facts())))
                .findFirst()
                .or(() -> tokens.size() == 1 ? Optional.of(tokens.getFirst()) : Optional.empty()));
    }
}
