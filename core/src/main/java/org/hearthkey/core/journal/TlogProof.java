package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file that proves to anybody, without this home, that one entry is in its journal.
///
/// @param entry the entry's canonical JSON, as Base64
/// @param path the hashes of the inclusion proof, the entry's sibling first
/// @see <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>
public record TlogProof(String entry, long index, List<TreeHash> path, SignedNote checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1\nextra ";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(HEAD) + "([A-Za-z0-9+/=]+)\nindex (0|[1-9][0-9]{0,15})\n((?:[A-Za-z0-9+/=]{44}\n){0,63})\n");
    private static final int MOST_CHARACTERS = 4 * SignedNote.MOST_BYTES;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || CanonicalBase64.decode(entry).isEmpty()) {
            throw new IllegalArgumentException("Not a proof of an entry");
        }
    }

    static TlogProof of(byte[] entry, long index, List<TreeHash> path, SignedNote checkpoint) {
        return new TlogProof(Base64.getEncoder().encodeToString(entry), index, path, checkpoint);
    }

    /// Reads a proof as [#toString] writes it.
    public static Optional<TlogProof> parse(String text) {
        var form = FORM.matcher(text);
        if (text.length() > MOST_CHARACTERS || !form.lookingAt()) {
            return Optional.empty();
        }
        var path = new ArrayList<TreeHash>();
        form.group(3).lines().forEach(line -> TreeHash.parse(line).ifPresent(path::add));
        return SignedNote.parse(text.substring(form.end()))
                .filter(_ -> CanonicalBase64.decode(form.group(1)).isPresent())
                .map(note -> new TlogProof(form.group(1), Long.parseLong(form.group(2)), path, note))
                .filter(proof -> proof.toString().equals(text));
    }

    /// What the proof is about, if it holds: the journal of `verifier` has this entry.
    ///
    /// @return the entry's canonical JSON
    public Optional<byte[]> verified(CheckpointVerifier verifier) {
        var bytes = Base64.getDecoder().decode(entry);
        var leaf = TreeHash.of(MerkleTree.leafHash(bytes));
        return Optional.of(checkpoint)
                .filter(note -> verifier.signed(note) != CheckpointVerifier.Signed.NOT)
                .flatMap(note -> Checkpoint.parse(note.text()))
                .filter(head -> head.origin().equals(verifier.first().name()))
                .filter(head -> MerkleProofs.includes(leaf, index, head.size(), path, head.root()))
                .map(_ -> bytes);
    }

    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(HEAD)
                .append(entry)
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
