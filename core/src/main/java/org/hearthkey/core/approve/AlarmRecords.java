package org.hearthkey.core.approve;

import java.time.Instant;
import java.util.List;

/// Attempts to pass for another device, as they are kept. Changes only inside a commit.
public interface AlarmRecords {
    /// Those that the owner has not looked at, the newest first.
    List<Alarm> unseen();

    void add(Alarm alarm);

    /// Marks every alarm like this one as looked at.
    void look(Alarm alarm, Instant at);
}
