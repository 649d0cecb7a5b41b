package org.hearthkey.core.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hearthkey.core.probe.MqttConnect.Answer;
import org.hearthkey.core.probe.MqttConnect.Version;

/// Tries a broker: a whole CONNECT in MQTT 5, or in 3.1.1 where it knows no better.
final class MqttTrial implements Trial {
    private final TlsDoor door;
    private final Duration patience;

    MqttTrial(TlsDoor door, Duration patience) {
        this.door = door;
        this.patience = patience;
    }

    @Override
    public Verdict attempt(ProbeIdentity identity) {
        var stay = stay(identity);
        stay.session().ifPresent(LiveSession::leave);
        return stay.verdict();
    }

    @Override
    public Stay stay(ProbeIdentity identity) {
        var deadline = Deadline.in(patience);
        return connect(identity, Version.V5, deadline)
                .or(() -> connect(identity, Version.V3_1_1, deadline))
                .orElseGet(() -> turnedAway(new Verdict.Unreachable(Verdict.Trouble.ANOTHER_PROTOCOL)));
    }

    /// @return empty if it does not know that version
    private Optional<Stay> connect(ProbeIdentity identity, Version version, Deadline deadline) {
        TlsDialog dialog;
        try {
            dialog = door.enter(identity, deadline);
        } catch (IOException failed) {
            return Optional.of(turnedAway(Failing.verdict(failed, false)));
        }
        try {
            var answer = MqttConnect.over(dialog, version);
            if (answer instanceof Answer.Let) {
                return Optional.of(new Stay(new Verdict.Accepted(), Optional.of(new TlsSession(dialog))));
            }
            dialog.close();
            return answer instanceof Answer.Turned(var verdict) ? Optional.of(turnedAway(verdict)) : Optional.empty();
        } catch (IOException failed) {
            dialog.closeAfter(failed);
            return Optional.of(turnedAway(Failing.verdict(failed, true)));
        }
    }

    private static Stay turnedAway(Verdict verdict) {
        return new Stay(verdict, Optional.empty());
    }
}
