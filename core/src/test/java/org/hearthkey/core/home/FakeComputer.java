package org.hearthkey.core.home;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.witness.Anchors;

/// A computer that remembers homes in memory, and whose drives the test plugs in.
final class FakeComputer implements Anchors {
    private static final Instant WRITTEN = Instant.parse("2026-11-22T12:00:00Z");

    final List<Path> drives = new ArrayList<>();
    final Map<HomeId, byte[]> remembered = new HashMap<>();

    @Override
    public Optional<Kept> read(HomeId home) {
        return Optional.ofNullable(remembered.get(home))
                .map(checkpoint -> new Kept(Path.of("/remembered", home.text()), WRITTEN, checkpoint));
    }

    @Override
    public void write(HomeId home, byte[] checkpoint) {
        remembered.put(home, checkpoint.clone());
    }

    @Override
    public List<Path> drives() {
        return List.copyOf(drives);
    }
}
