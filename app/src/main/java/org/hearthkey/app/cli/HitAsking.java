package org.hearthkey.app.cli;

import java.io.IOException;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.HitException;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.seal.RefusedException;

/// Delivers, and asks for the root's secret where that would hit what hardly can be meant.
final class HitAsking {
    private final Session session;
    private final Home home;

    HitAsking(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// A delivery that stops where it would hit something.
    interface Careful<T> {
        T deliver(DeliveryProgress progress) throws IOException;
    }

    /// A delivery that goes on, because the root's secret says so.
    interface Meant<T> {
        T deliver(RootSecret secret, DeliveryProgress progress) throws RefusedException, IOException;
    }

    <T> T deliver(Careful<T> careful, Meant<T> meant) throws StoppedException, RefusedException, IOException {
        try (var bar = new DeliveryBar(session)) {
            return careful.deliver(bar);
        } catch (HitException hit) {
            var refusal = session.findings().refusal(session.words().text("forecast.hits"), hit.hits());
            if (!session.secrets().mayAskForRoot()) {
                throw refusal;
            }
            refusal.lines().subList(0, refusal.lines().size() - 1).forEach(session.answers()::remark);
        }
        try (var root = session.tokens().root(home);
                var bar = new DeliveryBar(session)) {
            return meant.deliver(root.secret(), bar);
        }
    }
}
