package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hearthkey.app.ceremony.AirPlace;
import org.hearthkey.app.ceremony.ThisProgram;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Setting;
import org.hearthkey.core.ceremony.Transcript;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.seal.RefusedException;

/// Leads through a ceremony at the terminal, from its first step or the one at which it broke off, to its transcript.
final class CeremonyRunning implements AutoCloseable {
    private final Session session;
    private final Script script;
    private final CeremonyAsking asking;
    private final CeremonyActs acts;
    private final CeremonyTelling telling;
    private Rehearsed rehearsed;
    private Optional<Entrance> entrance = Optional.empty();
    private Optional<Ceremony> held = Optional.empty();

    /// @param session in which the acts are done
    /// @param out where files go
    /// @param rehearsed whether making a home was rehearsed; asked for where it matters
    CeremonyRunning(Session session, Script script, CeremonyAsking asking, Path out, Rehearsed rehearsed) {
        this.session = session;
        this.script = script;
        this.asking = asking;
        this.rehearsed = rehearsed;
        acts = new CeremonyActs(session, asking, out);
        telling = new CeremonyTelling(session, script, rehearsed == Rehearsed.IS_REHEARSAL);
    }

    /// All steps that are left, and the root's signature under them.
    Transcript run() throws StoppedException, RefusedException, IOException {
        held = Optional.of(takeUp());
        for (var next = ceremony().next(); next.isPresent(); next = ceremony().next()) {
            step(next.get());
        }
        return end();
    }

    Home home() {
        return entrance.orElseThrow().home();
    }

    private Ceremony ceremony() {
        return held.orElseThrow();
    }

    private void enter() throws StoppedException, IOException {
        leave();
        entrance = Optional.of(session.enterToChange());
    }

    private void leave() {
        entrance.ifPresent(Entrance::close);
        entrance = Optional.empty();
    }

    private Ceremony takeUp() throws StoppedException, IOException {
        var first = script.acts().stream().findFirst();
        var file = session.namedHome();
        var isMade = first.filter(Act.CREATE_HOME::equals).isPresent()
                && file.filter(Files::exists).isPresent();
        if (isMade || first.map(Act::needsHome).orElse(true)) {
            enter();
            var open = home().ceremonies().open();
            if (open.isPresent()) {
                return resume(open.get());
            }
            if (isMade) {
                throw new StoppedException(Exit.FAILED, session.words().text("home.create.exists", file.get()));
            }
            return home().ceremonies().begin(Ceremony.of(script, introduce()));
        }
        return Ceremony.of(script, introduce());
    }

    private Ceremony resume(Ceremony open) throws StoppedException {
        if (!open.script().fingerprint().equals(script.fingerprint())) {
            throw new StoppedException(
                    Exit.REFUSED,
                    session.words().text("ceremony.other", open.script().title()));
        }
        var resumed = home().ceremonies().resume();
        telling.resumed(resumed);
        return resumed;
    }

    /// What is said and asked before the first step.
    private Setting introduce() throws StoppedException, IOException {
        telling.introduce();
        var yes = session.words().text("ceremony.yes");
        if (!asking.says("ready", session.words().text("ceremony.ask.ready"), yes)) {
            throw new StoppedException(Exit.REFUSED, session.words().text("ceremony.not-ready"));
        }
        var overruled = new ArrayList<String>();
        var people = new ArrayList<Setting.Person>();
        for (var role : script.roles()) {
            people.add(new Setting.Person(
                    role.name(),
                    asking.ask(
                            "role." + role.name(),
                            session.words().text("ceremony.ask.role", role.name(), role.task()))));
        }
        var air = air(overruled);
        askRehearsed(overruled);
        return new Setting(
                session.now(),
                List.of(),
                ThisProgram.facts(session.version()),
                ThisProgram.randomness(session.random()),
                people,
                air,
                overruled);
    }

    private List<String> air(List<String> overruled) throws StoppedException, IOException {
        var newest = entrance.flatMap(open -> open.home().journal().latest());
        var place = new AirPlace(session.air(), session.drives());
        var found = place.look(session.namedHome().orElse(Path.of("")), session.now(), newest);
        telling.air(CeremonyCommands.airLines(session, found));
        var codes = found.stream().map(finding -> finding.code().code()).toList();
        if (!codes.isEmpty()) {
            overrule("air", "ceremony.ask.air");
            codes.forEach(code -> overruled.add(Setting.AIR + code));
        }
        return codes;
    }

    /// A first root is made after one was lost and brought back in a rehearsal, or over somebody's word.
    private void askRehearsed(List<String> overruled) throws StoppedException {
        if (rehearsed == Rehearsed.NO && script.acts().contains(Act.CREATE_HOME)) {
            overrule("unrehearsed", "ceremony.ask.unrehearsed");
            overruled.add(Setting.NO_REHEARSAL);
            rehearsed = Rehearsed.OVERRULED;
        }
    }

    private void overrule(String key, String question) throws StoppedException {
        var words = session.words();
        if (!asking.says(key, words.text(question), words.text("ceremony.go-on"))) {
            throw new StoppedException(Exit.REFUSED, words.text("ceremony.not-overruled"));
        }
    }

