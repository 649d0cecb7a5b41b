package org.hearthkey.app.cli;

import java.util.List;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;

/// Tells people at the terminal what a ceremony asks of them, and what is left of it.
final class CeremonyTelling {
    /// What is typed in place of initials to leave a step out.
    static final String LEAVE_OUT = "-";

    private final Session session;
    private final Script script;
    private final boolean rehearsal;

    CeremonyTelling(Session session, Script script, boolean rehearsal) {
        this.session = session;
        this.script = script;
        this.rehearsal = rehearsal;
    }

    private void line(String key, Object... gaps) {
        session.answers().remark(session.words().text(key, gaps));
    }

    private void band() {
        if (rehearsal) {
            line("ceremony.rehearsal.band");
        }
    }

    void introduce() {
        band();
        session.answers().remark(script.title());
        session.answers().remark(script.purpose());
        line("ceremony.script.hash", script.fingerprint().hex());
        line("ceremony.ready.head");
        script.ready().forEach(thing -> session.answers().remark("- " + thing));
    }

    void air(List<String> lines) {
        line("ceremony.air.head");
        lines.forEach(session.answers()::remark);
    }

    void resumed(Ceremony ceremony) {
        band();
        line("ceremony.resumed", ceremony.script().title(), ceremony.done().size());
    }

    void step(Script.Step step) {
        session.answers().remark("");
        band();
        line("ceremony.step", step.number(), script.steps().size(), step.title());
        session.answers().remark(step.todo());
        step.say().ifPresent(text -> line("ceremony.say", text));
    }

    void ending() {
        session.answers().remark("");
        band();
        line("ceremony.ending");
    }
}
