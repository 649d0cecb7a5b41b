package org.hearthkey.core.home;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackedZone;
import org.hearthkey.core.sale.Received;
import org.hearthkey.core.store.Books;

/// Takes a house into the home of its buyer, within the first commit: what its zones ask for, the devices that wait to be set up
/// again, and the receipt, which the new root signs while it is awake. Nothing that the seller certified counts.
final class Arrival {
    private final Books books;
    private final Journal journal;
    private final InstantSource clock;

    Arrival(Books books, Journal journal, InstantSource clock) {
        this.books = books;
        this.journal = journal;
        this.clock = clock;
    }

    void take(HouseContents house, Authority authority, SigningKey rootKey) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        house.facts().zones().stream()
                .filter(this::canBeKept)
                .forEach(zone -> books.zoneRules().keep(zone.name(), zone.rules()));
        house.devices().forEach(device -> books.waiting().add(device.listing(), at, device.code()));
        var receipt = sign(house, authority, rootKey, at);
        books.sales().received(new Received(house.facts().root(), receipt));
        journal.append(Note.of("hand-over.receive")
                .fact("sha256", house.hash().hex())
                .fact("sellersRoot", house.facts().root().hex())
                .fact("devices", (long) house.devices().size())
                .fact("codes", house.codes()));
    }

    private BuyerReceipt sign(HouseContents house, Authority authority, SigningKey rootKey, Instant at) {
        var root = books.issuers().root().certificate();
        var statement = BuyerReceipt.statement(books.identity().id(), root.fingerprint(), house, at);
        var signature = authority.signByRoot(statement, rootKey, root);
        return BuyerReceipt.read(AttachedCms.with(statement, signature))
                .orElseThrow(() -> new IllegalStateException("The receipt does not read back"));
    }

    /// The buyer may want fewer zones; devices are set up in the onboarding zone only where there is one.
    private boolean canBeKept(PackedZone zone) {
        return !zone.rules().equals(ZoneRules.NONE)
                && books.issuers().zone(zone.name()).isPresent()
                && (zone.rules().setUp() != ZoneRules.SetUp.FRESH_KEY
                        || books.issuers().zone(ZoneRules.ONBOARDING).isPresent());
    }
}
