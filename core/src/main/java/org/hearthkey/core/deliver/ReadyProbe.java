package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.ProbeIdentity;
import org.hearthkey.core.probe.Trial;

/// All that it takes to try one listener, without the home: [#run()] may be called on any thread. Closing it forgets the key.
public final class ReadyProbe implements AutoCloseable {
    /// A hub that looks for new bundles once a minute does not make it; one that is told of them does.
    static final Duration TAKING = Duration.ofSeconds(20);

    private static final TimeUnit PAUSE = TimeUnit.SECONDS;

    private final Listener listener;
    private final Tools tools;
    private final Trial trial;
    private final Runnable forgetting;
    private final InstantSource clock;

    /// What it is tried with: both of one key.
    record Tools(BigInteger list, ProbeIdentity canary, ProbeIdentity control) {}

    /// @param forgetting what else closing it forgets
    ReadyProbe(Listener listener, Tools tools, Trial trial, Runnable forgetting, InstantSource clock) {
        this.listener = listener;
        this.tools = tools;
        this.trial = trial;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    public Listener listener() {
        return listener;
    }

    /// Tries the listener, the revoked certificate first. It blocks for as long as the listener takes, at most twice
    /// [Trial#PATIENCE].
    public ProbeResult run() {
        var ofCanary = trial.attempt(tools.canary());
        var ofControl = trial.attempt(tools.control());
        return new ProbeResult(
                listener,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                tools.list(),
                tools.canary().certificate().serial(),
                ofCanary,
                tools.control().certificate().serial(),
                ofControl);
    }

    /// Tries the listener again and again while it lets in who is revoked: its hub may be about to take the list that it was
    /// handed. One that is not reached, or that refuses already, is not waited for.
    ///
    /// @param until in terms of [System#nanoTime()]
    /// @param goingOn whether anybody still waits
    /// @return what became of the last attempt
    ProbeResult runUntilTaken(long until, BooleanSupplier goingOn) {
        var result = run();
        try {
            while (result.outcome() == Outcome.NOT_ENFORCED && goingOn.getAsBoolean() && System.nanoTime() < until) {
                PAUSE.sleep(1);
                result = run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return result;
    }

    @Override
    public void close() {
        tools.canary().key().close();
        forgetting.run();
    }
}
