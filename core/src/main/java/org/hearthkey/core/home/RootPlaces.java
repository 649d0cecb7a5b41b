package org.hearthkey.core.home;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenUri;

/// Where the root key of a home lies: sealed in its file, on tokens, or both.
public final class RootPlaces {
    private final Books books;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    RootPlaces(
            Books books,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.books = books;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// Whether the file has the key itself, and a root passphrase or the like opens it.
    public boolean isInFile() {
        return books.keys().hasRoot();
    }

    /// The key on each token that has it, the oldest first.
    public List<TokenUri> tokens() {
        return books.tokens().all();
    }

    /// Copies the key from the file to a token, as a second way to use it. The file keeps its own.
    ///
    /// @param token has seen its PIN; stays the caller's
    /// @throws RefusedException wrong-secret, if this does not open the key in the file
    /// @throws IOException if a token does not do its part; then neither it nor the file has changed
    public StoredKey copyTo(TokenSession token, String label, LockSecret rootSecret)
            throws RefusedException, IOException {
        return put(token, label, rootSecret, copy -> note(books, journal, copy.uri(), clock, "root.copy"));
    }

    /// Moves the key from the file to a token, which has signed with it before the file forgets it. The root passphrase opens
    /// nothing from then on, but for older copies of the file.
    ///
    /// @param token has seen its PIN; stays the caller's
    /// @throws RefusedException wrong-secret, if this does not open the key in the file
    /// @throws IOException if a token does not do its part; then neither it nor the file has changed
    /// @throws SigningException if the token does not sign; then neither it nor the file has changed
    public StoredKey moveTo(TokenSession token, String label, LockSecret rootSecret)
            throws RefusedException, IOException {
        return put(token, label, rootSecret, copy -> {
            books.keys().removeRoot();
            note(books, journal, copy.uri(), clock, "root.move");
        });
    }

    private StoredKey put(TokenSession token, String label, LockSecret rootSecret, Consumer<StoredKey> keep)
            throws RefusedException, IOException {
        var root = signatory.issuers().root().certificate();
        try (var key = signatory.keys().openRoot(rootSecret)) {
            var copy = token.copy(key, label, random);
            try {
                token.putCertificate(copy, root.der().bytes());
                signatory.proveRoot(new RootSecret.OnToken(token.signing(copy, random)));
                return commits.commit(() -> {
                    keep.accept(copy);
                    return copy;
                });
            } catch (IOException | RefusedException | RuntimeException failed) {
                token.remove(copy);
                throw failed;
            }
        }
    }

    /// Keeps and journals that the root key lies on a token. Inside a commit.
    static void note(Books books, Journal journal, TokenUri uri, InstantSource clock, String act) {
        books.tokens().add(uri, clock.instant());
        journal.append(Note.of(act).detail("token", uri.text()));
    }
}
