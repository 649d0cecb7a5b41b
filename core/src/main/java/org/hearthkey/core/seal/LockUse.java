package org.hearthkey.core.seal;

/// What a lock guards: the vault key, by one slot, one private key, or the package of a house that is sold. A lock moved elsewhere does not open.
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

    /// The package of a house.
    ///
    /// @param version of its format
    public static LockUse house(long version) {
        return new LockUse("house", version);
    }

    static LockUse privateKey(byte[] keyId) {
        return new LockUse("private", keyId.clone());
    }

    String use() {
        return use;
    }

    /// The slot's number, the key's id or the package's version, as it stands in the lock's context.
    Object who() {
        return who;
    }
}
