package org.hearthkey.core.journal;

import java.util.List;

/// Proves that a journal begins with what an earlier checkpoint saw, in the form in which a witness asks for it.
///
/// @param old how many entries that checkpoint saw
/// @param path the hashes of the consistency proof
/// @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, add-checkpoint</a>
public record GrowthProof(long old, List<TreeHash> path, SignedNote checkpoint) {
    public GrowthProof {
        path = List.copyOf(path);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("old ").append(old).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
