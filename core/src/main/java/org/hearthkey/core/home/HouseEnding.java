package org.hearthkey.core.home;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Superseded;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Withdrawals;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;

/// Ends the seller's home, in two acts, each a commit. [#end] revokes all that this home ever gave and signs its last lists; they
/// can be handed out then. [#close] takes the services back, destroys the codes, and lets nothing be signed any more.
public final class HouseEnding {
    private static final int PAGE = 200;

    private final Books books;
    private final Signatory signatory;
    private final Lists lists;
    private final Withdrawals withdrawals;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    HouseEnding(
            Books books,
            Signatory signatory,
            Lists lists,
            Withdrawals withdrawals,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.books = books;
        this.signatory = signatory;
        this.lists = lists;
        this.withdrawals = withdrawals;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// What speaks against a receipt.
    public enum Doubt {
        /// No package of this house is on its way.
        NO_PACKAGE,
        /// It is for another package: of another house, or one that was taken back.
        OTHER_PACKAGE,
        /// It names this package, and not what is in it: whoever wrote it has not opened it.
        NOT_OPENED,
        /// It was signed by this home's own root, which the buyer does not have.
        OWN_ROOT
    }

    /// What speaks against ending this home by this receipt, if anything does.
    public Optional<Doubt> doubt(BuyerReceipt receipt) {
        var sale = books.sales().sale();
        if (sale.isEmpty()) {
            return Optional.of(Doubt.NO_PACKAGE);
        }
        if (!sale.get().packageHash().equals(receipt.packageHash())) {
            return Optional.of(Doubt.OTHER_PACKAGE);
        }
        if (!sale.get().isFor(receipt)) {
            return Optional.of(Doubt.NOT_OPENED);
        }
        return receipt.root().equals(signatory.issuers().root().certificate().fingerprint())
                ? Optional.of(Doubt.OWN_ROOT)
                : Optional.empty();
    }

    /// Revokes every certificate and pairing, takes the issuer of every zone and of every other program back, and signs the last
    /// lists, which are good until their issuers end. Going on with what was begun changes nothing.
    ///
    /// @param receipt the buyer's; empty where the owner ends this home without one
    /// @throws IllegalArgumentException if something speaks against the receipt
    /// @throws IllegalStateException if no package was made
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Sale end(Optional<BuyerReceipt> receipt, RootSecret secret) throws RefusedException, IOException {
        if (receipt.flatMap(this::doubt).isPresent()) {
            throw new IllegalArgumentException("This receipt is not for the package of this house");
        }
        if (required().ending().isPresent()) {
            signatory.proveRoot(secret).close();
            return required();
        }
        try (var root = signatory.openRoot(secret)) {
            return commits.commit(() -> {
                books.sales().ending(now(), receipt);
                journal.append(note("hand-over.receipt", required()));
                takeBack();
                signLast(root);
                return required();
            });
        }
    }

    private void takeBack() {
        if (books.rollovers().rollover().filter(change -> change.isUnderWay()).isPresent()) {
            RootRollover.abandon(books.keys(), books.rollovers(), journal);
        }
        var revoked = new Credential.Revoked(now(), Reason.CESSATION_OF_OPERATION);
        withdrawals.withdrawAll(revoked.reason());
        books.issuers().intermediates().stream()
                .filter(each -> each.revoked().isEmpty())
                .forEach(each -> {
                    books.issuers().revoke(each, revoked);
                    journal.append(Note.of("intermediate.withdraw")
                            .fact("serial", each.certificate().serial().hex())
                            .fact("reason", revoked.reason().text())
                            .detail("name", each.name().text()));
                });
        var all = DeviceQuery.all(clock.instant());
        for (long from = 0; from < books.devices().count(all); from += PAGE) {
            books.devices().page(all, from, PAGE).forEach(device -> {
                revoke(device, revoked);
                unpair(device, revoked);
            });
        }
    }

    /// What another zone gave a device, such as that in which it was set up.
    private void revoke(Device device, Credential.Revoked revoked) {
        for (var certified : books.devices().history(device.id())) {
            if (certified.revoked().isEmpty() && revoked.at().isBefore(certified.notAfter())) {
                books.devices().revoke(certified.serial(), revoked);
                journal.append(Note.of("device.revoke")
                        .fact("device", device.id().toString())
                        .fact("reason", revoked.reason().text())
                        .fact("serial", certified.serial().hex())
                        .detail("name", device.name().text())
                        .detail("zone", device.zone().text()));
            }
        }
    }

    private void unpair(Device device, Credential.Revoked revoked) {
        if (device.credential() instanceof Credential.Paired paired
                && paired.revoked().isEmpty()) {
            books.devices().unpair(device.id(), revoked);
            journal.append(Note.of("device.unpair")
                    .fact("device", device.id().toString())
                    .fact("reason", revoked.reason().text())
                    .detail("name", device.name().text())
                    .detail("zone", device.zone().text()));
        }
    }

    private void signLast(OpenRoot root) {
        signatory.issuers().zones().forEach(zone -> lists.signLast(new Role.Zone(zone.name())));
        lists.signLast(new Role.Services());
        lists.signLast(new Role.Root(), root);
    }

    /// Takes the services back as well, so that nothing below this root is good for anything, destroys the codes from boxes, and
    /// ends the root. The journal's last entry says so. From then on this home can be read, and signs nothing.
    ///
    /// @throws IllegalStateException if it was not ended before
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Sale close(RootSecret secret) throws RefusedException, IOException {
        if (required().ending().isEmpty()) {
            throw new IllegalStateException("This home was not ended");
        }
        if (required().closed().isPresent()) {
            return required();
        }
        try (var root = signatory.openRoot(secret)) {
            return commits.commit(() -> {
                var services = signatory.issuers().services().certificate();
                books.issuers()
                        .supersede(new Superseded(
                                services.serial(), services.notAfter(), now(), Reason.CESSATION_OF_OPERATION));
                lists.signLast(new Role.Root(), root);
                var codes = forgetCodes();
                books.sales().close(now());
                var ended = signatory.issuers().root().certificate();
                journal.append(note("hand-over.end", required())
                        .fact("root", ended.fingerprint().hex())
                        .fact("codes", codes));
                return required();
            });
        }
    }

    private long forgetCodes() {
        long codes = 0;
        var all = DeviceQuery.all(clock.instant());
        for (long from = 0; from < books.devices().count(all); from += PAGE) {
            for (var device : books.devices().page(all, from, PAGE)) {
                codes += books.setupCodes().find(device.id()).isPresent() ? 1 : 0;
                books.setupCodes().destroy(device.id());
            }
        }
        books.waiting().all().forEach(books.waiting()::remove);
        return codes;
    }

    private static Note note(String act, Sale sale) {
        var note = Note.of(act).fact("sha256", sale.packageHash().hex());
        return sale.ending()
                .flatMap(Sale.Ending::receipt)
                .map(receipt -> note.fact("buyersRoot", receipt.root().hex())
                        .fact("received", receipt.received().toString()))
                .orElse(note);
    }

    private Sale required() {
        return books.sales().sale().orElseThrow(() -> new IllegalStateException("No package was made"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
