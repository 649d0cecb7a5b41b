package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.app.print.PaperPrinter;
import org.hearthkey.app.ui.passphrase.Locksmith;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;

/// Leads through one ceremony in an open home: what is read first, each step, and what is left of it.
final class CeremonyDirector implements SheetsWanted {
    private final Script script;
    private final HomeContext context;
    private final Background aside;
    private final PaperPrinter printer;
    private final BooleanSupplier hasTokens;
    private final Locksmith locksmith;
    private final Supplier<Optional<String>> noRollover;
    private final WayOut out;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<CeremonyState> state = new ReadOnlyObjectWrapper<>(new CeremonyState.Reading());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> rootWords = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CeremonyPreparation preparation;
    private final StepForm form;
    private Runnable forget = () -> {};
    private Optional<SheetMaking> sheets = Optional.empty();

    /// @param circumstances what is said of the computer and the program
    /// @param aside where pictures are looked through, paper is printed and the air is looked at
    /// @param locksmith makes the lock on a new root's key
    /// @param noRollover why no new root can be made here
    /// @param out leads to acts that open a home themselves
    /// @param ended told when the owner goes back
    CeremonyDirector(
            Script script,
            HomeContext context,
            CeremonyCircumstances circumstances,
            Background aside,
            PaperPrinter printer,
            BooleanSupplier hasTokens,
            Locksmith locksmith,
            Supplier<Optional<String>> noRollover,
            WayOut out,
            Runnable ended) {
        this.out = out;
        this.locksmith = locksmith;
        this.noRollover = noRollover;
        this.script = script;
        this.context = context;
        this.aside = aside;
        this.printer = printer;
        this.hasTokens = hasTokens;
        this.ended = ended;
        form = new StepForm(context.clock());
        context.background()
                .run(
                        () -> context.home().issuers().root().certificate().fingerprint(),
                        root -> rootWords.set(Optional.of(root.words().toString())),
                        this::failed);
        preparation = new CeremonyPreparation(script, circumstances, Rehearsed.YES);
    }

    Script script() {
        return script;
    }

    ReadOnlyObjectProperty<CeremonyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The four words of the root, once they are known.
    ReadOnlyObjectProperty<Optional<String>> rootWords() {
        return rootWords.getReadOnlyProperty();
    }

    /// What is asked before the first step.
    CeremonyPreparation preparation() {
        return preparation;
    }

    /// What people fill in at the step that is due.
    StepForm form() {
        return form;
    }

    /// On to who takes part.
    void prepare() {
        state.set(new CeremonyState.Preparing());
        var home = context.home();
        context.background()
                .run(
                        () -> home.journal().latest(),
                        newest -> preparation.look(
                                aside, home.file(), context.clock().instant(), newest, this::failed),
                        this::failed);
    }

    /// The first step.
    void begin() {
        if (state.get() instanceof CeremonyState.Preparing
                && preparation.isDone().get()) {
            var now = context.clock().instant();
            context.background()
                    .run(() -> context.home().ceremonies().begin(preparation.begun(now)), this::goOn, this::failed);
        }
    }

    /// Takes up what broke off.
    void resume() {
        context.background().run(() -> context.home().ceremonies().resume(), this::goOn, this::failed);
    }

    /// On to what comes next in a ceremony that the home keeps.
    void goOn(Ceremony ceremony) {
        failure.set(Optional.empty());
        var next = ceremony.next();
        form.begin(next);
        state.set(next.<CeremonyState>map(step -> new CeremonyState.AtStep(ceremony, step))
                .orElseGet(() -> new CeremonyState.Ending(ceremony)));
        context.navigation().homeChanged();
    }

    /// The step was done by people.
    void stepDone(Ceremony ceremony, Script.Step step) {
        keep(ceremony, form.done(step));
    }

    /// The step is left out, and somebody says why.
    void leaveOut(Ceremony ceremony, Script.Step step, String reason) {
        keep(ceremony, form.leftOut(step, reason));
    }

    private void keep(Ceremony ceremony, Done done) {
        context.background()
                .run(() -> context.home().ceremonies().keep(ceremony, () -> done), this::goOn, this::failed);
    }

    /// What an act does once the root is awake.
    interface Waking {
        void act(RootSecret root) throws IOException, RefusedException;

        /// Which rule refuses it; then it is not done.
        default Optional<Finding> refusal() throws IOException {
            return Optional.empty();
        }
    }

    /// The act of a step that wakes the root: done and kept in one commit.
    RootAct waking(Ceremony ceremony, Script.Step step, RootAct.Asked asked, Waking waking) {
        var next = new AtomicReference<>(ceremony);
        var work = new RootAct.Plain(asked.ready(), () -> {
            var done = form.done(step);
            return (root, _) -> {
                var refused = waking.refusal();
                if (refused.isEmpty()) {
                    next.set(CeremonyKeeping.keep(context.home(), ceremony, () -> {
                        waking.act(root);
                        return done.endedAt(context.clock().instant());
                    }));
                }
                return refused;
            };
        });
        return waking(work, next);
    }

