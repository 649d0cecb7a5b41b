package org.hearthkey.core.retire;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubBook;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptBook;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.retire.Retirement.Confirmed;

/// What hubs said, and what was tried at them, of a device that leaves.
public final class HubEvidence {
    private final HubBook hubs;
    private final ReceiptBook receipts;
    private final HubStates states;

    public HubEvidence(HubBook hubs, ReceiptBook receipts, HubStates states) {
        this.hubs = hubs;
        this.receipts = receipts;
        this.states = states;
    }

    /// The first signed word of a hub that it took this bundle or a later one. What is not believed any more proves nothing,
    /// though a sheet of before may name it.
    Optional<Confirmed> confirmed(Delivery delivery) {
        return hubs.hubs().stream()
                .flatMap(this::taken)
                .filter(said -> said.bundle() >= delivery.bundleNumber())
                .min(Comparator.comparing(Confirmed::at));
    }

    private Stream<Confirmed> taken(Hub hub) {
        return receipts.believed(hub.name()).stream()
                .map(ReceiptBook.Kept::receipt)
                .filter(said -> said.state() == Receipt.State.TAKEN)
                .map(said -> new Confirmed(hub.name(), said.bundleNumber(), said.time()));
    }

    /// Whether it was tried that this device is turned away. Nobody can try it of one that holds no certificate.
    Refusal refusal(Device device) {
        return device.certified().flatMap(Credential::revoked).isPresent()
                ? states.refusal(device)
                : new Refusal.NotProven();
    }

    /// What scripts and the journal read.
    public static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Since _ -> "enforced";
            case Refusal.NotProven _ -> "unproven";
            case Refusal.StillLetIn _ -> "still-let-in";
        };
    }
}
