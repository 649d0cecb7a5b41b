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
import org.hearthkey.core.token.TokenUri;

/// What is asked for a token that is to unlock the home: which it is, its PIN, a name, and what unlocks the home now.
final class NewToken implements RootAct.Asked {
    /// What is still missing.
    enum Lack {
        NAME,
        TOKEN,
        PIN,
        PRESENT
    }

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
        RootAct.Work work = (root, visit) -> add(
                called, uri, typed.orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET)), given, root, visit);
        return work.holding(() -> typed.ifPresent(Passphrase::close)).holding(given::close);
    }

    private Optional<Finding> add(
            SlotName called,
            TokenUri uri,
            Passphrase shown,
            UnlockingSecret.Given given,
            RootSecret root,
            TokenVisit visit)
            throws IOException, RefusedException {
        var key = visit.findOrMake(uri, shown);
        var wanted = new NewSlot(
                called, new LockPlan.Held(key.point()), Optional.of(key.uri().text()));
        var outcome = home.unlocking().add(wanted, given.secret(visit), root);
        return outcome instanceof SlotOutcome.Refused(var finding) ? Optional.of(finding) : Optional.empty();
    }

    @Override
    public void wipe() {
        pin.wipe();
        present.wipe();
    }
}
