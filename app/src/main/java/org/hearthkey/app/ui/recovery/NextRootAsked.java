package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.passphrase.KnownNames;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootPlace;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.app.ui.token.TokenVisit;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NextRoot;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenUri;

/// What is asked for the root that is to come: where its key will live, and what will open it there.
final class NextRootAsked implements RootAct.Asked {
    /// Where its key will live.
    enum Where {
        FILE,
        TOKEN
    }

    /// What is still missing.
    sealed interface Lack {
        record Chosen(NewPassphrase.Lack lack) implements Lack {}

        record NoToken() implements Lack {}

        record NoPin() implements Lack {}

        /// The owner has not said that nobody can copy it.
        record NotUnderstood() implements Lack {}
    }

    private final Home home;
    private final Locksmith locksmith;
    private final ObjectProperty<Where> where = new SimpleObjectProperty<>(Where.FILE);
    private final ObjectProperty<RootPlace> woken = new SimpleObjectProperty<>(new RootPlace.InFile());
    private final NewPassphrase passphrase;
    private final TokenList tokens;
    private final TypedSecret pin = new TypedSecret();
    private final BooleanProperty understood = new SimpleBooleanProperty();
    private final ObservableValue<Optional<Lack>> lack;

    NextRootAsked(HomeContext context, Locksmith locksmith) {
        this.locksmith = locksmith;
        home = context.home();
        passphrase = new NewPassphrase(context.background(), locksmith.random());
        tokens = new TokenList(context.tokens(), context.background());
        lack = Bindings.createObjectBinding(
                this::lacking,
                where,
                woken,
                passphrase.lackProperty(),
                tokens.chosenProperty(),
                pin.revisionProperty(),
                understood);
        where.subscribe((_, wanted) -> {
            if (wanted == Where.TOKEN) {
                tokens.look();
            }
        });
        KnownNames.tell(context.home(), context.background(), passphrase);
    }

    ObjectProperty<Where> whereProperty() {
        return where;
    }

    /// Where the root of today is woken: what opens it in the file opens the new one there too.
    ObjectProperty<RootPlace> wokenProperty() {
        return woken;
    }

    /// What will open the new root in the file, where the old one is on a token only.
    NewPassphrase passphrase() {
        return passphrase;
    }

    TokenList tokens() {
        return tokens;
    }

    /// Of the token on which the key is made.
    TypedSecret pin() {
        return pin;
    }

    /// Whether the owner has said that nobody can copy a key on a token.
    BooleanProperty understoodProperty() {
        return understood;
    }

    ObservableValue<Optional<Lack>> lack() {
        return lack;
    }

    /// What opens the old root in the file has to open the new one there too.
    @Override
    public ObservableValue<Boolean> fileFirst() {
        return where.map(Where.FILE::equals);
    }

    /// Whether a passphrase has to be chosen.
    boolean takesPassphrase() {
        return where.get() == Where.FILE && woken.get() instanceof RootPlace.OnToken;
    }

    private Optional<Lack> lacking() {
        if (where.get() == Where.FILE) {
            return takesPassphrase() ? passphrase.lackProperty().get().map(Lack.Chosen::new) : Optional.empty();
        }
        if (tokens.chosenProperty().get().isEmpty()) {
            return Optional.of(new Lack.NoToken());
        }
        if (pin.isEmpty()) {
            return Optional.of(new Lack.NoPin());
        }
        return understood.get() ? Optional.empty() : Optional.of(new Lack.NotUnderstood());
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return lack.map(Optional::isEmpty);
    }

    @Override
    public RootAct.Work work() {
        return switch (where.get()) {
            case FILE -> takesPassphrase() ? inFile(passphrase.take()) : RootAct.Work.of(this::inFile);
            case TOKEN -> {
                var uri = tokens.chosenProperty().get().map(Token::uri).orElseThrow();
                var typed = pin.use(Passphrase::parse);
                pin.wipe(); // a wrong one must not be shown to the token twice
                RootAct.Work work = (root, visit) ->
                        onToken(uri, typed.orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET)), root, visit);
                yield work.holding(() -> typed.ifPresent(Passphrase::close));
            }
        };
    }

    private RootAct.Work inFile(Passphrase chosen) {
        return RootAct.Work.of(root -> begin(root, chosen)).holding(chosen::close);
    }

    /// Both roots in the file, under the same passphrase.
    private void inFile(RootSecret root) throws RefusedException, IOException {
        if (root instanceof RootSecret.Opening(LockSecret.Remembered(var same))) {
            begin(root, same);
        } else {
            throw new IllegalArgumentException("The root was not woken in the file");
        }
    }

    private void begin(RootSecret root, Passphrase opening) throws RefusedException, IOException {
        LockPlan way = locksmith.lock().apply(opening);
        home.rootRollover().begin(root, new NextRoot.InFile(KeyProfile.P384, List.of(way)));
    }

    private Optional<Finding> onToken(TokenUri uri, Passphrase shown, RootSecret root, TokenVisit visit)
            throws RefusedException, IOException {
        visit.makeRoot(
                uri,
                shown,
                (key, where) -> home.rootRollover()
                        .begin(root, new NextRoot.OnToken(key, where))
                        .newRoot());
        return Optional.empty();
    }

    @Override
    public void wipe() {
        passphrase.wipe();
        pin.wipe();
    }
}
