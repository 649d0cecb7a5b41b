package org.hearthkey.app.ui.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.app.ui.approve.LastStep;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;

/// Giving a device a new certificate for the request that it made.
public final class RenewViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final Device device;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());

    public RenewViewModel(Device device, HomeContext context) {
        this.device = device;
        home = context.home();
        background = context.background();
        navigation = context.navigation();
    }

    /// All that the dialog can be in.
    public sealed interface State {
        record Looking() implements State {}

        /// The file is no request.
        record Unsuitable(Finding why) implements State {}

        record Deciding(Review review) implements State {}

        record Signing() implements State {}

        record Renewed(LastStep lastStep) implements State {}

        record Failed(Exception cause) implements State {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Device device() {
        return device;
    }

    /// Looks at the request, and at what speaks for and against it.
    public void offer(Path file) {
        state.set(new State.Looking());
        background.run(() -> look(file), state::set, cause -> state.set(new State.Failed(cause)));
    }

    private State look(Path file) throws IOException {
        return RequestFile.read(file)
                .request()
                .<State>map(request -> new State.Deciding(review(request)))
                .orElseGet(() -> new State.Unsuitable(RequestFile.UNREADABLE));
    }

    /// A renewal lasts as long as what it renews.
    private Review review(CertificateRequest request) {
        var before = device.certified().orElseThrow();
        var days = Duration.between(before.notBefore(), before.notAfter()).toDays();
        return home.approvals().reviewRenewal(device, request, Math.toIntExact(Math.max(1, days)));
    }

    /// The owner's yes. It buys one certificate.
    public void renew() {
        if (state.get() instanceof State.Deciding(var review) && review.mayApprove()) {
            state.set(new State.Signing());
            var approval = new Approval(review);
            background.run(
                    () -> home.approvals().renew(device, approval),
                    this::renewed,
                    cause -> state.set(new State.Failed(cause)));
        }
    }

    private void renewed(Outcome outcome) {
        switch (outcome) {
            case Outcome.Issued issued -> {
                state.set(new State.Renewed(new LastStep(issued, background)));
                navigation.homeChanged();
            }
            case Outcome.Paired _ -> throw new IllegalStateException("A renewal was paired");
            case Outcome.Refused(var review) -> state.set(new State.Deciding(review));
        }
    }

    /// What speaks for and against it, what refuses first.
    static List<Finding> weighed(Review review) {
        return review.findings().stream()
                .sorted((one, other) -> other.weight().compareTo(one.weight()))
                .toList();
    }
}
