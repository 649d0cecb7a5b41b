package org.hearthkey.app.ui.approve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.frames.Progress;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.ZoneRulings;
import org.hearthkey.core.scan.Code;

/// The way of one device into the home: scan, decide, hand over.
public final class ApproveViewModel {
    private final Home home;
    private final Background background;
    private final Background pictures;
    private final SeriesModel series;
    private final Navigation navigation;
    private final InstantSource clock;
    private final ApproveForm form;
    private final ReadOnlyObjectWrapper<ApproveState> state =
            new ReadOnlyObjectWrapper<>(new ApproveState.Scanning(Optional.empty()));
    private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(Choices.NONE);
    private final ReadOnlyObjectWrapper<Optional<Instant>> openUntil = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Claim claim = Claim.NOTHING;
    private long reviews;
    private long looks;
    private long turn;
    private boolean begun;
    private boolean raised;
    private boolean filling;

    public ApproveViewModel(HomeContext context) {
        this(context, context.background());
    }

    /// @param pictures where pictures are looked through, which takes longer than the home's own work may wait
    public ApproveViewModel(HomeContext context, Background pictures) {
        this.pictures = pictures;
        series = new SeriesModel(context.clock());
        home = context.home();
        background = context.background();
        navigation = context.navigation();
        clock = context.clock();
        form = new ApproveForm(new SecureRandom());
        form.onChange(this::review);
        form.confirm().onChange(() -> raised = false);
    }

    public ReadOnlyObjectProperty<ApproveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// How far a series of codes is, while some are missing.
    public ReadOnlyObjectProperty<Optional<Progress.Gathering>> gatheringProperty() {
        return series.gatheringProperty();
    }

    /// Begins a series of codes again.
    void forgetSeries() {
        series.forget();
    }

    /// Until when the home is open for pairing, if it is.
    public ReadOnlyObjectProperty<Optional<Instant>> openUntilProperty() {
        return openUntil.getReadOnlyProperty();
    }

    /// Opens the home for pairing for as long as is usual, and looks at the device again.
    public void openForPairing() {
        background.run(
                () -> home.zoneRulings().open(ZoneRulings.WINDOW),
                closes -> {
                    openUntil.set(Optional.of(closes));
                    navigation.homeChanged();
                    review();
                },
                cause -> state.set(new ApproveState.Failed(cause)));
    }

    public ApproveForm form() {
        return form;
    }

    /// Reads what the home suggests.
    public void arrived() {
        background.run(
                () -> home.zoneRulings().openUntil(),
                openUntil::set,
                cause -> state.set(new ApproveState.Failed(cause)));
        background.run(
                () -> Choices.of(home, clock.instant()),
                this::suggest,
                cause -> state.set(new ApproveState.Failed(cause)));
    }

    private void suggest(Choices read) {
        choices.set(read);
        if (read.zones().size() == 1) {
            form.zoneProperty().set(Optional.of(read.zones().getFirst()));
        }
    }

    /// Begins with a device that came with the house, as if its code had been scanned.
    public void setUp(String name) {
        startOver();
        background.run(
                () -> SetUpAgain.find(home, name),
                found -> found.ifPresent(this::begin),
                cause -> state.set(new ApproveState.Failed(cause)));
    }

    private void begin(SetUpAgain device) {
        if (device.code().isPresent()) {
            go(device.found(), state.get());
        }
        device.fill(form, choices.get());
    }

    /// Looks at files: pictures of codes, or codes and requests themselves.
    public void offer(List<Path> files) {
        look(() -> Found.in(files));
    }

    public void offer(QrPicture picture) {
        look(() -> Found.in(picture));
    }

    /// Lets the owner mark where the code is on a picture of the screen.
    void mark(Frame still) {
        switch (state.get()) {
            case ApproveState.Looking _, ApproveState.Issuing _, ApproveState.HandingOver _ -> {}
            case ApproveState.Marking(var _, var before) -> state.set(new ApproveState.Marking(still, before));
            case ApproveState.Choosing(var _, var before) -> state.set(new ApproveState.Marking(still, before));
            case ApproveState.Scanning _,
                    ApproveState.Deciding _,
                    ApproveState.Refused _,
                    ApproveState.Paired _,
                    ApproveState.Failed _ -> state.set(new ApproveState.Marking(still, state.get()));
        }
    }

