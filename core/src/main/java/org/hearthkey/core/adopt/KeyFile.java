package org.hearthkey.core.adopt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;

/// A private key in a form of OpenSSL's: PKCS#8, SEC 1 or PKCS#1, encrypted or not. What is in it is overwritten when this
/// is closed.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-10">RFC 7468, sections 10 and 11</a>
public final class KeyFile implements AutoCloseable {
    private static final int MOST_BYTES = 65536;

    /// More than any program asks for; a hostile file could ask for a year.
    private static final int MOST_ITERATIONS = 20_000_000;

    private static final List<String> LABELS =
            List.of("ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY");
    private static final String ENCRYPTED = "Proc-Type: 4,ENCRYPTED";
    private static final String CIPHER = "DEK-Info: ";

    private final String label;
    private final String cipher;
    private final SecretBytes content;

    private KeyFile(String label, String cipher, byte[] content) {
        this.label = label;
        this.cipher = cipher;
        this.content = SecretBytes.owning(content);
    }

    /// An encrypted PKCS#8 in DER. Takes it over.
    static KeyFile encrypted(byte[] der) {
        return new KeyFile("ENCRYPTED PRIVATE KEY", "", der);
    }

    /// The first private key in a PEM file; other blocks are passed over. The caller wipes `pem`.
    public static Optional<KeyFile> parse(byte[] pem) {
        if (pem.length > MOST_BYTES) {
            return Optional.empty();
        }
        return LABELS.stream().flatMap(label -> parse(pem, label).stream()).findFirst();
    }

    /// Goes by bytes: a key in the clear must not become a String.
    private static Optional<KeyFile> parse(byte[] pem, String label) {
        int begin = find(pem, "-----BEGIN " + label + "-----", 0);
        int end = find(pem, "-----END " + label + "-----", Math.max(begin, 0));
        if (begin < 0 || end < 0) {
            return Optional.empty();
        }
        int from = begin + label.length() + "-----BEGIN -----".length();
        var cipher = "";
        int encrypted = find(pem, ENCRYPTED, from);
        if (encrypted >= 0 && encrypted < end) {
            int info = find(pem, CIPHER, from);
            int blank = find(pem, "\n\n", from);
            blank = blank < 0 ? find(pem, "\r\n\r\n", from) : blank;
            if (info < 0 || blank < info || blank > end) {
                return Optional.empty();
            }
            cipher = new String(pem, info, blank - info, StandardCharsets.US_ASCII)
                    .substring(CIPHER.length())
                    .strip();
            from = blank;
        }
        var base64 = Arrays.copyOfRange(pem, from, end);
        try {
            return Optional.of(
                    new KeyFile(label, cipher, Base64.getMimeDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static int find(byte[] in, String text, int from) {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + wanted.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a passphrase opens it.
    public boolean isEncrypted() {
        return label.startsWith("ENCRYPTED") || !cipher.isEmpty();
    }

    /// The key itself. Whoever opens it closes it.
    ///
    /// @param passphrase for one that is encrypted
    /// @throws RefusedException wrong-secret, if it does not open to that passphrase
    /// @throws IllegalArgumentException if it is no key of a kind that the home uses
    public SoftwareKey open(Optional<Passphrase> passphrase) throws RefusedException {
        if (isEncrypted() && passphrase.isEmpty()) {
            throw new RefusedException(Refusal.WRONG_SECRET, "the key is encrypted");
        }
        try (var pkcs8 = SecretBytes.owning(pkcs8(passphrase))) {
            return SoftwareKey.open(pkcs8);
        } catch (IOException wrong) {
            throw new RefusedException(Refusal.WRONG_SECRET, "the key of the other program", wrong);
        }
    }

    private byte[] pkcs8(Optional<Passphrase> passphrase) throws IOException {
        return content.use(bytes -> {
            if (!isEncrypted()) {
                return wrapped(bytes);
            }
            return passphrase
                    .orElseThrow()
                    .useChars(letters -> label.startsWith("ENCRYPTED")
                            ? decrypted(bytes, letters)
                            : decryptedAsOfOld(bytes, letters));
        });
    }

    private static byte[] decrypted(byte[] der, char[] passphrase) throws IOException {
        var encrypted = EncryptedPrivateKeyInfo.getInstance(der);
        requireBounded(encrypted);
        try {
            var opener = new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(passphrase);
            return new PKCS8EncryptedPrivateKeyInfo(encrypted)
                    .decryptPrivateKeyInfo(opener)
                    .getEncoded();
        } catch (PKCSException | OperatorCreationException wrong) {
            throw new IOException("It does not open", wrong);
        }
    }

    private static void requireBounded(EncryptedPrivateKeyInfo encrypted) throws IOException {
        var algorithm = encrypted.getEncryptionAlgorithm();
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return;
        }
        var derivation = PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
        if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                && PBKDF2Params.getInstance(derivation.getParameters())
                                .getIterationCount()
                                .bitLength()
                        > Integer.SIZE - Integer.numberOfLeadingZeros(MOST_ITERATIONS)) {
            throw new IOException("It asks for too many iterations");
        }
    }

    /// The form that OpenSSL wrote before PKCS#8, and step-ca still does.
    private byte[] decryptedAsOfOld(byte[] bytes, char[] passphrase) throws IOException {
        var parts = cipher.split(",", 2);
        if (parts.length != 2) {
            throw new IOException("No cipher is named");
        }
        try {
            var opener = new JcePEMDecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(passphrase)
                    .get(parts[0]);
            var plain = opener.decrypt(bytes, HexFormat.of().parseHex(parts[1]));
            try {
                return wrapped(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (OperatorCreationException | IllegalArgumentException wrong) {
            throw new IOException("It does not open", wrong);
        }
    }

    /// As PKCS#8, whatever it was.
    private byte[] wrapped(byte[] der) throws IOException {
        return switch (label) {
            case "EC PRIVATE KEY" -> {
                var key = ECPrivateKey.getInstance(der);
                var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
                yield new PrivateKeyInfo(algorithm, key).getEncoded();
            }
            case "RSA PRIVATE KEY" ->
                new PrivateKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                RSAPrivateKey.getInstance(der))
                        .getEncoded();
            default -> der.clone();
        };
    }

    @Override
    public void close() {
        content.close();
    }

    @Override
    public String toString() {
        return "KeyFile";
    }
}
