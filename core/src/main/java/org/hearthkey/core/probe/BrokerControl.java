package org.hearthkey.core.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.secret.SecretBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The administrator's door of a Mosquitto broker: its dynamic security, by which a client that is connected is cut off.
///
/// A client is removed, never only disabled: a disabled one whose name comes from its certificate may connect again and
/// publish. Removed, it has no rights; that it does not connect again is for the revocation list.
///
/// @see <a href="https://mosquitto.org/documentation/dynamic-security/">Mosquitto, dynamic security</a>
public final class BrokerControl implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerControl.class);
    private static final String COMMANDS = "$CONTROL/dynamic-security/v1";
    private static final String ANSWERS = COMMANDS + "/response";
    private static final int AT_LEAST_ONCE = 0x02;
    private static final int PACKET_ID = 1;
    private static final int LEAST_REFUSAL = 0x80;
    private static final JsonMapper JSON = new JsonMapper();

    private final TlsDialog dialog;

    private BrokerControl(TlsDialog dialog) {
        this.dialog = dialog;
    }

    /// Comes in as the administrator.
    ///
    /// @param services the issuer of the home's servers: nobody else is told the password
    /// @param password in UTF-8; stays the caller's
    /// @throws ControlException if the broker does not let us in or has no dynamic security
    public static BrokerControl open(
            ListenerAddress address, Certificate services, String user, SecretBytes password, Duration patience)
            throws ControlException {
        try {
            var dialog = new TlsDoor(address, services).enter(Deadline.in(patience));
            var control = new BrokerControl(dialog);
            try {
                if (!(MqttConnect.over(dialog, user, password) instanceof MqttConnect.Answer.Let)) {
                    throw new ControlException(ControlException.Trouble.NOT_LET_IN);
                }
                control.listen();
                return control;
            } catch (IOException failed) {
                dialog.closeAfter(failed);
                throw failed;
            }
        } catch (ControlException refused) {
            throw refused;
        } catch (IOException failed) {
            throw new ControlException(Failing.verdict(failed, false), failed);
        }
    }

    private void listen() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(0);
        body.write(PACKET_ID);
        body.write(0); // no properties
        MqttPacket.text(body, ANSWERS);
        body.write(0); // each answer once at most
        dialog.write(MqttPacket.bytes(MqttPacket.SUBSCRIBE, body.toByteArray()));
        require(await(MqttPacket.SUBACK).last());
    }

    /// Removes the client of this name, which ends its session at once and takes its rights. One that the broker has no
    /// record of is recorded first: only then does it look whether it is connected.
    ///
    /// @param username as the broker knows it
    /// @throws ControlException if the broker did not say that it did so
    public void remove(String username) throws ControlException {
        var commands = Stream.of("createClient", "deleteClient")
                .map(command -> Map.of("command", command, "username", username))
                .toList();
        var answers = ask(Map.of("commands", commands));
        var removed = answers.valueStream()
                .anyMatch(answer ->
                        answer.path("command").asString("").equals("deleteClient") && !answer.hasNonNull("error"));
        if (!removed) {
            throw new ControlException(ControlException.Trouble.NOT_DONE);
        }
    }

    /// Records a client without rights, so that it can be removed. One that is there already stays as it is.
    ///
    /// @throws ControlException if the broker did not answer
    public void add(String username) throws ControlException {
        ask(Map.of("commands", List.of(Map.of("command", "createClient", "username", username))));
    }

    private JsonNode ask(Map<String, ?> commands) throws ControlException {
        try {
            var body = new ByteArrayOutputStream();
            MqttPacket.text(body, COMMANDS);
            body.write(0);
            body.write(PACKET_ID);
            body.write(0); // no properties
            body.writeBytes(JSON.writeValueAsBytes(commands));
            dialog.write(MqttPacket.bytes(MqttPacket.PUBLISH | AT_LEAST_ONCE, body.toByteArray()));
            return JSON.readTree(await(MqttPacket.PUBLISH).payload()).path("responses");
        } catch (ControlException refused) {
            throw refused;
        } catch (SocketTimeoutException silence) {
            // A broker takes messages to any topic. Without dynamic security nobody is there to answer this one.
            throw new ControlException(ControlException.Trouble.NO_DYNAMIC_SECURITY, silence);
        } catch (IOException failed) {
            throw new ControlException(Failing.verdict(failed, false), failed);
        } catch (JacksonException noJson) {
            throw new ControlException(ControlException.Trouble.NOT_DONE, noJson);
        }
    }

    /// The next packet of that type. What our message is acknowledged with may come before or after the answer to it.
    private MqttPacket await(int type) throws IOException {
        var packet = MqttPacket.read(dialog);
        while (packet.type() != type) {
            if (packet.type() == MqttPacket.DISCONNECT) {
                throw new ControlException(ControlException.Trouble.NOT_LET_IN);
            }
            if (packet.type() == MqttPacket.PUBACK && packet.length() > 2) {
                require(packet.at(2));
            }
            packet = MqttPacket.read(dialog);
        }
        return packet;
    }

    private static void require(int reason) throws ControlException {
        if (reason >= LEAST_REFUSAL) {
            throw new ControlException(ControlException.Trouble.NO_RIGHTS);
        }
    }

    @Override
    public void close() {
        try {
            dialog.close();
        } catch (IOException gone) {
            LOG.debug("The broker had ended the session before", gone);
        }
    }
}
