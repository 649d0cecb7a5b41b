package org.hearthkey.core.store;

import java.util.Optional;
import org.hearthkey.core.journal.JournalKeys;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;

/// The journal's keys in the table `private_key`, sealed again inside their records.
final class KeptJournalKeys implements JournalKeys {
    /// No zone can be called so: it holds a space.
    private static final String FIRST = "journal checkpoints";

    private static final String SECOND = "journal checkpoints " + MlDsaKey.ALGORITHM;

    private final SealedKeys keys;

    KeptJournalKeys(SealedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Ed25519Key openFirst() {
        try (var pkcs8 = keys.open(FIRST)) {
            return Ed25519Key.open(pkcs8);
        }
    }

    @Override
    public Optional<MlDsaKey> openSecond() {
        if (!hasSecond()) {
            return Optional.empty();
        }
        try (var pkcs8 = keys.open(SECOND)) {
            return Optional.of(MlDsaKey.open(pkcs8));
        }
    }

    @Override
    public void keepFirst(Ed25519Key key) {
        try (var pkcs8 = key.pkcs8()) {
            keys.keep(FIRST, Ed25519Key.ALGORITHM, pkcs8);
        }
    }

    @Override
    public void keepSecond(MlDsaKey key) {
        try (var pkcs8 = key.pkcs8()) {
            keys.keep(SECOND, MlDsaKey.ALGORITHM, pkcs8);
        }
    }

    @Override
    public boolean hasFirst() {
        return keys.has(FIRST);
    }

    @Override
    public boolean hasSecond() {
        return keys.has(SECOND);
    }
}
