package org.hearthkey.core.transport;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SoftwareKey;

/// Leaves a message at a broker, which hands it to whoever subscribes, also later.
///
/// @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901104">MQTT 5.0, section 3.3.1.3</a>
public final class RetainedMessage {
    private static final int PATIENCE_SECONDS = 20;
    private static final char[] NO_SECRET = {'-'};

    private RetainedMessage() {}

    /// Connects, leaves the message in place of the last one of this topic, waits until the broker has it, and goes.
    ///
    /// @param services the issuer that the broker's certificate must come from
    /// @param own the certificate by which the home proves itself
    /// @param key its key; stays the caller's
    /// @throws TransportException if the broker was not reached, or did not take it
    public static void leave(
            HubAddress.Mqtts address,
            Certificate services,
            Certificate own,
            SoftwareKey key,
            String topic,
            byte[] payload)
            throws TransportException {
        var client = client(address, services, own, key);
        try {
            client.connectWith().cleanStart(true).keepAlive(PATIENCE_SECONDS).send();
        } catch (Mqtt5ConnAckException answer) {
            throw new TransportException(
                    Trouble.TURNED_AWAY, "CONNECT: " + answer.getMqttMessage().getReasonCode(), answer);
        } catch (ConnectionFailedException failed) {
            throw explained(failed, Trouble.UNREACHABLE);
        } catch (ConnectionClosedException closed) {
            throw explained(closed, Trouble.BROKEN);
        }
        try {
            client.publishWith()
                    .topic(topic)
                    .payload(payload)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .retain(true)
                    .send();
            client.disconnect();
        } catch (Mqtt5PubAckException answer) {
            throw new TransportException(
                    Trouble.NOT_ALLOWED, "PUBLISH: " + answer.getMqttMessage().getReasonCode(), answer);
        } catch (ConnectionClosedException closed) {
            throw explained(closed, Trouble.BROKEN);
        } catch (MqttEncodeException longerThanTheBrokerSaid) {
            throw new TransportException(Trouble.TOO_LONG, payload.length + " bytes", longerThanTheBrokerSaid);
        } catch (Mqtt5DisconnectException | MqttSessionExpiredException | MqttClientStateException broken) {
            // Mosquitto answers a message above its message_size_limit with a reason that no answer to a message may
            // have.
            throw new TransportException(
                    isUnreadable(broken) ? Trouble.TOO_LONG : Trouble.TURNED_AWAY, "The broker hung up", broken);
        }
    }

    private static boolean isUnreadable(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof MqttDecodeException) {
                return true;
            }
        }
        return false;
    }

    private static Mqtt5BlockingClient client(
            HubAddress.Mqtts address, Certificate services, Certificate own, SoftwareKey key) {
        try {
            return Mqtt5Client.builder()
                    .transportConfig()
                    .serverHost(address.host())
                    .serverPort(address.port())
                    .socketConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .mqttConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .sslConfig()
                    .keyManagerFactory(keys(own, key))
                    .trustManagerFactory(trust(services))
                    .handshakeTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .applySslConfig()
                    .applyTransportConfig()
                    .buildBlocking();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    private static TrustManagerFactory trust(Certificate services) throws GeneralSecurityException {
        var store = emptyStore();
        store.setCertificateEntry("services", services.x509());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        return trust;
    }

    /// The client wants a factory, and a factory a store. It never leaves this memory, so its password protects nothing.
    private static KeyManagerFactory keys(Certificate own, SoftwareKey key) throws GeneralSecurityException {
        try (var pkcs8 = key.pkcs8()) {
            var opened = pkcs8.use(bytes ->
                    KeyFactory.getInstance(key.profile().algorithm()).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
            var store = emptyStore();
            store.setKeyEntry("home", opened, NO_SECRET, new X509Certificate[] {own.x509()});
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, NO_SECRET);
            return keys;
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("An empty store is read from nowhere", e);
        }
    }

    /// A broker that does not like the certificate says so after the handshake, in TLS 1.3.
    private static TransportException explained(RuntimeException failed, Trouble otherwise) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException refused) {
                return new TransportException(TlsTrouble.of(refused), "The TLS handshake failed", failed);
            }
        }
        return new TransportException(otherwise, "The broker did not answer", failed);
    }
}
