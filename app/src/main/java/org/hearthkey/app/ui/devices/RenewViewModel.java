package org.hearthkey.app.ui.devices;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.app.ui.approve.LastStep;
import org.hearthkey.app.ui.confirm.ConfirmForm;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;

/// Giving a device a new certificate for the request that it made.
public final class RenewViewModel {
    private final Home home;
    private final Background background;
    private final Navigation navigation;
    private final Device device;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());

    private final ConfirmForm confirm;
    private Optional<CertificateRequest> request = Optional.empty();
    private List<Shown> makers = List.of();
    private boolean told;

    public RenewViewModel(Device device, HomeContext context) {
        this.device = device;
        confirm = new ConfirmForm(new SecureRandom());
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        confirm.onChange(this::reviewAgain);
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

    /// How the owner makes sure that a device which is being set up is the one that asks.
    public ConfirmForm confirm() {
        return confirm;
    }

    /// Looks at the request, and at what speaks for and against it.
    public void offer(Path file) {
        state.set(new State.Looking());
        background.run(() -> RequestFile.read(file).request(), this::take, cause -> state.set(new State.Failed(cause)));
    }

    private void take(Optional<CertificateRequest> read) {
        request = read;
        if (read.isPresent()) {
            told = false;
            review(read.get());
        } else {
            state.set(new State.Unsuitable(RequestFile.UNREADABLE));
        }
    }

    private void reviewAgain() {
        if (state.get() instanceof State.Deciding) {
            told = false;
            request.ifPresent(this::review);
        }
    }

    /// The files by which its maker vouches for it, as far as they were shown.
    List<Shown> makers() {
        return makers;
    }

    /// Takes more such files; each counts once.
    void offerMakers(List<Path> files) {
        background.run(
                () -> AttestationFiles.read(files),
                read -> vouch(
                        Stream.concat(makers.stream(), read.stream()).distinct().toList()),
                cause -> state.set(new State.Failed(cause)));
    }

    /// Leaves one of them out again.
    void leaveOut(Shown file) {
        vouch(makers.stream().filter(each -> !each.equals(file)).toList());
    }

    private void vouch(List<Shown> files) {
        makers = files;
        reviewAgain();
    }

    private void review(CertificateRequest asking) {
        var done = confirm.confirmation();
        var shown = makers;
        background.run(
                () -> home.approvals().reviewRenewal(device, asking, days(), done, shown),
                this::show,
                cause -> state.set(new State.Failed(cause)));
    }

    /// A renewal lasts as long as what it renews; what a device is set up with first lasts one day.
    private int days() {
        if (device.isBeingSetUp()) {
            return Lifetimes.DEVICE_DAYS;
        }
        var before = device.certified().orElseThrow();
        var days = Duration.between(before.notBefore(), before.notAfter()).toDays();
        return Math.toIntExact(Math.max(1, days));
    }

    private void show(Review review) {
        state.set(new State.Deciding(review));
        if (!review.mayApprove() && !told) {
            told = true;
            background.run(
                    () -> home.alarms().refused(review),
                    alarms -> {
                        if (!alarms.isEmpty()) {
                            navigation.homeChanged();
                        }
                    },
                    cause -> state.set(new State.Failed(cause)));
        }
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
                state.set(new State.Renewed(new LastStep(issued, home.rootRollover(), background)));
                navigation.homeChanged();
            }
            case Outcome.Paired _ -> throw new IllegalStateException("A renewal was paired");
            case Outcome.Refused(var review) -> state.set(new State.Deciding(review));
        }
    }

    /// What speaks for and against it, what refuses first; what is only asked for is not among it.
    static List<Finding> weighed(Review review) {
        return review.findings().stream()
                .filter(finding -> !finding.code().equals("confirmation.absent"))
                .sorted((one, other) -> other.weight().compareTo(one.weight()))
                .toList();
    }
}
