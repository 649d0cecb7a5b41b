package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Done;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.seal.RefusedException;

/// Keeps what an act changes together with its step, and lets through what ends an act.
public final class CeremonyKeeping {
    private CeremonyKeeping() {}

    /// What an act does.
    public interface Work {
        Done run() throws IOException, RefusedException;
    }

    /// How an act of the root's ends.
    private static final class BrokeOff extends Exception {
        private static final long serialVersionUID = 1L;

        BrokeOff(Exception why) {
            super(why);
        }
    }

    /// Keeps the step that `work` does.
    ///
    /// @return the ceremony with that step behind
    public static Ceremony keep(Home home, Ceremony ceremony, Work work) throws IOException, RefusedException {
        try {
            return home.ceremonies().<BrokeOff>keep(ceremony, () -> {
                try {
                    return work.run();
                } catch (IOException | RefusedException why) {
                    throw new BrokeOff(why);
                }
            });
        } catch (BrokeOff broke) {
            switch (Objects.requireNonNull(broke.getCause())) {
                case IOException failed -> throw failed;
                case RefusedException refused -> throw refused;
                case Throwable mistake -> throw new IllegalStateException(mistake);
            }
        }
    }

    /// The same for work that answers something.
    ///
    /// @param next told of the ceremony with the step behind it
    static <T> T keeping(Home home, Ceremony ceremony, Done done, Callable<T> work, Consumer<Ceremony> next)
            throws Exception {
        var answer = new ArrayList<T>();
        next.accept(home.ceremonies().<Exception>keep(ceremony, () -> {
            answer.add(work.call());
            return done;
        }));
        return answer.getFirst();
    }
}
