package org.hearthkey.core.deliver;

import java.io.IOException;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.deliver.BundleWriter.Unfinished;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.RetainedMessage;
import org.hearthkey.core.transport.SshDoor;
import org.hearthkey.core.transport.TransportException;

/// Delivers to hubs, and reads what they say of it.
public final class HubDeliveries {
    private final HubBook book;
    private final OwnCertificate own;
    private final Deliveries deliveries;
    private final Forecasts forecasts;
    private final Receipts receipts;
    private final Signatory signatory;
    private final Retries.Pause pause;

    public HubDeliveries(
            HubBook book,
            OwnCertificate own,
            Deliveries deliveries,
            Forecasts forecasts,
            Receipts receipts,
            Signatory signatory) {
        this(book, own, deliveries, forecasts, receipts, signatory, Retries.Pause.REAL);
    }

    HubDeliveries(
            HubBook book,
            OwnCertificate own,
            Deliveries deliveries,
            Forecasts forecasts,
            Receipts receipts,
            Signatory signatory,
            Retries.Pause pause) {
        this.book = book;
        this.own = own;
        this.deliveries = deliveries;
        this.forecasts = forecasts;
        this.receipts = receipts;
        this.signatory = signatory;
        this.pause = pause;
    }

    /// A bundle that lies where a hub takes it.
    ///
    /// @param receipt what the hub had left there, read before and after
    public record ToHub(Bundle bundle, Optional<Receipts.Read> receipt) {
        /// Whether the hub has said already that it took it.
        public DeliveryState state() {
            return receipt.map(Receipts.Read::verdict)
                            .filter(verdict -> verdict instanceof ReceiptVerdict.Sound(var said)
                                    && said.state() == Receipt.State.TAKEN
                                    && said.bundleNumber() == bundle.number())
                            .isPresent()
                    ? DeliveryState.ACKNOWLEDGED
                    : DeliveryState.DELIVERED;
        }
    }

    /// Asks an SSH server for its key, for the owner to compare. Nothing of the home is sent.
    ///
    /// @throws TransportException if nobody answers
    public static HostKey ask(HubAddress.Sftp address) throws TransportException {
        return SshDoor.ask(address);
    }

    /// Signs what is due, brings the bundle to the hub's place, reads it back and records that; tries a few times where the
    /// way there breaks, and goes on where it stopped.
    ///
    /// @throws HitException if it would hit what hardly can be meant; nothing was signed or sent
    /// @throws IOException if it did not arrive as a whole; the bundle that was there before is whole
    /// @throws IllegalArgumentException for a broker, which takes no bundle
    public ToHub deliver(Hub hub, DeliveryProgress progress) throws IOException {
        return deliver(hub, progress, forecasts::require);
    }

    /// The same, whatever it hits: whoever has the root's secret means it.
    ///
    /// @throws RefusedException if this is not the root's secret, and it hits something
    /// @throws IOException as above, or if a token does not answer
    public ToHub deliver(Hub hub, RootSecret secret, DeliveryProgress progress) throws RefusedException, IOException {
        return deliver(hub, progress, forecast -> forecasts.confirm(forecast, secret));
    }

    /// The yes to what a delivery would do.
    private interface Yes<X extends Exception> {
        void to(Forecast forecast) throws X, IOException;
    }

    private <X extends Exception> ToHub deliver(Hub hub, DeliveryProgress progress, Yes<X> yes) throws X, IOException {
        try (var place = HubPlace.open(hub, book, own)) {
            var retries = new Retries(pause, progress);
            // Before anything is signed: is the hub there, and the one that it should be?
            var before = retries.of(_ -> read(place, hub));
            yes.to(forecasts.at(hub));
            var root = signatory.issuers().root().certificate().fingerprint();
            var bundle = deliveries.hand(
                    hub.target(),
                    (signed, signature) -> retries.of(told -> new BundleWriter(
                                    place.transport(),
                                    place.top(),
                                    BundleWriter.against(signed, signed.created(), root),
                                    told,
                                    Unfinished.CONTINUED)
                            .write(signed, signature)),
                    (signed, _) -> signed);
            var after = retries.of(_ -> read(place, hub));
            return new ToHub(bundle, after.or(() -> before));
        }
    }

    /// Leaves urgent orders at a broker: whom to cut off, and the lists that say so, for hubs that listen there.
    ///
    /// @throws IOException if the broker was not reached, or did not take them
    /// @throws IllegalArgumentException if it is no broker
    public Bundle order(Hub hub) throws IOException {
        if (!(hub.address() instanceof HubAddress.Mqtts broker)) {
            throw new IllegalArgumentException("Not a broker: " + hub.name());
        }
        var certificate = own.get();
        return deliveries.order(hub.target(), (bundle, message) -> {
            try (var key = own.openKey()) {
                RetainedMessage.leave(
                        broker, own.services(), certificate, key, UrgentOrders.topic(bundle.home()), message);
            }
            return bundle;
        });
    }

    /// Reads what the hub says, and sends nothing.
    ///
    /// @throws IOException if its place cannot be read
    /// @throws IllegalArgumentException for a broker, which says nothing
    public Optional<Receipts.Read> readReceipt(Hub hub) throws IOException {
        try (var place = HubPlace.open(hub, book, own)) {
            return read(place, hub);
        }
    }

    private Optional<Receipts.Read> read(HubPlace place, Hub hub) throws IOException {
        try {
            return receipts.readFrom(place.transport(), place.top(), hub);
        } catch (TransportException known) {
            throw known;
        } catch (IOException failed) {
            var trouble = place.transport().trouble(failed, place.top(), 0);
            throw new TransportException(trouble, String.valueOf(failed.getMessage()), failed);
        }
    }
}
