package org.hearthkey.core.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.core.key.PublicKeyInfo;

/// Java's own PKCS#11 provider for one token: makes keys there and works with them. Never registered, so that nothing else
/// in the process signs with a token by accident. It expects the token to have seen its PIN.
final class KeyProvider {
    /// Agreeing gives a secret that we may read: the wrapping key is made of it.
    private static final String AGREED_IS_READABLE = """
        attributes(generate, CKO_SECRET_KEY, *) = {
          CKA_TOKEN = false
          CKA_SENSITIVE = false
          CKA_EXTRACTABLE = true
        }
        """;

    /// Tokens that are not told give leave for everything.
    private static final String ONLY_PRIVATE = """

          CKA_PRIVATE = true
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_DECRYPT = false
          CKA_UNWRAP = false
        }
        """;

    private static final String ONLY_PUBLIC = """

          CKA_ENCRYPT = false
          CKA_WRAP = false
        }
        """;

    private final Provider provider;

    private KeyProvider(Provider provider) {
        this.provider = provider;
    }

    /// For working with keys that are there.
    static KeyProvider of(Token token) throws TokenException {
        return new KeyProvider(configured(token, AGREED_IS_READABLE));
    }

    /// Makes a key pair that never leaves the token.
    static KeyPair make(Token token, TokenUse use, byte[] id, String label) throws TokenException {
        var both = "{\n CKA_TOKEN = true\n CKA_ID = 0h" + hex(id) + "\n CKA_LABEL = 0h" + hex(label.getBytes(US_ASCII));
        var leave = "\n CKA_SIGN = " + (use == TokenUse.ROOT) + "\n CKA_DERIVE = " + (use == TokenUse.UNLOCK);
        var attributes = "attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = " + both + leave + ONLY_PRIVATE
                + "attributes(generate, CKO_PUBLIC_KEY, CKK_EC) = " + both + ONLY_PUBLIC;
        try {
            var generator = KeyPairGenerator.getInstance("EC", configured(token, attributes));
            generator.initialize(new ECGenParameterSpec(use.profile().curve().orElseThrow()));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | ProviderException failed) {
            throw told("making a key", failed);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Provider configured(Token token, String attributes) throws TokenException {
        var library = token.module().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        var configuration = String.format(
                Locale.ROOT, "--name = Token\nlibrary = \"%s\"\nslot = %d\n%s", library, token.slot(), attributes);
        try {
            return Security.getProvider("SunPKCS11").configure(configuration);
        } catch (ProviderException | InvalidParameterException failed) {
            throw told("reaching the token", failed);
        }
    }

    Provider provider() {
        return provider;
    }

    /// The private half of a key that has a certificate: Java sees no other.
    PrivateKey find(PublicKeyInfo publicKey) throws TokenException {
        try {
            var keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, null);
            for (var alias : Collections.list(keys.aliases())) {
                if (shows(keys, alias, publicKey) && keys.getKey(alias, null) instanceof PrivateKey key) {
                    return key;
                }
            }
            throw new TokenException(TokenTrouble.NO_KEY, "No private key belongs to " + publicKey);
        } catch (GeneralSecurityException | ProviderException | IOException failed) {
            throw failed instanceof TokenException told ? told : told("finding a key", failed);
        }
    }

    private static boolean shows(KeyStore keys, String alias, PublicKeyInfo publicKey) throws KeyStoreException {
        return keys.isKeyEntry(alias)
                && Optional.ofNullable(keys.getCertificate(alias))
                        .flatMap(shown ->
                                PublicKeyInfo.parse(shown.getPublicKey().getEncoded()))
                        .filter(publicKey::equals)
                        .isPresent();
    }

    /// The standard's return value is in the cause, whose class Java keeps to itself, and begins its message.
    static TokenException told(String asked, Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("PKCS11Exception")) {
                var message = String.valueOf(cause.getMessage());
                return new TokenException(
                        TokenTrouble.named(message.split("[^A-Z0-9_]", 2)[0]), asked + ": " + message, failed);
            }
        }
        return new TokenException(TokenTrouble.FAILED, asked + ": " + failed.getMessage(), failed);
    }
}
