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
        return deliver(hub, Confirmed.NOTHING, progress, Turns.ON_THE_SPOT);
    }

    /// The same, while others work on the home.
    ///
    /// @param confirmed what it may hit
    public ToHub deliver(Hub hub, Confirmed confirmed, DeliveryProgress progress, Turns turns) throws IOException {
        try (var visit = new Visit(hub, progress, turns)) {
            var before = visit.receipt();
            turns.take(() -> forecasts.require(forecasts.at(hub), confirmed));
            return visit.bring(before);
        }
    }

    /// The same, whatever it hits: whoever has the root's secret means it.
    ///
    /// @throws RefusedException if this is not the root's secret, and it hits something
    /// @throws IOException as above, or if a token does not answer
    public ToHub deliver(Hub hub, RootSecret secret, DeliveryProgress progress) throws RefusedException, IOException {
        try (var visit = new Visit(hub, progress, Turns.ON_THE_SPOT)) {
            var before = visit.receipt();
            forecasts.confirm(forecasts.at(hub), secret);
            return visit.bring(before);
        }
    }

    /// Leaves urgent orders at a broker: whom to cut off, and the lists that say so, for hubs that listen there.
    ///
    /// @throws IOException if the broker was not reached, or did not take them
    /// @throws IllegalArgumentException if it is no broker
    public Bundle order(Hub hub) throws IOException {
        return order(hub, Turns.ON_THE_SPOT);
    }

    /// The same, while others work on the home.
    public Bundle order(Hub hub, Turns turns) throws IOException {
        if (!(hub.address() instanceof HubAddress.Mqtts broker)) {
            throw new IllegalArgumentException("Not a broker: " + hub.name());
        }
        var certificate = turns.take(own::get);
        var services = turns.take(own::services);
        return deliveries.order(hub.target(), turns, (bundle, message) -> {
            try (var key = turns.take(own::openKey)) {
                RetainedMessage.leave(broker, services, certificate, key, UrgentOrders.topic(bundle.home()), message);
            }
            return bundle;
        });
    }

    /// Reads what the hub says, and sends nothing.
    ///
    /// @throws IOException if its place cannot be read
    /// @throws IllegalArgumentException for a broker, which says nothing
    public Optional<Receipts.Read> readReceipt(Hub hub) throws IOException {
        return readReceipt(hub, Turns.ON_THE_SPOT);
    }

    /// The same, while others work on the home.
    public Optional<Receipts.Read> readReceipt(Hub hub, Turns turns) throws IOException {
        try (var place = turns.take(() -> HubPlace.open(hub, book, own))) {
            return read(place, hub, turns);
        }
    }

    private Optional<Receipts.Read> read(HubPlace place, Hub hub, Turns turns) throws IOException {
        try {
            return receipts.readFrom(place.transport(), place.top(), hub, turns);
        } catch (TransportException known) {
            throw known;
        } catch (IOException failed) {
            var trouble = place.transport().trouble(failed, place.top(), 0);
            throw new TransportException(trouble, String.valueOf(failed.getMessage()), failed);
        }
    }

    /// One delivery to one hub.
    private final class Visit implements AutoCloseable {
        private final Hub hub;
        private final Turns turns;
        private final HubPlace place;
        private final Retries retries;

        Visit(Hub hub, DeliveryProgress progress, Turns turns) {
            this.hub = hub;
            this.turns = turns;
            retries = new Retries(pause, progress);
            place = turns.take(() -> HubPlace.open(hub, book, own));
        }

        /// Is the hub there, and the one that it should be? To be asked before anything is signed.
        Optional<Receipts.Read> receipt() throws IOException {
            return retries.of(_ -> read(place, hub, turns));
        }

        /// @param before what the hub said before
        ToHub bring(Optional<Receipts.Read> before) throws IOException {
            var root = turns.take(() -> signatory.issuers().root().certificate().fingerprint());
            var bundle = deliveries.hand(
                    hub.target(),
                    Deliveries.Fitting.ANY,
                    turns,
                    (signed, signatures) -> retries.of(told -> new BundleWriter(
                                    place.transport(),
                                    place.top(),
                                    BundleWriter.against(signed, signed.created(), root),
                                    told,
                                    Unfinished.CONTINUED)
                            .write(signed, signatures)),
                    (signed, _) -> signed);
            return new ToHub(bundle, receipt().or(() -> before));
        }

        @Override
        public void close() {
            place.close();
        }
    }
}
