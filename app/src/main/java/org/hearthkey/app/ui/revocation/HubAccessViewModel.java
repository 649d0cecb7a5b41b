package org.hearthkey.app.ui.revocation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.deliver.BrokerAdmin;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// How one hub is reached: where it lets devices in, and how the home comes to its broker.
public final class HubAccessViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final Hub hub;
    private final TypedSecret secret = new TypedSecret();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());

    public HubAccessViewModel(Hub hub, HomeContext context) {
        this.hub = hub;
        home = context.home();
        background = context.background();
        navigation = context.navigation();
    }

    /// All that it can be in.
    public sealed interface State {
        record Reading() implements State {}

        /// What is known.
        ///
        /// @param admin how the home comes to its broker, if it does
        /// @param zones those a listener may let in
        record Known(List<Listener> listeners, Optional<BrokerAdmin> admin, List<ZoneName> zones) implements State {
            public Known {
                listeners = List.copyOf(listeners);
                zones = List.copyOf(zones);
            }

            boolean has(ZoneName zone, ListenerAddress address) {
                return listeners.stream()
                        .anyMatch(
                                one -> one.zone().equals(zone) && one.address().equals(address));
            }
        }

        record Failed(Exception cause) implements State {}
    }

    public Hub hub() {
        return hub;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The secret of a RADIUS server, or the password of a broker's administrator. It is wiped whatever becomes of it.
    public TypedSecret secret() {
        return secret;
    }

    public void read() {
        background.run(this::known, state::set, this::failed);
    }

    private State known() {
        return new State.Known(
                home.probing().listeners(hub.name()),
                home.isolation().admin(hub.name()),
                home.issuers().zones().stream().map(Zone::name).toList());
    }

    private void failed(Exception cause) {
        state.set(new State.Failed(cause));
    }

    /// Tries this listener from now on. What was typed as its secret goes with it where it is a RADIUS server.
    public void listen(ZoneName zone, ListenerAddress address) {
        if (address.kind() == ListenerAddress.Kind.EAP_TLS) {
            withSecret(shared -> home.probing().add(hub.name(), zone, address, shared));
        } else {
            change(() -> home.probing().add(hub.name(), zone, address));
        }
    }

    /// Tries it no more, and forgets what became of trying it.
    public void forget(Listener listener) {
        change(() -> {
            home.probing().remove(listener);
            return listener;
        });
    }

    /// Comes to the hub's broker like this from now on, with the password that was typed.
    public void administer(ListenerAddress address, String user) {
        withSecret(password -> home.isolation().keepAdmin(hub.name(), address, user, password));
    }

    /// Forgets how to come there.
    public void forgetAdmin() {
        change(() -> {
            home.isolation().forgetAdmin(hub.name());
            return hub;
        });
    }

    /// Something that takes a secret.
    private interface Taking {
        Object with(SecretBytes secret);
    }

    private void withSecret(Taking taking) {
        Optional<Passphrase> typed = secret.use(Passphrase::parse);
        secret.wipe();
        typed.ifPresent(held -> change(() -> {
            try (held;
                    var bytes = held.use(typedBytes -> SecretBytes.owning(typedBytes.clone()))) {
                return taking.with(bytes);
            }
        }));
    }

    private void change(Callable<?> act) {
        background.run(
                () -> {
                    act.call();
                    return known();
                },
                now -> {
                    state.set(now);
                    navigation.homeChanged();
                },
                this::failed);
    }

    /// Overwrites what is being typed.
    public void wipe() {
        secret.wipe();
    }
}
