package org.hearthkey.core.deliver;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.transport.TransportException;

/// Tries again what may go better in a moment, after growing pauses, a few times.
final class Retries {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9));

    private final Pause pause;
    private final Reached progress;

    Retries(Pause pause, DeliveryProgress progress) {
        this.pause = pause;
        this.progress = new Reached(progress);
    }

    /// Lets time pass.
    @FunctionalInterface
    interface Pause {
        /// A moment of the real time.
        Pause REAL = moment -> {
            try {
                Thread.sleep(moment);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        void take(Duration moment);
    }

    /// What may fail in passing.
    @FunctionalInterface
    interface Attempt<T> {
        T make(DeliveryProgress progress) throws IOException;
    }

    <T> T of(Attempt<T> attempt) throws IOException {
        for (var length : PAUSES) {
            try {
                return attempt.make(progress);
            } catch (TransportException failed) {
                if (!failed.trouble().mayPass()) {
                    throw failed;
                }
                rest(length, failed);
            }
        }
        return attempt.make(progress);
    }

    /// Whoever wants to stop need not wait until the pause is over.
    private void rest(Duration length, TransportException failed) throws DeliveryException {
        var moment = Duration.ofMillis(200);
        for (var rested = Duration.ZERO; rested.compareTo(length) < 0; rested = rested.plus(moment)) {
            if (progress.again() == Going.STOP) {
                throw new DeliveryException(Reason.STOPPED, failed);
            }
            pause.take(moment);
        }
    }

    /// Remembers how far it was.
    private static final class Reached implements DeliveryProgress {
        private final DeliveryProgress told;
        private long done;
        private long of = 1;

        Reached(DeliveryProgress told) {
            this.told = told;
        }

        @Override
        public Going at(long nowDone, long nowOf) {
            done = nowDone;
            of = nowOf;
            return again();
        }

        Going again() {
            return told.at(done, of);
        }
    }
}
