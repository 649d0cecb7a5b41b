package org.hearthkey.core.home;

/// What creating a home is busy with. The steps come in this order; each takes up to about a second.
public enum CreationStep {
    /// Argon2id over both passphrases.
    STRETCHING_PASSPHRASES,
    SIGNING_ROOT,
    SIGNING_ZONES,
    SIGNING_LISTS,
    WRITING_FILE
}
