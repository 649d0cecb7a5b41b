package org.hearthkey.core.seal;

/// What a lock guards: the vault key, by one slot, or one private key. A lock moved elsewhere does not open.
public final class LockUse {
    private final String use;
    private final Object who;

    private LockUse(String use, Object who) {
        this.use = use;
        this.who = who;
    }

    public static LockUse vault(long slotId) {
        return new LockUse("vault", slotId);
    }

    static LockUse privateKey(byte[] keyId) {
        return new LockUse("private", keyId.clone());
    }

    String use() {
        return use;
    }

    /// The slot's number or the key's id, as it stands in the lock's context.
    Object who() {
        return who;
    }
}
