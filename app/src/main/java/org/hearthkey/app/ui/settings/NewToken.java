package org.hearthkey.app.ui.settings;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.app.ui.token.TokenVisit;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.home.SlotOutcome;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is asked for a token that is to unlock the home: which it is, its PIN, a name, and what unlocks the home now.
final class NewToken implements RootAct.Asked {
    /// What is still missing.
    enum Lack {
        NAME,
        TOKEN,
        PIN,
        PRESENT
    }

    private static final Logger LOG = LoggerFactory.getLogger(NewToken.class);

    private final Home home;
    private final ObservableValue<Optional<SlotName>> name;
    private final UnlockingSecret present;
    private final TokenList tokens;
    private final TypedSecret pin = new TypedSecret();
    private final ObservableValue<Optional<Lack>> lack;

    /// @param present what unlocks the home now
    NewToken(
            Home home,
            TokenDesk desk,
            Background background,
            UnlockingSecret present,
            ObservableValue<Optional<SlotName>> name) {
        this.home = home;
        this.present = present;
        this.name = name;
        tokens = new TokenList(desk, background);
        lack = Bindings.createObjectBinding(
                this::lacking, name, tokens.chosenProperty(), pin.revisionProperty(), present.lack());
        tokens.look();
    }

    TokenList tokens() {
        return tokens;
    }

    /// Of the token that is added.
    TypedSecret pin() {
        return pin;
    }

    /// What unlocks the home now.
    UnlockingSecret present() {
        return present;
    }

    ObservableValue<Optional<Lack>> lack() {
        return lack;
    }

    private Optional<Lack> lacking() {
        if (name.getValue().isEmpty()) {
            return Optional.of(Lack.NAME);
        }
        if (tokens.chosenProperty().get().isEmpty()) {
            return Optional.of(Lack.TOKEN);
        }
        if (pin.isEmpty()) {
            return Optional.of(Lack.PIN);
        }
        return present.lack().getValue().map(_ -> Lack.PRESENT);
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return lack.map(Optional::isEmpty);
    }

    @Override
    public RootAct.Work work() {
        var called = name.getValue().orElseThrow();
        var uri = tokens.chosenProperty().get().map(Token::uri).orElseThrow();
        var typed = pin.use(Passphrase::parse);
        pin.wipe(); // a wrong one must not be shown to the token twice
        var given = present.take();
        return (root, visit) -> {
            try (given;
                    var shown = typed.orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET))) {
                return add(called, uri, shown, given, root, visit);
            }
        };
    }

    /// A key that was made for nothing is removed again.
    private Optional<Finding> add(
            SlotName called,
            TokenUri uri,
            Passphrase shown,
            UnlockingSecret.Given given,
            RootSecret root,
            TokenVisit visit)
            throws IOException, RefusedException {
        var key = visit.findOrMake(uri, shown);
        boolean added = false;
        try {
            var wanted = new NewSlot(
                    called,
                    new LockPlan.Held(key.key().point()),
                    Optional.of(key.key().uri().text()));
            var outcome = home.unlocking().add(wanted, given.secret(visit), root);
            added = outcome instanceof SlotOutcome.Done;
            return outcome instanceof SlotOutcome.Refused(var finding) ? Optional.of(finding) : Optional.empty();
        } finally {
            if (key.isNew() && !added) {
                remove(key, visit);
            }
        }
    }

    private static void remove(TokenVisit.UnlockingKey made, TokenVisit visit) {
        try {
            visit.remove(made);
        } catch (TokenException gone) {
            LOG.warn("A key that unlocks nothing is left on the token: {}", made.key(), gone);
        }
    }

    @Override
    public void wipe() {
        pin.wipe();
        present.wipe();
    }
}