    /// The same for an act whose work asks for more secrets than the root's, and is refused by no rule.
    RootAct waking(Ceremony ceremony, Script.Step step, RootAct.Asked asked) {
        var next = new AtomicReference<>(ceremony);
        var kept = new RootAct.Around(asked, work -> {
            var done = form.done(step);
            return (root, tokens) -> {
                next.set(CeremonyKeeping.keep(context.home(), ceremony, () -> {
                    work.with(root, tokens).ifPresent(rule -> {
                        throw new IllegalStateException(rule.code());
                    });
                    return done.endedAt(context.clock().instant());
                }));
                return Optional.empty();
            };
        });
        return waking(kept, next);
    }

    private RootAct waking(RootAct.Asked asked, AtomicReference<Ceremony> next) {
        return new RootAct(
                context.background(), context.rootDoor(), asked, () -> goOn(Objects.requireNonNull(next.get())));
    }

    /// What is asked for a new root.
    NextRootAsked nextRoot() {
        return new NextRootAsked(context, locksmith);
    }

    /// The key of the sentence that says why no new root can be made here; empty if one can.
    Optional<String> noRollover() {
        return noRollover.get();
    }

    /// The root's signature under the transcript.
    RootAct ending(Ceremony ceremony) {
        var signed = new AtomicReference<Optional<Transcript>>(Optional.empty());
        return new RootAct(
                context.background(),
                context.rootDoor(),
                root -> signed.set(Optional.of(context.home().ceremonies().end(ceremony, root))),
                () -> {
                    state.set(new CeremonyState.Held(
                            Objects.requireNonNull(signed.get()).orElseThrow()));
                    context.navigation().homeChanged();
                });
    }

    @Override
    public boolean hasTokens() {
        return hasTokens.getAsBoolean();
    }

    @Override
    public NewSheets asked() {
        return NewSheets.of(context);
    }

    @Override
    public RootAct making(NewSheets asked) {
        return asked.act(this::print);
    }

    private void print(SheetDraft draft) {
        if (!(state.get() instanceof CeremonyState.AtStep(var ceremony, var step))) {
            draft.close();
            return;
        }
        var making = new SheetMaking(draft, context, aside, printer, () -> {});
        sheets = Optional.of(making);
        forget = making::forget;
        state.set(new CeremonyState.Printing(ceremony, step, making));
    }

    /// The sheets that were made come back.
    void readBack(Ceremony ceremony, Script.Step step) {
        var making = sheets.orElseThrow();
        var done = form.done(step);
        var next = new AtomicReference<>(ceremony);
        making.keptWith(work -> CeremonyKeeping.keeping(context.home(), ceremony, done, work, next::set));
        making.endedWith(() -> {
            sheets = Optional.empty();
            if (ceremony.equals(next.get())) {
                resume();
            } else {
                goOn(Objects.requireNonNull(next.get()));
            }
        });
        making.readBack();
        state.set(new CeremonyState.ReadingBack(ceremony, step, making));
    }

    /// Sheets are to be proven.
    void drill(Ceremony ceremony, Script.Step step) {
        var done = form.done(step);
        context.background()
                .run(
                        () -> context.home().recoverySheets().issued(),
                        issued -> issued.ifPresentOrElse(
                                found -> {
                                    var next = new AtomicReference<>(ceremony);
                                    var drill = new SheetDrill(
                                            found, context, aside, () -> goOn(Objects.requireNonNull(next.get())));
                                    drill.keptWith(work ->
                                            CeremonyKeeping.keeping(context.home(), ceremony, done, work, next::set));
                                    forget = drill::forget;
                                    state.set(new CeremonyState.Drilling(ceremony, step, drill));
                                },
                                () -> failed(new IllegalStateException("No sheets"))),
                        this::failed);
    }

    /// The home is locked, and opens to its sheets.
    void bringBack(Ceremony ceremony, Script.Step step) {
        out.bringBack(new ActDue(ceremony, form.done(step)));
    }

    /// Locks the home for a ceremony that opens one itself.
    void holdOutside() {
        out.hold(script);
    }

    private void failed(Exception cause) {
        failure.set(Optional.of(cause));
    }

    /// Back to the list. What is under way can be taken up again.
    void end() {
        forget();
        ended.run();
    }

    /// Forgets every share that is at hand.
    void forget() {
        forget.run();
        forget = () -> {};
    }

    /// Whether all that is left of it can be done from an open home.
    static boolean canLead(Ceremony ceremony) {
        return ceremony.script().steps().stream()
                .skip(ceremony.done().size())
                .flatMap(step -> step.act().stream())
                .noneMatch(Act.CREATE_HOME::equals);
    }
}
