package org.hearthkey.core.recovery;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.MalformedArrayException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/// What a home needs on paper beside its shares: the lock on the vault key, the sealed root key, and who the home is. It
/// opens to the recovery secret only, so it may lie where no share lies, and be copied.
///
/// @param issued when the shares were made that open it
/// @param setIdentifier the number that those shares have in common
/// @param slot the number of the vault key's lock
/// @param rootKey the sealed root key with its one lock; nothing if it is on a token only
/// @param issuers the issuers below the root, so that they can be named in its list if they are lost
/// @param others the issuers of other programs below the root, for the same
public record SealedCore(
        HomeName name,
        HomeId home,
        Instant issued,
        int setIdentifier,
        long slot,
        Lock vaultKey,
        Optional<RootValue> rootKey,
        Certificate root,
        List<IssuerNote> issuers,
        List<IssuerNote> others) {
    private static final String FORMAT = "hearthkey-core/1";

    /// With one field more. A core without issuers of other programs has no need of it, and older programs read it.
    private static final String WITH_OTHERS = "hearthkey-core/2";

    private static final int SUM_BYTES = 16;
    private static final int NONCE_BYTES = 32;

    /// The bytes of a sealed root key.
    @SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
    public record RootValue(byte[] bytes) {
        public RootValue {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RootValue(var those) && Arrays.equals(bytes, those);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /// An issuer below the root.
    ///
    /// @param role its code, or the name of another program's issuer
    public record IssuerNote(String role, SerialNumber serial, Instant notAfter) {}

    public SealedCore {
        issuers = List.copyOf(issuers);
        others = List.copyOf(others);
    }

    /// The file, and what the codes on paper carry.
    public byte[] bytes() {
        var fields = new ArrayList<@Nullable Object>();
        fields.add(others.isEmpty() ? FORMAT : WITH_OTHERS);
        fields.add(name.text());
        fields.add(home.text());
        fields.add(issued.getEpochSecond());
        fields.add((long) setIdentifier);
        fields.add(slot);
        fields.add(vaultKey.encode());
        fields.add(rootKey.map(RootValue::bytes).orElse(null));
        fields.add(root.der().bytes());
        fields.add(encoded(issuers));
        if (!others.isEmpty()) {
            fields.add(encoded(others));
        }
        var body = CborArray.encode(fields);
        var bytes = Arrays.copyOf(body, body.length + SUM_BYTES);
        System.arraycopy(sum(body), 0, bytes, body.length, SUM_BYTES);
        return bytes;
    }

    private static List<List<Object>> encoded(List<IssuerNote> notes) {
        return notes.stream()
                .map(note -> List.<Object>of(
                        note.role(),
                        note.serial().value().toByteArray(),
                        note.notAfter().getEpochSecond()))
                .toList();
    }

    /// Whether these bytes say that they are a sealed core.
    public static boolean isCore(byte[] bytes) {
        return opens(bytes, FORMAT) || opens(bytes, WITH_OTHERS);
    }

    private static boolean opens(byte[] bytes, String format) {
        // An array, whose first element is a text of sixteen letters.
        var opening = CborArray.of(format);
        return bytes.length > opening.length && Arrays.equals(opening, 1, opening.length, bytes, 1, opening.length);
    }

    /// Reads what [#bytes()] writes.
    ///
    /// @throws RefusedException damaged, or out-of-bounds
    public static SealedCore read(byte[] bytes) throws RefusedException {
        int length = Math.max(0, bytes.length - SUM_BYTES);
        var body = Arrays.copyOf(bytes, length);
        if (!Arrays.equals(sum(body), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw damaged();
        }
        try {
            return read(CborArray.decode(body));
        } catch (MalformedArrayException | CertificateException malformed) {
            throw new RefusedException(Refusal.DAMAGED, "the sealed core", malformed);
        }
    }

    private static SealedCore read(List<@Nullable Object> fields) throws RefusedException, CertificateException {
        if (isWhole(fields)
                && fields.get(1) instanceof String name
                && fields.get(2) instanceof String home
                && fields.get(3) instanceof Long issued
                && fields.get(4) instanceof Long set
                && fields.get(5) instanceof Long slot
                && fields.get(6) instanceof byte[] lock
                && fields.get(8) instanceof byte[] root
                && fields.get(9) instanceof List<?> issuers) {
            return new SealedCore(
                    HomeName.parse(name).orElseThrow(SealedCore::damaged),
                    HomeId.parse(home).orElseThrow(SealedCore::damaged),
                    Instant.ofEpochSecond(issued),
                    Math.toIntExact(set),
                    slot,
                    Lock.parse(lock),
                    fields.get(7) instanceof byte[] value ? Optional.of(new RootValue(value)) : Optional.empty(),
                    Certificate.read(root),
                    issuers(issuers),
                    fields.size() > 10 && fields.get(10) instanceof List<?> others ? issuers(others) : List.of());
        }
        throw damaged();
    }

    private static boolean isWhole(List<@Nullable Object> fields) {
        return switch (fields.size()) {
            case 10 -> FORMAT.equals(fields.getFirst());
            case 11 ->
                WITH_OTHERS.equals(fields.getFirst()) && fields.get(10) instanceof List<?> others && !others.isEmpty();
            default -> false;
        };
    }

    private static List<IssuerNote> issuers(List<?> encoded) throws RefusedException {
        var issuers = new ArrayList<IssuerNote>();
        for (var each : encoded) {
            if (!(each instanceof List<?> fields
                    && fields.size() == 3
                    && fields.get(0) instanceof String role
                    && fields.get(1) instanceof byte[] serial
                    && fields.get(2) instanceof Long notAfter)) {
                throw damaged();
            }
            issuers.add(
                    new IssuerNote(role, new SerialNumber(new BigInteger(serial)), Instant.ofEpochSecond(notAfter)));
        }
        return issuers;
    }

    private static RefusedException damaged() {
        return new RefusedException(Refusal.DAMAGED, "the sealed core");
    }

    private static byte[] sum(byte[] body) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(body), SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// The root key, which is the one of the root's certificate. Whoever opens it closes it.
    ///
    /// @throws RefusedException wrong-secret, if these shares are of another home or were replaced; damaged
    /// @throws IllegalStateException if the root key is on a token
    public SoftwareKey openRoot(LockSecret.Recovered secret, SecureRandom random) throws RefusedException {
        var value = rootKey.orElseThrow(() -> new IllegalStateException("The root key is on a token"));
        try (var key = openVault(secret, random);
                var keys = new VaultKeys(vaultKey.vault(), key, random);
                var pkcs8 = keys.privateKeys(Argon2id.fastest()).openRoot(value.bytes(), secret)) {
            var rootKey = SoftwareKey.open(pkcs8);
            if (rootKey.publicKey().equals(root.publicKey())) {
                return rootKey;
            }
            rootKey.close();
            throw damaged();
        } catch (IOException tokenOnly) {
            throw asksNoToken(tokenOnly);
        }
    }

    /// Shows that the secret brings the home back: it opens the vault key, and the root key signs something that nobody
    /// has asked for before. All of it is forgotten at once.
    ///
    /// @throws RefusedException as [#openRoot] does
    public void prove(LockSecret.Recovered secret, SecureRandom random) throws RefusedException {
        if (rootKey.isEmpty()) {
            openVault(secret, random).close();
            return;
        }
        try (var key = openRoot(secret, random)) {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var verifier = Signature.getInstance(key.profile().signatureAlgorithm());
            verifier.initVerify(root.publicKey().jca());
            verifier.update(nonce);
            if (!verifier.verify(key.sign(nonce))) {
                throw damaged();
            }
        } catch (GeneralSecurityException e) {
            throw new RefusedException(Refusal.DAMAGED, "the root key of the sealed core", e);
        }
    }

    private SecretBytes openVault(LockSecret.Recovered secret, SecureRandom random) throws RefusedException {
        try {
            return new Locksmith(vaultKey.vault(), Argon2id.fastest(), random)
                    .open(vaultKey, LockUse.vault(slot), secret)
                    .orElseThrow(() -> new RefusedException(Refusal.WRONG_SECRET, "the sealed core"));
        } catch (IOException tokenOnly) {
            throw asksNoToken(tokenOnly);
        }
    }

    private static IllegalStateException asksNoToken(IOException failed) {
        return new IllegalStateException("A recovery secret asks no token", failed);
    }
}
