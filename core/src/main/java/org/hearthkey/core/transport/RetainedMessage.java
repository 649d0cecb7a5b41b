package org.hearthkey.core.transport;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/// Leaves a message at a broker, which hands it to whoever subscribes, also later.
///
/// @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901104">MQTT 5.0, section 3.3.1.3</a>
public final class RetainedMessage {
    private static final int PATIENCE_SECONDS = 20;

    private RetainedMessage() {}

    /// Connects, leaves the message in place of the last one of this topic, waits until the broker has it, and goes.
    ///
    /// @param keys how the home proves itself
    /// @param trust whom it believes
    /// @throws TransportException if the broker was not reached, or did not take it
    public static void leave(
            HubAddress.Mqtts address, KeyManagerFactory keys, TrustManagerFactory trust, String topic, byte[] payload)
            throws TransportException {
        var client = client(address, keys, trust);
        try {
            client.connectWith().cleanStart(true).keepAlive(PATIENCE_SECONDS).send();
        } catch (Mqtt5ConnAckException answer) {
            throw new TransportException(
                    Trouble.TURNED_AWAY, "CONNECT: " + answer.getMqttMessage().getReasonCode(), answer);
        } catch (ConnectionFailedException failed) {
            throw explained(failed);
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
        } catch (Mqtt5DisconnectException | MqttSessionExpiredException | MqttClientStateException broken) {
            // A broker that does not like the certificate says so only now, in TLS 1.3.
            throw new TransportException(Trouble.TURNED_AWAY, "The broker hung up", broken);
        }
    }

    private static Mqtt5BlockingClient client(
            HubAddress.Mqtts address, KeyManagerFactory keys, TrustManagerFactory trust) {
        return Mqtt5Client.builder()
                .transportConfig()
                .serverHost(address.host())
                .serverPort(address.port())
                .socketConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .mqttConnectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .sslConfig()
                .keyManagerFactory(keys)
                .trustManagerFactory(trust)
                .handshakeTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .applySslConfig()
                .applyTransportConfig()
                .buildBlocking();
    }

    private static TransportException explained(ConnectionFailedException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException refused) {
                return new TransportException(TlsTrouble.of(refused), "The TLS handshake failed", failed);
            }
        }
        return new TransportException(Trouble.UNREACHABLE, "No broker answered", failed);
    }
}
