package org.hearthkey.app.cli;

import org.hearthkey.core.deliver.DeliveryProgress;

/// A delivery as a bar on the terminal.
final class DeliveryBar implements DeliveryProgress, AutoCloseable {
    private static final int STEPS = 20;

    private final Progress bar;
    private int begun;

    DeliveryBar(Session session) {
        bar = session.progress(STEPS);
    }

    @Override
    public Going at(long done, long of) {
        for (; begun < STEPS && begun * of <= done * STEPS; begun++) {
            bar.step();
        }
        return Going.ON;
    }

    @Override
    public void close() {
        bar.close();
    }
}
