package org.hearthkey.core.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.secret.SecretBytes;

/// Opens sessions at one SSH server, which must show the key that the owner compared. Nothing of this machine is used
/// beside what is given here: no configuration, no agent, no keys of the user.
public final class SshDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HubAddress.Sftp address;
    private final Optional<HostKey> known;
    private final Proof proof;
    private final SshClient client;
    private final AtomicReference<HostKey> shown = new AtomicReference<>();

    private SshDoor(HubAddress.Sftp address, Optional<HostKey> known, Proof proof) {
        this.address = address;
        this.known = known;
        this.proof = proof;
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        client.setUserAuthFactories(proof.factories());
        client.setServerKeyVerifier((_, _, key) -> isKnown(key));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, PATIENCE);
    }

    /// How the home proves itself.
    interface Proof {
        List<UserAuthFactory> factories();

        void giveTo(ClientSession session);
    }

    /// A door that a key opens.
    ///
    /// @param known the key of the server; without it, every session is refused and says which key was shown
    /// @param key stays the caller's, who closes it after the last session
    public static SshDoor withKey(HubAddress.Sftp address, Optional<HostKey> known, SoftwareKey key) {
        return new SshDoor(address, known, new Proof() {
            @Override
            public List<UserAuthFactory> factories() {
                return List.of(UserAuthPublicKeyFactory.INSTANCE);
            }

            @Override
            public void giveTo(ClientSession session) {
                session.addPublicKeyIdentity(pair(key));
            }
        });
    }

    /// A door that a password opens, which is shown once a session.
    ///
    /// @param known the key of the server; without it, every session is refused and says which key was shown
    /// @param password in UTF-8; stays the caller's, who closes it after the last session
    public static SshDoor withPassword(HubAddress.Sftp address, Optional<HostKey> known, SecretBytes password) {
        return new SshDoor(address, known, new SshPassword(password));
    }

    /// Asks a server which key it has. Nothing is sent to it but what greets it.
    ///
    /// @throws TransportException if it does not answer
    public static HostKey ask(HubAddress.Sftp address) throws TransportException {
        var nobody = new Proof() {
            @Override
            public List<UserAuthFactory> factories() {
                return List.of(UserAuthPublicKeyFactory.INSTANCE);
            }

            @Override
            public void giveTo(ClientSession session) {
                // Nothing: the session ends before anybody asks who we are.
            }
        };
        try (var door = new SshDoor(address, Optional.empty(), nobody);
                var session = door.open()) {
            throw new IllegalStateException("A session without a known key: " + session);
        } catch (TransportException refused) {
            return refused.shown().orElseThrow(() -> refused);
        } catch (IOException notClosed) {
            throw new TransportException(Trouble.BROKEN, "The connection did not close", notClosed);
        }
    }

    /// Opens a session.
    ///
    /// @throws TransportException if nobody answers, the server is another one, or it does not let us in
    ClientSession open() throws TransportException {
        if (!client.isStarted()) {
            client.start();
        }
        shown.set(null);
        ClientSession session;
        try {
            session = client.connect(address.user(), address.host(), address.port())
                    .verify(PATIENCE)
                    .getSession();
        } catch (IOException failed) {
            throw new TransportException(Trouble.UNREACHABLE, "No answer from " + address.host(), failed);
        }
        try {
            proof.giveTo(session);
            session.auth().verify(PATIENCE);
            return session;
        } catch (IOException failed) {
            session.close(true);
            throw explained(failed);
        }
    }

    private TransportException explained(IOException failed) {
        var key = shown.get();
        if (key != null && known.isEmpty()) {
            return new TransportException(Trouble.HOST_KEY_UNKNOWN, key);
        }
        if (key != null && !known.get().equals(key)) {
            return new TransportException(Trouble.HOST_KEY_OTHER, key);
        }
        return key == null
                ? new TransportException(Trouble.BROKEN, "No key was agreed on with " + address.host(), failed)
                : new TransportException(Trouble.TURNED_AWAY, address.user() + " may not in", failed);
    }

    private boolean isKnown(PublicKey key) {
        var blob = new ByteArrayBuffer();
        blob.putRawPublicKey(key);
        var hostKey = HostKey.ofBlob(blob.getCompactData());
        shown.set(hostKey);
        return known.filter(hostKey::equals).isPresent();
    }

    private static KeyPair pair(SoftwareKey key) {
        try (var pkcs8 = key.pkcs8()) {
            var factory = KeyFactory.getInstance(key.profile().algorithm());
            var opened = pkcs8.use(bytes -> factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
            return new KeyPair(key.publicKey().jca(), opened);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has EC", e);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
