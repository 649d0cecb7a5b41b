package org.hearthkey.app.cli;

import org.hearthkey.core.deliver.DeliveryProgress;

/// A delivery as a bar on the terminal, which Ctrl-C stops.
final class DeliveryBar implements DeliveryProgress, AutoCloseable {
    private static final int STEPS = 20;

    private final Progress bar;
    private final Stopping stopping = new Stopping();
    private int begun;

    DeliveryBar(Session session) {
        bar = session.progress(STEPS);
    }

    @Override
    public Going at(long done, long of) {
        for (; begun < STEPS && begun * of <= done * STEPS; begun++) {
            bar.step();
        }
        return stopping.isAsked() ? Going.STOP : Going.ON;
    }

    @Override
    public void close() {
        bar.close();
        stopping.close();
    }
}
