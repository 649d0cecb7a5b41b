package org.hearthkey.core.journal;

import java.util.Optional;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;

/// The keys that sign the journal's checkpoints. They are kept for ever: their public halves are what witnesses know.
/// Whoever opens one closes it.
public interface JournalKeys {
    /// The first key.
    Ed25519Key openFirst();

    /// The second one, which homes of before do not have yet.
    Optional<MlDsaKey> openSecond();

    /// Only inside a commit.
    void keepFirst(Ed25519Key key);

    /// Only inside a commit.
    void keepSecond(MlDsaKey key);

    /// Homes made before there were checkpoints have none.
    boolean hasFirst();

    boolean hasSecond();
}
