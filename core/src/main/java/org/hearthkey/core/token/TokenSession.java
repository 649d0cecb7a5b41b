package org.hearthkey.core.token;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SoftwareKey;

/// A token that has seen its PIN. Closing logs out, after which the keys that it lent do nothing any more.
public final class TokenSession implements AutoCloseable {
    private static final int ID_BYTES = 8;
    private static final int MOST_LABEL = 32;

    private final Token token;
    private final ModuleSession session;
    private final KeyObjects objects;
    private boolean closed;

    TokenSession(Token token, ModuleSession session) {
        this.token = token;
        this.session = session;
        objects = new KeyObjects(token, session);
    }

    public Token token() {
        return token;
    }

    /// Every EC key whose public half the token shows.
    public List<StoredKey> keys() throws TokenException {
        return asking(objects::all);
    }

    /// The key that `uri` names, if the token has it.
    ///
    /// @throws TokenException several-keys, if more than one fits
    public Optional<StoredKey> find(TokenUri uri) throws TokenException {
        var fitting = asking(() -> objects.named(uri));
        if (fitting.size() > 1) {
            throw new TokenException(TokenTrouble.SEVERAL_KEYS, fitting.size() + " keys fit " + uri);
        }
        return fitting.stream().findFirst();
    }

    /// The one key for this use among those that `uri` names, which may be all.
    ///
    /// @throws TokenException no-key, several-keys, or unsuitable-key if what is named is for something else
    public StoredKey find(TokenUse use, TokenUri uri) throws TokenException {
        return asking(() -> {
            var named = objects.named(uri);
            var fitting = new ArrayList<StoredKey>();
            for (var key : named) {
                if (isFor(use, key)) {
                    fitting.add(key);
                }
            }
            if (fitting.size() == 1) {
                return fitting.getFirst();
            }
            if (fitting.isEmpty()) {
                var trouble = named.isEmpty() ? TokenTrouble.NO_KEY : TokenTrouble.UNSUITABLE_KEY;
                throw new TokenException(trouble, "No key for " + use + " fits " + uri);
            }
            throw new TokenException(TokenTrouble.SEVERAL_KEYS, fitting.size() + " keys fit " + uri);
        });
    }

    /// The key with this public half.
    ///
    /// @throws TokenException no-key
    public StoredKey find(PublicKeyInfo publicKey) throws TokenException {
        return keys().stream()
                .filter(key -> key.publicKey().equals(publicKey))
                .findFirst()
                .orElseThrow(() -> new TokenException(TokenTrouble.NO_KEY, token + " has no " + publicKey));
    }

    /// Whether a key can be made under this label: printable ASCII, which is what all tokens and programs agree on.
    public static boolean isLabel(String label) {
        return !label.isEmpty() && label.length() <= MOST_LABEL && label.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /// Makes a key pair that never leaves the token. It is there whole or not at all, unless the token is pulled meanwhile.
    ///
    /// @throws IllegalArgumentException if it is no label
    public StoredKey make(TokenUse use, String label, SecureRandom random) throws TokenException {
        requireLabel(label);
        var id = newId(random);
        return madeOrRemoved(id, () -> {
            var pair = KeyProvider.make(token, use, id, label);
            var made = new StoredKey(token, id, label, PublicKeyInfo.of(pair.getPublic()));
            if (!objects.isKept(made)) {
                throw new TokenException(TokenTrouble.KEY_NOT_KEPT, made + " could be taken out of the token");
            }
            objects.putCertificate(made, NameTag.of(made, random));
            return made;
        });
    }

    /// Copies the root's key onto the token. From here on the token keeps it, and whoever has the original keeps that.
    ///
    /// @param key a P-384 key; stays the caller's
    public StoredKey copy(SoftwareKey key, String label, SecureRandom random) throws TokenException {
        requireLabel(label);
        if (key.profile() != KeyProfile.P384) {
            throw new TokenException(TokenTrouble.UNSUITABLE_KEY, "only P-384 keys are put on tokens: " + key);
        }
        var id = newId(random);
        var copy = new StoredKey(token, id, label, key.publicKey());
        return madeOrRemoved(id, () -> {
            try (var scalar = key.scalar()) {
                scalar.use(bytes -> objects.put(copy, bytes));
            }
            objects.putCertificate(copy, NameTag.of(copy, random));
            return copy;
        });
    }

    private static void requireLabel(String label) {
        if (!isLabel(label)) {
            throw new IllegalArgumentException("Not a label: " + label);
        }
    }

    private static byte[] newId(SecureRandom random) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        // Java's provider reads an id in its settings as a signed number, and would lengthen or shorten any other.
        id[0] = (byte) ((id[0] & 0x3F) | 0x40);
        return id;
    }

    private <R> R madeOrRemoved(byte[] id, Asking<R> making) throws TokenException {
        try {
            return asking(making);
        } catch (TokenException failed) {
            if (failed.trouble() != TokenTrouble.PULLED) {
                objects.remove(id);
            }
            throw failed;
        }
    }

    /// A key that signs as a root does.
    ///
    /// @throws TokenException unsuitable-key, if it is no P-384 key that may sign after one PIN
    public TokenSigningKey signing(StoredKey key, SecureRandom random) throws TokenException {
        return asking(() -> {
            requireFit(key, TokenUse.ROOT);
            var provider = seen(key, random);
            return new TokenSigningKey(key, provider, provider.find(key.publicKey()));
        });
    }

    /// A key that agrees: P-256 or P-384.
    ///
    /// @throws TokenException unsuitable-key, if it is no such key that may agree after one PIN
    public TokenAgreementKey agreeing(StoredKey key, SecureRandom random) throws TokenException {
        return asking(() -> {
            requireFit(key, TokenUse.UNLOCK);
            var provider = seen(key, random);
            return new TokenAgreementKey(key, provider, provider.find(key.publicKey()));
        });
    }

    private boolean isFor(TokenUse use, StoredKey key) throws TokenException {
        return key.publicKey().profile().filter(use::takes).isPresent()
                && objects.may(key, use.leave())
                && !objects.may(key, Attribute.ALWAYS_AUTHENTICATE);
    }

    private void requireFit(StoredKey key, TokenUse use) throws TokenException {
        if (!isFor(use, key)) {
            throw new TokenException(TokenTrouble.UNSUITABLE_KEY, key + " is not for " + use);
        }
        if (!objects.isKept(key)) {
            throw new TokenException(TokenTrouble.KEY_NOT_KEPT, key + " could be taken out of the token");
        }
    }

    private KeyProvider seen(StoredKey key, SecureRandom random) throws TokenException {
        if (!objects.hasCertificate(key)) {
            objects.putCertificate(key, NameTag.of(key, random));
        }
        return KeyProvider.of(token);
    }

    /// Puts the certificate that a key has earned in place of its name tag, for other programs to find.
    ///
    /// @param der an X.509 certificate of this key
    public void putCertificate(StoredKey key, byte[] der) throws TokenException {
        asking(() -> objects.putCertificate(key, der));
    }

    /// Removes a key from the token for good.
    public void remove(StoredKey key) throws TokenException {
        asking(() -> objects.remove(key.id()));
    }

    private void asking(Telling told) throws TokenException {
        asking(() -> {
            told.tell();
            return token;
        });
    }

    private <R> R asking(Asking<R> asked) throws TokenException {
        if (closed) {
            throw new IllegalStateException("This session is closed");
        }
        try {
            return asked.answer();
        } catch (TokenException failed) {
            throw token.explained(failed);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }

    private interface Telling {
        void tell() throws TokenException;
    }

    private interface Asking<R> {
        R answer() throws TokenException;
    }
}
