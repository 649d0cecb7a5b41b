package org.hearthkey.core.home;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers wrong tries as long as a test lasts.
final class KeptInMemory implements KeptTries {
    final Map<Path, WrongTries> kept = new HashMap<>();

    @Override
    public Optional<WrongTries> read(Path about) {
        return Optional.ofNullable(kept.get(about));
    }

    @Override
    public void write(Path about, WrongTries tries) {
        kept.put(about, tries);
    }

    @Override
    public void forget(Path about) {
        kept.remove(about);
    }
}