    public void offerTyped(String text) {
        look(() -> Found.typed(text));
    }

    /// Takes files by which the device's maker vouches for it, beside those that were shown before.
    public void offerMakers(List<Path> files) {
        long asked = turn;
        pictures.run(() -> AttestationFiles.read(files), read -> vouch(asked, claim.vouched(read)), cause -> {
            if (asked == turn && state.get() instanceof ApproveState.Deciding) {
                stumble(new Hitch.Unreadable(cause), state.get());
            }
        });
    }

    /// Leaves a file of the device's maker out again.
    void withdraw(Shown file) {
        vouch(turn, claim.without(file));
    }

    private void vouch(long asked, Claim vouched) {
        if (asked == turn && state.get() instanceof ApproveState.Deciding) {
            claim = vouched;
            review();
        }
    }

    /// Says that the desktop gives no picture of itself.
    void screenIsPrivate() {
        stumble(new Hitch.PrivateScreen(), state.get());
    }

    /// Takes what the camera sees, again and again. What is of no use is said once and does not stop the camera.
    void offerSeen(List<String> texts) {
        if (state.get() instanceof ApproveState.Scanning scanning) {
            take(Found.in("", texts), scanning);
        }
    }

    private void look(Callable<List<Found>> looking) {
        switch (state.get()) {
            case ApproveState.Looking _, ApproveState.Issuing _, ApproveState.HandingOver _ -> {}
            case ApproveState.Scanning _,
                    ApproveState.Marking _,
                    ApproveState.Choosing _,
                    ApproveState.Deciding _,
                    ApproveState.Refused _,
                    ApproveState.Paired _,
                    ApproveState.Failed _ -> {
                var before = standing();
                state.set(new ApproveState.Looking());
                long number = ++looks;
                pictures.run(
                        looking,
                        found -> looked(number, () -> take(found, before)),
                        cause -> looked(number, () -> stumble(new Hitch.Unreadable(cause), before)));
            }
        }
    }

    /// Where the screen is, but for what was asked meanwhile.
    private ApproveState standing() {
        return switch (state.get()) {
            case ApproveState.Choosing(var _, var before) -> before;
            case ApproveState.Marking(var _, var before) -> before;
            case ApproveState other -> other;
        };
    }

    /// What was looked at before the owner stopped it is of no interest.
    private void looked(long number, Runnable news) {
        if (number == looks && state.get() instanceof ApproveState.Looking) {
            news.run();
        }
    }

    void take(List<Found> looked, ApproveState before) {
        var found = new ArrayList<Found>();
        for (var each : looked) {
            if (each instanceof Found.Part part) {
                series.add(part).ifPresent(found::add);
            } else {
                found.add(each);
            }
        }
        long labels = found.stream().filter(Found.Label.class::isInstance).count();
        long requests = found.stream().filter(Found.Request.class::isInstance).count();
        boolean isPlain = labels <= 1 && requests <= 1 && found.stream().allMatch(Found::isUsable);
        if (found.isEmpty()) {
            state.set(resumed(before));
        } else if (isPlain) {
            go(found, before);
        } else if (found.size() == 1 && found.getFirst() instanceof Found.Useless(var _, var why)) {
            stumble(why, before);
        } else {
            state.set(new ApproveState.Choosing(found, before));
        }
    }

    /// Goes on with one of the things among which the owner is asked to choose.
    void choose(Found chosen) {
        if (state.get() instanceof ApproveState.Choosing(var _, var before) && chosen.isUsable()) {
            go(List.of(chosen), before);
        }
    }

    /// Says which of several kinds the code is.
    void choose(Code code) {
        choose(new Found.Label("", code));
    }

    /// Stops looking at what takes long, or chooses or marks nothing. What was shown before stays.
    void cancel() {
        if (state.get() instanceof ApproveState.Choosing || state.get() instanceof ApproveState.Marking) {
            state.set(standing());
        } else if (state.get() instanceof ApproveState.Looking) {
            if (begun) {
                review();
            } else {
                state.set(new ApproveState.Scanning(Optional.empty()));
            }
        }
    }

