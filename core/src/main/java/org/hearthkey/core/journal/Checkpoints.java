package org.hearthkey.core.journal;

import java.util.Optional;
import java.util.OptionalLong;
import org.hearthkey.core.journal.NoteVerifier.Kind;
import org.hearthkey.core.name.HomeId;

/// Says how far the home's journal has come, and proves what is in it. All of it speaks of the last commit: ask between
/// commits, not within one.
public final class Checkpoints {
    /// The entry with which a home that had one key got its second.
    public static final String SECOND_KEY = "journal.second-key";

    private static final String ORIGIN = "hearthkey/";

    private final HomeId home;
    private final JournalBook book;
    private final JournalPages pages;
    private final JournalKeys keys;
    private OptionalLong bothFrom = OptionalLong.empty();

    /// @param keys opened for one signature each
    public Checkpoints(HomeId home, JournalBook book, JournalKeys keys) {
        this.home = home;
        this.book = book;
        this.keys = keys;
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
    public CheckpointVerifier verifier() {
        var name = origin(home);
        try (var first = keys.openFirst()) {
            var second = keys.openSecond().map(opened -> {
                try (var key = opened) {
                    return NoteVerifier.of(name, Kind.ML_DSA_65, key.publicKey());
                }
            });
            return new CheckpointVerifier(NoteVerifier.of(name, Kind.NOTE, first.publicKey()), second);
        }
    }

    /// Whether this journal signs checkpoints of `size` entries with both keys. Homes of before got the second one later.
    public boolean bearsBoth(long size) {
        return keys.hasSecond() && size >= bothFrom();
    }

    /// How many entries there were when the second key had come.
    private long bothFrom() {
        if (bothFrom.isEmpty()) {
            var entry = pages.firstOf(SECOND_KEY);
            bothFrom = OptionalLong.of(entry.isPresent() ? entry.getAsLong() + 1 : 0);
        }
        return bothFrom.getAsLong();
    }

    public Checkpoint current() {
        return new Checkpoint(origin(home), book.size(), TreeHash.of(book.keptRoot()));
    }

    /// The checkpoint of now, signed by both keys.
    public SignedNote sign() {
        var note = signShort();
        return keys.openSecond()
                .map(opened -> {
                    try (var key = opened) {
                        return new NoteSigner(origin(home), key).sign(note);
                    }
                })
                .orElse(note);
    }

    /// The checkpoint of now with the signature of the first key alone, which fits into a code on paper.
    public SignedNote signShort() {
        try (var key = keys.openFirst()) {
            return new NoteSigner(origin(home), key).sign(current().text());
        }
    }

    /// The checkpoint of now, short enough to be typed.
    public PaperCheckpoint paper() {
        return PaperCheckpoint.of(home, book.size(), TreeHash.of(book.keptRoot()));
    }

    /// Proves that an entry is in this journal. Reads all of it.
    ///
    /// @return nothing if there is no such entry
    public Optional<TlogProof> prove(long number) {
        return prove(number, sign());
    }

    /// The same with a short checkpoint.
    public Optional<TlogProof> proveShort(long number) {
        return prove(number, signShort());
    }

    private Optional<TlogProof> prove(long number, SignedNote checkpoint) {
        return book.read(number, 1).stream()
                .filter(kept -> kept.number() == number)
                .map(kept -> TlogProof.of(
                        kept.entry(), number, pages.hashes(MerkleProofs.inclusion(number, book.size())), checkpoint))
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
}