    private void step(Script.Step step) throws StoppedException, RefusedException, IOException {
        var begun = session.now();
        telling.step(step);
        var key = "step." + step.number();
        var leftOut = step.act().isEmpty() ? asking.given(key + ".leave-out") : Optional.<String>empty();
        var written = new ArrayList<String>();
        for (int i = 0; i < step.write().size() && leftOut.isEmpty(); i++) {
            written.add(asking.ask(key + ".write." + (i + 1), step.write().get(i)));
        }
        var initials = initials(key);
        if (initials.equals(CeremonyTelling.LEAVE_OUT) && step.act().isEmpty()) {
            leftOut = Optional.of(asking.ask(key + ".leave-out", session.words().text("ceremony.ask.why")));
            initials = initials(key);
        }
        var done = new Done(
                step.number(),
                begun,
                session.now(),
                leftOut.isPresent() ? Done.Result.LEFT_OUT : Done.Result.DONE,
                initials,
                written,
                leftOut.orElse(""));
        if (step.act().isPresent()) {
            untilDone(step.act().get(), done);
        } else if (entrance.isPresent()) {
            keep(done, () -> {});
        } else {
            held = Optional.of(ceremony().with(done));
        }
    }

    private String initials(String key) throws StoppedException {
        var usual = asking.given("initials");
        var question = session.words().text("ceremony.ask.initials");
        return usual.isPresent()
                ? asking.ask(key + ".initials", question, usual.get())
                : asking.ask(key + ".initials", question);
    }

    /// Somebody at the terminal may type a passphrase once more; a script stops where it fails.
    private void untilDone(Act act, Done done) throws StoppedException, RefusedException, IOException {
        while (true) {
            try {
                act(act, done);
                return;
            } catch (StoppedException stopped) {
                if (!mayTryAgain()) {
                    throw stopped;
                }
                stopped.lines().forEach(session.answers()::remark);
            } catch (RefusedException refused) {
                if (!mayTryAgain()) {
                    throw refused;
                }
                HomeDoor.refused(refused.refusal(), refused.where()).lines().forEach(session.answers()::remark);
            }
        }
    }

    private boolean mayTryAgain() throws StoppedException {
        return session.terminal().isPresent()
                && asking.says(
                        "again",
                        session.words().text("ceremony.ask.again"),
                        session.words().text("ceremony.yes"));
    }

    private void act(Act act, Done done) throws StoppedException, RefusedException, IOException {
        switch (act) {
            case CREATE_HOME -> {
                acts.createHome(ceremony().with(done), rehearsed);
                enter();
                held = home().ceremonies().open();
            }
            case RECOVER -> recover(done);
            case ADD_ZONE -> keep(done, () -> acts.addZone(entrance.orElseThrow()));
            case SIGN_LIFELINES -> keep(done, () -> acts.signLifelines(entrance.orElseThrow()));
            case MAKE_SHEETS -> keep(done, () -> acts.makeSheets(entrance.orElseThrow()));
            case READ_BACK -> keep(done, () -> acts.readBack(entrance.orElseThrow()));
            case DRILL -> keep(done, () -> acts.drill(entrance.orElseThrow()));
            case SIGN_INTERMEDIATE -> keep(done, () -> acts.signIntermediate(entrance.orElseThrow()));
            case ROLL_OVER -> keep(done, () -> acts.rollOver(entrance.orElseThrow()));
        }
    }

    /// Part of an act, with all the ways in which a command may end.
    private interface Work {
        void run() throws StoppedException, RefusedException, IOException;
    }

    /// Carries what ended a command out of a commit.
    private static final class BrokeOff extends Exception {
        private static final long serialVersionUID = 1L;

        BrokeOff(Exception why) {
            super(why);
        }
    }

    private void keep(Done done, Work work) throws StoppedException, RefusedException, IOException {
        held = Optional.of(kept(home(), ceremony(), done, work));
    }

    private Ceremony kept(Home home, Ceremony before, Done done, Work work)
            throws StoppedException, RefusedException, IOException {
        try {
            return home.ceremonies().<BrokeOff>keep(before, () -> {
                try {
                    work.run();
                    return done.endedAt(session.now());
                } catch (StoppedException | RefusedException | IOException why) {
                    throw new BrokeOff(why);
                }
            });
        } catch (BrokeOff broke) {
            switch (Objects.requireNonNull(broke.getCause())) {
                case StoppedException stopped -> throw stopped;
                case RefusedException refused -> throw refused;
                case IOException failed -> throw failed;
                case Throwable mistake -> throw new IllegalStateException(mistake);
            }
        }
    }

    /// The home opens to its sheets: only then is it known whether this ceremony was begun before.
    private void recover(Done done) throws StoppedException, RefusedException, IOException {
        leave();
        acts.recover(new Restoring.Around() {
            private Optional<Ceremony> before = Optional.empty();

            @Override
            public boolean begins(Home home) throws StoppedException {
                var open = home.ceremonies().open();
                if (open.filter(other -> !other.script().fingerprint().equals(script.fingerprint()))
                        .isPresent()) {
                    throw new StoppedException(
                            Exit.REFUSED,
                            session.words()
                                    .text("ceremony.other", open.get().script().title()));
                }
                if (open.isPresent() && open.get().done().size() >= done.number()) {
                    telling.resumed(home.ceremonies().resume());
                    return false;
                }
                before = open.or(() -> held);
                return true;
            }

            @Override
            public void keep(Home home, Restoring.Change change)
                    throws StoppedException, RefusedException, IOException {
                kept(home, before.orElseThrow(), done, change::make);
            }
        });
        enter();
        held = home().ceremonies().open();
    }

    private Transcript end() throws StoppedException, RefusedException, IOException {
        telling.ending();
        try (var root = session.tokens().root(home())) {
            return home().ceremonies().end(ceremony(), root.secret());
        }
    }

    @Override
    public void close() {
        acts.close();
        leave();
    }
}
