package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.sale.HouseFacts;
import org.hearthkey.core.sale.PackageOpening;
import org.hearthkey.core.sale.PackageReader;
import org.hearthkey.core.sale.PackageWriter;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.NewFile;
import org.hearthkey.core.witness.Watch;

/// Makes the package with which a house is handed over: what the buyer needs to set every device up anew, and nothing that opens
/// the seller's home. Making it ends nothing.
public final class HousePacking {
    private final HomeFacts facts;
    private final Books books;
    private final Signatory signatory;
    private final Watch watch;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    HousePacking(
            HomeFacts facts,
            Books books,
            Signatory signatory,
            Watch watch,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.facts = facts;
        this.books = books;
        this.signatory = signatory;
        this.watch = watch;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// How far the hand-over has come; nothing if no package was made.
    public Optional<Sale> sale() {
        return books.sales().sale();
    }

    /// What would go with the house today.
    public PackingList list() {
        return HouseInventory.of(books, clock.instant()).list();
    }

    /// Seals the package under its own words, reads it back, opens it, and only then gives it its name. The file is there whole
    /// or not at all.
    ///
    /// @param words opens the package; whoever makes it shows the words to the owner, once
    /// @throws IllegalStateException if there is a package already: [#cancel] first
    /// @throws RefusedException if this is not the root's secret, which all codes ask for
    /// @throws IOException if a token or the disk does not do its part, or there is such a file
    public Sale pack(Path target, LockPlan.Remembered words, RootSecret root) throws RefusedException, IOException {
        if (sale().isPresent()) {
            throw new IllegalStateException("A package of this house was made already");
        }
        watch.requireMaySign();
        signatory.proveRoot(root).close();
        var inventory = HouseInventory.of(books, clock.instant());
        var list = inventory.list();
        var house = new HouseFacts(
                facts.name(),
                facts.id(),
                signatory.issuers().root().certificate().fingerprint(),
                now(),
                newProof(),
                list.zones(),
                list.devices().size());
        try (var file = NewFile.beside(target, random)) {
            var hash = write(file.draft(), house, inventory, words);
            requireReadable(file.draft(), hash, house, words);
            var sale =
                    new Sale(house.made(), hash, house.proof().hash(), house.devices(), list.codes(), Optional.empty());
            commits.commit(() -> begin(sale));
            publish(file);
            return sale;
        }
    }

    private Fingerprint write(Path draft, HouseFacts house, HouseInventory inventory, LockPlan.Remembered words)
            throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            var hash = new PackageWriter(random).write(out, house, inventory.packed(), words);
            channel.force(true);
            return hash;
        }
    }

    /// Nobody is told of a package that does not open.
    private void requireReadable(Path draft, Fingerprint hash, HouseFacts house, LockPlan.Remembered words)
            throws IOException {
        if (new PackageReader(random).open(draft, words.passphrase()) instanceof PackageOpening.Opened(var contents)) {
            try (contents) {
                if (contents.hash().equals(hash) && contents.facts().equals(house)) {
                    return;
                }
            }
        }
        throw new IOException("The package does not read back as it was written");
    }

    /// What was not recorded is never handed out, so this comes last; where it fails nothing stays recorded.
    private void publish(NewFile file) throws IOException {
        var published = false;
        try {
            file.publish();
            published = true;
        } finally {
            if (!published) {
                cancel();
            }
        }
    }

    private Sale begin(Sale sale) {
        books.sales().begin(sale);
        journal.append(Note.of("hand-over.package")
                .fact("sha256", sale.packageHash().hex())
                .fact("devices", sale.devices())
                .fact("codes", sale.codes()));
        return sale;
    }

    /// Takes the package back before anything has ended: no receipt for it is accepted any more. Whoever has it and its words can
    /// still read it.
    ///
    /// @throws IllegalStateException if there is none, or this home has begun to end
    public void cancel() {
        var sale = sale().filter(begun -> begun.ending().isEmpty())
                .orElseThrow(() -> new IllegalStateException("There is no package to take back"));
        commits.commit(() -> {
            books.sales().cancel();
            journal.append(Note.of("hand-over.cancel")
                    .fact("sha256", sale.packageHash().hex()));
            return sale;
        });
    }

    private HouseFacts.OpeningProof newProof() {
        var proof = new byte[HouseFacts.OpeningProof.LENGTH];
        random.nextBytes(proof);
        return new HouseFacts.OpeningProof(proof);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
