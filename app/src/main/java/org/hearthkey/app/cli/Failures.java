package org.hearthkey.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearthkey.core.authority.SigningException;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.home.TooSoonException;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.witness.BlockedException;
import picocli.CommandLine.ParameterException;

/// The one place where the command line answers what went wrong.
final class Failures {
    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    /// Tells people and scripts, and ends the command.
    int answer(Throwable failure) {
        var stopped = stopped(failure);
        if (session.answers().areForScripts()) {
            var document = stopped.document().isEmpty()
                    ? Map.of("error", String.join(" ", stopped.lines()))
                    : stopped.document();
            session.answers().line(Json.line(document));
        }
        stopped.lines().forEach(session.answers()::remark);
        return stopped.exit().code();
    }

    /// Tells what is wrong with a command line.
    int misused(ParameterException misuse, String[] args) {
        var command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        var told = String.valueOf(misuse.getMessage());
        if (List.of(args).contains("--json")) {
            session.answers().line(Json.line(Map.of("error", told)));
        }
        session.answers().remark(Plain.text(told));
        session.answers().remark(session.words().text("misused.help", command));
        return Exit.MISUSED.code();
    }

    /// Ends a command whose answer nobody could read.
    int answerLost() {
        session.answers().remark(session.words().text("answer.lost"));
        return Exit.FAILED.code();
    }

    private StoppedException stopped(Throwable failure) {
        return switch (failure) {
            case StoppedException stopped -> stopped;
            case RefusedException refused -> HomeDoor.refused(refused.refusal(), refused.where());
            case TooSoonException tooSoon -> HomeDoor.mustWait(tooSoon.left());
            case BlockedException blocked -> new StandingTelling(session).stopped(blocked.reason());
            case TokenException failed ->
                new StoppedException(
                        Exit.of(failed.trouble()), session.failures().explain(failed));
            case SigningException failed
            when failed.trouble().isPresent() -> stopped(failed.trouble().get());
            case DeliveryException failed
            when failed.reason() == DeliveryException.Reason.HOLDS_HOME ->
                new StoppedException(Exit.REFUSED, session.failures().explain(failed));
            case IOException failed ->
                new StoppedException(Exit.FAILED, session.failures().explain(failed));
            case UncheckedIOException failed ->
                new StoppedException(
                        Exit.FAILED, session.failures().explain(Objects.requireNonNull(failed.getCause())));
            case StoreException failed ->
                new StoppedException(Exit.FAILED, session.failures().explain(failed));
            default -> new StoppedException(Exit.MISTAKEN, mistake(failure));
        };
    }

    private String mistake(Throwable failure) {
        var log = session.mistakes();
        try {
            log.write(failure, session.realNow());
            return session.words().text("mistake", log.file());
        } catch (IOException notEvenThat) {
            MistakeLog.lines(failure, session.realNow()).forEach(session.answers()::remark);
            return session.words().text("mistake.unlogged", log.file());
        }
    }
}