    private void go(List<Found> found, ApproveState before) {
        if (before instanceof ApproveState.Refused && found.stream().anyMatch(Found.Request.class::isInstance)) {
            // Another request is another attempt.
            claim = claim.withoutRequest();
        }
        for (var each : found) {
            claim = claim.with(each);
        }
        series.forget();
        raised = false;
        filling = true;
        form.confirm().clear();
        form.keySourceProperty().set(told().usualKeySource());
        begin();
    }

    private static ApproveState resumed(ApproveState before) {
        return before instanceof ApproveState.Deciding(var said, var verdict, var _)
                ? new ApproveState.Deciding(said, verdict, Optional.empty())
                : new ApproveState.Scanning(Optional.empty());
    }

    /// Goes on without a code and without a request: the key is made here.
    public void withoutKey() {
        filling = true;
        form.keySourceProperty().set(KeySource.MADE_HERE);
        begin();
    }

    private void begin() {
        begun = true;
        fill();
        review();
    }

    private void stumble(Hitch hitch, ApproveState before) {
        state.set(
                before instanceof ApproveState.Deciding(var said, var verdict, var _)
                        ? new ApproveState.Deciding(said, verdict, Optional.of(hitch))
                        : new ApproveState.Scanning(Optional.of(hitch)));
    }

    private void fill() {
        filling = true;
        told().suggest();
        filling = false;
    }

    private Told told() {
        return new Told(claim, form, choices.get());
    }

    private void review() {
        if (!begun || filling) {
            return;
        }
        var gaps = told().gaps();
        var application = told().application();
        long number = ++reviews;
        background.run(
                () -> home.approvals().review(application),
                review -> {
                    if (number == reviews) {
                        show(Verdict.of(review, gaps));
                    }
                },
                cause -> state.set(new ApproveState.Failed(cause)));
    }

    private void show(Verdict verdict) {
        state.set(verdict.ending()
                .<ApproveState>map(why -> new ApproveState.Refused(claim, verdict, why, List.of()))
                .orElseGet(() -> new ApproveState.Deciding(claim, verdict, Optional.empty())));
        if (verdict.isSuspicious() && !raised) {
            raised = true;
            background.run(
                    () -> home.alarms().refused(verdict.review()),
                    this::kept,
                    cause -> state.set(new ApproveState.Failed(cause)));
        }
    }

    private void kept(List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        if (state.get() instanceof ApproveState.Refused(var said, var verdict, var why, var _)) {
            state.set(new ApproveState.Refused(said, verdict, why, alarms));
        }
        navigation.homeChanged();
    }

    /// The owner's yes. It buys one certificate.
    public void approve() {
        if (state.get() instanceof ApproveState.Deciding(var _, var verdict, var _) && verdict.mayApprove()) {
            state.set(new ApproveState.Issuing());
            var approval = new Approval(verdict.review());
            background.run(
                    () -> home.approvals().issue(approval),
                    this::issued,
                    cause -> state.set(new ApproveState.Failed(cause)));
        }
    }

    private void issued(Outcome outcome) {
        switch (outcome) {
            case Outcome.Issued issued -> {
                state.set(new ApproveState.HandingOver(new LastStep(issued, home.rootRollover(), background)));
                navigation.homeChanged();
            }
            case Outcome.Paired(var device) -> {
                state.set(new ApproveState.Paired(device));
                navigation.homeChanged();
            }
            case Outcome.Refused(Review review) -> show(Verdict.of(review, told().gaps()));
        }
    }

    /// Forgets the device and its key, and waits for the next one.
    public void startOver() {
        if (state.get() instanceof ApproveState.HandingOver(var lastStep)) {
            lastStep.close();
        }
        claim = Claim.NOTHING;
        turn++;
        series.forget();
        begun = false;
        reviews++;
        filling = true;
        form.clear();
        filling = false;
        suggest(choices.get());
        state.set(new ApproveState.Scanning(Optional.empty()));
    }

    /// Called when the home is locked.
    public void left() {
        startOver();
    }
}
