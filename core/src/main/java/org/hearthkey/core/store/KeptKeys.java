package org.hearthkey.core.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearthkey.core.authority.Keyring;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Private keys in the table `private_key`, sealed again inside their records.
public final class KeptKeys implements Keyring {
    /// No zone can be called this: it holds a space.
    private static final String MANIFEST_SIGNER = "manifest signer";

    private static final String HOME = "home at hubs";
    private static final String HUB = "hub ";
    private static final String BROKER = "broker ";
    private static final String LISTENER = "listener ";
    private static final String PASSWORD = "password";
    /// Before a zone's name; no zone's own key is called so, for it holds a space.
    private static final String PROBER = "prober ";

    private static final String ROOT = new Role.Root().code();
    private static final String NEXT_ROOT = "next root";

    private final Rows rows;
    private final PrivateKeyVault vault;

    KeptKeys(Rows rows, PrivateKeyVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public SoftwareKey open(Role role) {
        if (role instanceof Role.Root) {
            throw new IllegalArgumentException("The root's key needs its passphrase");
        }
        return open(role.code());
    }

    @Override
    public SoftwareKey openManifestSigner() {
        return open(MANIFEST_SIGNER);
    }

    /// Whether the root's key is here, and not on a token only.
    public boolean hasRoot() {
        return find(ROOT).isPresent();
    }

    @Override
    public SoftwareKey openRoot(LockSecret secret) throws RefusedException, IOException {
        try (var pkcs8 = vault.openRoot(sealedRoot(), secret)) {
            return SoftwareKey.open(pkcs8);
        }
    }

    @Override
    public void keep(Role role, SoftwareKey key) {
        rows.change("DELETE FROM private_key WHERE name = ?", role.code());
        keep(role.code(), key);
    }

    @Override
    public void keepManifestSigner(SoftwareKey key) {
        rows.change("DELETE FROM private_key WHERE name = ?", MANIFEST_SIGNER);
        keep(MANIFEST_SIGNER, key);
    }

    @Override
    public SoftwareKey openProber(ZoneName zone) {
        return open(PROBER + zone.text());
    }

    @Override
    public void keepProber(ZoneName zone, SoftwareKey key) {
        keep(PROBER + zone.text(), key);
    }

    /// Keeps the root's key under secrets of its own. Takes about a second for each passphrase, for Argon2id.
    public void keepRoot(SoftwareKey key, List<LockPlan> ways) {
        try (var pkcs8 = key.pkcs8()) {
            insert(ROOT, vault.sealRoot(label(ROOT, key), pkcs8, ways));
        }
    }

    /// The locks on the root's key; none if it is on a token.
    public List<Lock> rootLocks() {
        try {
            var sealed = find(ROOT);
            return sealed.isPresent() ? PrivateKeyVault.locks(sealed.get()) : List.of();
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + ROOT, changed);
        }
    }

    /// The root's key with other locks than now, to be kept by [#replaceRoot]. Takes about a second for each passphrase.
    ///
    /// @param stays which of the locks that are there stay
    /// @throws RefusedException wrong-secret, if `present` does not open it or it is on a token
    /// @throws IOException if a token does not answer
    public byte[] relockedRoot(LockSecret present, List<LockPlan> ways, Predicate<Lock> stays)
            throws RefusedException, IOException {
        return vault.relockRoot(sealedRoot(), present, ways, stays);
    }

