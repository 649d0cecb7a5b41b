package org.hearthkey.core.ceremony;

import java.util.List;
import java.util.Optional;

/// Keeps ceremonies under way, and the transcripts of those that are over. Changing only inside a commit.
public interface CeremonyBook {
    /// The one under way, as it was kept last.
    Optional<Ceremony> open();

    /// Keeps the beginning of one, and gives its id.
    long begin(Ceremony ceremony);

    void add(long ceremony, Done step);

    /// Puts this in place of what was kept: fewer steps, another setting.
    void replace(Ceremony ceremony);

    /// Ends one without a transcript.
    void stop(long ceremony);

    void end(Transcript transcript);

    /// The newest first.
    List<Transcript> transcripts();
}
