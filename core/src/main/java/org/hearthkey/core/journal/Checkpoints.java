package org.hearthkey.core.journal;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hearthkey.core.journal.NoteVerifier.Kind;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.name.HomeId;

/// Says how far the home's journal has come, and proves what is in it. All of it speaks of the last commit: ask between
/// commits, not within one.
public final class Checkpoints {
    private static final String ORIGIN = "hearthkey/";

    private final HomeId home;
    private final JournalBook book;
    private final JournalPages pages;
    private final Supplier<Ed25519Key> key;

    /// @param key opens the journal's key for one signature
    public Checkpoints(HomeId home, JournalBook book, Supplier<Ed25519Key> key) {
        this.home = home;
        this.book = book;
        this.key = key;
        pages = new JournalPages(book);
    }

    /// The name of this journal, and of the key that signs its checkpoints.
    public static String origin(HomeId home) {
        return ORIGIN + home.text();
    }

    public HomeId home() {
        return home;
    }

    /// What others need to verify this journal's checkpoints.
    public NoteVerifier verifier() {
        return withKey(opened -> NoteVerifier.of(origin(home), Kind.NOTE, opened.publicKey()));
    }

    public Checkpoint current() {
        return new Checkpoint(origin(home), book.size(), TreeHash.of(book.keptRoot()));
    }

    /// The signed checkpoint of now.
    public SignedNote sign() {
        var text = current().text();
        return withKey(opened -> new NoteSigner(origin(home), opened).sign(text));
    }

    /// The checkpoint of now, short enough to be typed.
    public PaperCheckpoint paper() {
        return PaperCheckpoint.of(home, book.size(), TreeHash.of(book.keptRoot()));
    }

    /// Proves that an entry is in this journal. Reads all of it.
    ///
    /// @return nothing if there is no such entry
    public Optional<TlogProof> prove(long number) {
        return book.read(number, 1).stream()
                .filter(kept -> kept.number() == number)
                .map(kept -> TlogProof.of(
                        kept.entry(), number, pages.hashes(MerkleProofs.inclusion(number, book.size())), sign()))
                .findFirst();
    }

    /// Proves that this journal begins with that of `old` entries. Reads all of it.
    ///
    /// @throws IllegalArgumentException unless there were 1 to as many entries as there are now
    public GrowthProof proveGrowth(long old) {
        return new GrowthProof(old, pages.hashes(MerkleProofs.consistency(old, book.size())), sign());
    }

    /// The root hash that this journal had at `size` entries.
    ///
    /// @param size at most as many as there are
    public TreeHash rootAt(long size) {
        return size == book.size() ? TreeHash.of(book.keptRoot()) : pages.root(size);
    }

    private <R> R withKey(Function<Ed25519Key, R> work) {
        try (var opened = key.get()) {
            return work.apply(opened);
        }
    }
}