    /// The root's key as it leaves the home on paper: sealed, with no lock but that of the recovery secret. Nothing if it
    /// is on a token only.
    public Optional<byte[]> rootForPaper() {
        try {
            var sealed = find(ROOT);
            return sealed.isPresent()
                    ? Optional.of(
                            PrivateKeyVault.pruned(sealed.get(), lock -> lock.factors() == Factors.RECOVERY_SECRET))
                    : Optional.empty();
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + ROOT, changed);
        }
    }

    /// Keeps the root's key with its new locks. Only inside a commit.
    public void replaceRoot(byte[] sealed) {
        replace(ROOT, sealed);
    }

    private void replace(String name, byte[] sealed) {
        rows.change("UPDATE private_key SET sealed = ? WHERE name = ?", sealed, name);
    }

    /// Keeps the key of a root that is to be the home's one day. Takes about a second for each passphrase.
    public void keepNextRoot(SoftwareKey key, List<LockPlan> ways) {
        try (var pkcs8 = key.pkcs8()) {
            insert(NEXT_ROOT, vault.sealRoot(label(ROOT, key), pkcs8, ways));
        }
    }

    public boolean hasNextRoot() {
        return find(NEXT_ROOT).isPresent();
    }

    /// The key of the root that is to come. Whoever opens it closes it.
    ///
    /// @throws RefusedException wrong-secret, if this secret does not open it
    /// @throws IOException if a token does not answer
    public SoftwareKey openNextRoot(LockSecret secret) throws RefusedException, IOException {
        try (var pkcs8 = vault.openRoot(sealedNextRoot(), secret)) {
            return SoftwareKey.open(pkcs8);
        }
    }

    /// The key of the root that is to come with other locks than now.
    ///
    /// @return nothing if there is none, or `present` does not open it
    /// @throws IOException if a token does not answer
    public Optional<byte[]> relockedNextRoot(LockSecret present, List<LockPlan> ways)
            throws RefusedException, IOException {
        try {
            var sealed = find(NEXT_ROOT);
            return sealed.isPresent()
                    ? Optional.of(vault.relockRoot(sealed.get(), present, ways, _ -> false))
                    : Optional.empty();
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.WRONG_SECRET) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// Keeps the key of the root that is to come with its new locks. Only inside a commit.
    public void replaceNextRoot(byte[] sealed) {
        replace(NEXT_ROOT, sealed);
    }

    /// Forgets the key of the root that was to come. Only inside a commit.
    public void removeNextRoot() {
        rows.change("DELETE FROM private_key WHERE name = ?", NEXT_ROOT);
    }

    /// Puts the key of the root that was to come in the place of the root's, which is destroyed. Where the new one is on a
    /// token, none is left. Only inside a commit.
    public void takeNextRoot() {
        removeRoot();
        rows.change("UPDATE private_key SET name = ? WHERE name = ?", ROOT, NEXT_ROOT);
    }

    /// Forgets the root's key, which is elsewhere. Only inside a commit.
    public void removeRoot() {
        rows.change("DELETE FROM private_key WHERE name = ?", ROOT);
    }

    /// Seals every key but the root's anew for another vault. Only while the home is written anew.
    public void moveTo(PrivateKeyVault other) {
        for (var name : rows.all("SELECT name FROM private_key ORDER BY id", row -> row.getString(1))) {
            if (!name.equals(ROOT)) {
                move(name, other);
            }
        }
    }

    private void move(String name, PrivateKeyVault other) {
        var before = sealed(name);
        try (var pkcs8 = vault.open(before)) {
            replace(name, other.seal(PrivateKeyVault.label(before), pkcs8));
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + name, changed);
        }
    }

    /// Seals the root's key anew for another vault. What opened it before and is not among `ways` does so no longer. Only
    /// while the home is written anew.
    public void moveRootTo(PrivateKeyVault other, SoftwareKey root, List<LockPlan> ways) {
        try (var pkcs8 = root.pkcs8()) {
            replace(ROOT, other.sealRoot(label(ROOT, root), pkcs8, ways));
        }
    }

    /// Keeps the key by which the home proves itself to hubs, in place of the one before. Only inside a commit.
    void keepHomeKey(SoftwareKey key) {
        rows.change("DELETE FROM private_key WHERE name = ?", HOME);
        keep(HOME, key);
    }

    SoftwareKey openHomeKey() {
        return open(HOME);
    }

    /// Keeps the key that was made for a hub. Only inside a commit.
    void keepHubKey(HubName hub, SoftwareKey key) {
        keep(HUB + hub, key);
    }

    /// Keeps a hub's password. Only inside a commit.
    void keepHubPassword(HubName hub, SecretBytes password) {
        insert(HUB + hub, vault.seal(new KeyLabel(PASSWORD, HUB + hub), password));
    }

    SoftwareKey openHubKey(HubName hub) {
        return open(HUB + hub);
    }

    SecretBytes openHubPassword(HubName hub) {
        return openPassword(HUB + hub);
    }

    private SecretBytes openPassword(String name) {
        try {
            return vault.open(sealed(name));
        } catch (RefusedException changed) {
            throw new IllegalStateException("The password of " + name, changed);
        }
    }

    /// Forgets what opens at a hub. Only inside a commit.
    void removeHub(HubName hub) {
        rows.change("DELETE FROM private_key WHERE name = ?", HUB + hub);
    }

    /// Keeps what opens at a hub, its broker and its listeners under another name of it. Each is sealed with its name, so it is
    /// sealed anew. Only inside a commit.
    void renameHub(HubName from, HubName to) {
        renamed(HUB + from, HUB + to);
        renamed(BROKER + from, BROKER + to);
        var listeners = LISTENER + from + " ";
        rows.all(
                        "SELECT name FROM private_key WHERE substr(name, 1, length(?1)) = ?1",
                        row -> row.getString(1),
                        listeners)
                .forEach(name -> renamed(name, LISTENER + to + " " + name.substring(listeners.length())));
    }

    private void renamed(String from, String to) {
        var sealed = find(from);
        if (sealed.isEmpty()) {
            return;
        }
        try (var secret = vault.open(sealed.get())) {
            var label = new KeyLabel(PrivateKeyVault.label(sealed.get()).algorithm(), to);
            rows.change("DELETE FROM private_key WHERE name = ?", from);
            insert(to, vault.seal(label, secret));
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + from, changed);
        }
    }

    /// Keeps the secret that a listener shares with us. Only inside a commit.
    void keepListenerSecret(Listener listener, SecretBytes shared) {
        insert(name(listener), vault.seal(new KeyLabel(PASSWORD, name(listener)), shared));
    }

    SecretBytes openListenerSecret(Listener listener) {
        return openPassword(name(listener));
    }

    /// Forgets what a listener shares with us. Only inside a commit.
    void removeListener(Listener listener) {
        rows.change("DELETE FROM private_key WHERE name = ?", name(listener));
    }

    /// Keeps the password of a broker's administrator. Only inside a commit.
    void keepBrokerPassword(HubName hub, SecretBytes password) {
        insert(BROKER + hub, vault.seal(new KeyLabel(PASSWORD, BROKER + hub), password));
    }

    SecretBytes openBrokerPassword(HubName hub) {
        return openPassword(BROKER + hub);
    }

    /// Forgets the password of a broker's administrator. Only inside a commit.
    void removeBroker(HubName hub) {
        rows.change("DELETE FROM private_key WHERE name = ?", BROKER + hub);
    }

    private static String name(Listener listener) {
        return LISTENER + listener.hub() + " " + listener.zone().text() + " " + listener.address();
    }

    private byte[] sealedNextRoot() throws RefusedException {
        return find(NEXT_ROOT)
                .orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET, "the new root's key is on a token"));
    }

    private byte[] sealedRoot() throws RefusedException {
        return find(ROOT).orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET, "the root key is on a token"));
    }

    private void keep(String name, SoftwareKey key) {
        try (var pkcs8 = key.pkcs8()) {
            insert(name, vault.seal(label(name, key), pkcs8));
        }
    }

    /// A home was opened record by record before this: a key that does not open now is our mistake, not the file's.
    private SoftwareKey open(String name) {
        try (var pkcs8 = vault.open(sealed(name))) {
            return SoftwareKey.open(pkcs8);
        } catch (RefusedException changed) {
            throw new IllegalStateException("The key of " + name, changed);
        }
    }

    private byte[] sealed(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No key of " + name));
    }

    private Optional<byte[]> find(String name) {
        return rows.first("SELECT sealed FROM private_key WHERE name = ?", row -> row.getBytes(1), name);
    }

    private void insert(String name, byte[] sealed) {
        rows.insert("INSERT INTO private_key(name, sealed) VALUES (?, ?)", name, sealed);
    }

    private static KeyLabel label(String purpose, SoftwareKey key) {
        return new KeyLabel(key.profile().code(), purpose);
    }
}
