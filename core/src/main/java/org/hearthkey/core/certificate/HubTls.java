package org.hearthkey.core.certificate;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.hearthkey.core.key.SoftwareKey;

/// TLS towards a hub of this home. The hub must show a certificate of the services, and nobody else's word counts.
public final class HubTls {
    private static final String ALIAS = "client";

    private HubTls() {}

    /// For a connection on which we prove ourselves with `certificate`. It goes alone, without its issuer: the hub has
    /// that, and small devices must never have to read it.
    ///
    /// @param services the issuer of the home's servers, or its twin
    /// @param key the certificate's; it may be closed as soon as this returns
    public static SSLContext proving(Certificate services, Certificate certificate, SoftwareKey key) {
        try (var pkcs8 = key.pkcs8()) {
            var factory = KeyFactory.getInstance(key.profile().algorithm());
            var opened = pkcs8.use(bytes -> factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
            return context(services, new KeyManager[] {new OneKey(certificate.x509(), opened)});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    /// For a connection on which we are nobody.
    public static SSLContext anonymous(Certificate services) {
        try {
            return context(services, new KeyManager[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    private static SSLContext context(Certificate services, KeyManager[] keys) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(storeWith(services));
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore storeWith(Certificate anchor) throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("services", anchor.x509());
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("An empty store is read from nowhere", e);
        }
    }

    /// Shows the one certificate whatever the server asks for: whether it fits is for the server to say.
    private static final class OneKey extends X509ExtendedKeyManager {
        private final X509Certificate certificate;
        private final PrivateKey key;

        OneKey(X509Certificate certificate, PrivateKey key) {
            this.certificate = certificate;
            this.key = key;
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            throw new UnsupportedOperationException("This is a client's key");
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException("This is a client's key");
        }
    }
}
