package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "alarm", description = "Who tried to pass for another device and was refused.")
final class AlarmCommands {
    private final Session session;

    AlarmCommands(Session session) {
        this.session = session;
    }

    @Command(description = "The alarms that nobody has looked at, the newest first.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            new AlarmTelling(session, home).tell(home.alarms().unseen());
        }
        return Exit.DONE.code();
    }

    @Command(description = "Say that you have looked at an alarm, or at all of them. The journal keeps them.")
    int look(
            @Parameters(arity = "0..1", paramLabel = "N", description = "Its number in `alarm list`. Without it: all.")
                    Optional<Integer> number)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var alarms = home.alarms().unseen();
            var chosen = number.orElse(1);
            if (chosen < 1 || (number.isPresent() && chosen > alarms.size())) {
                throw new StoppedException(Exit.REFUSED, session.words().text("alarm.unknown", chosen));
            }
            var looked = number.isPresent() ? alarms.subList(chosen - 1, chosen) : alarms;
            new AlarmTelling(session, home).tell(looked);
            looked.forEach(home.alarms()::look);
        }
        return Exit.DONE.code();
    }
}
