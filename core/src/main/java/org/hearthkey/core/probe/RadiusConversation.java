package org.hearthkey.core.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.probe.RadiusPacket.Attribute;
import org.hearthkey.core.secret.SecretBytes;

/// EAP packets to a RADIUS server and back, each asked again until it is answered.
final class RadiusConversation implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int AUTHENTICATOR_BYTES = 16;
    private static final int MOST_BYTES = 4096;
    private static final byte[] MTU = {0, 0, 0x04, 0x00};

    private final DatagramSocket socket;
    private final SecretBytes secret;
    private final byte[] user;
    private final Deadline deadline;
    private final SecureRandom random;
    private int id;
    private Optional<Attribute> state = Optional.empty();

    private RadiusConversation(
            DatagramSocket socket, SecretBytes secret, String user, Deadline deadline, SecureRandom random) {
        this.socket = socket;
        this.secret = secret;
        this.user = user.getBytes(StandardCharsets.UTF_8);
        this.deadline = deadline;
        this.random = random;
    }

    static RadiusConversation with(
            ListenerAddress address, SecretBytes secret, String user, Deadline deadline, SecureRandom random)
            throws IOException {
        var socket = new DatagramSocket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
            return new RadiusConversation(socket, secret, user, deadline, random);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /// Sends an EAP packet and waits for what comes of it.
    RadiusPacket ask(byte[] eap) throws IOException {
        id = (id + 1) & 0xFF;
        var attributes = new ArrayList<Attribute>();
        attributes.add(Attribute.of(RadiusPacket.USER_NAME, user));
        attributes.add(Attribute.of(RadiusPacket.NAS_IDENTIFIER, "hearthkey".getBytes(StandardCharsets.US_ASCII)));
        attributes.add(Attribute.of(RadiusPacket.FRAMED_MTU, MTU));
        attributes.addAll(RadiusPacket.eap(eap));
        state.ifPresent(attributes::add);
        var authenticator = new byte[AUTHENTICATOR_BYTES];
        random.nextBytes(authenticator);
        var request = new RadiusPacket(RadiusPacket.ACCESS_REQUEST, id, attributes).request(authenticator, secret);
        var answer = answer(request, authenticator);
        state = answer.first(RadiusPacket.STATE);
        return answer;
    }

    private RadiusPacket answer(byte[] request, byte[] authenticator) throws IOException {
        while (true) {
            socket.send(new DatagramPacket(request, request.length));
            var remaining = deadline.remaining();
            var until = Deadline.in(remaining.compareTo(AGAIN) < 0 ? remaining : AGAIN);
            try {
                return next(until, authenticator);
            } catch (SocketTimeoutException silence) {
                deadline.remaining();
            }
        }
    }

    private RadiusPacket next(Deadline until, byte[] authenticator) throws IOException {
        while (true) {
            socket.setSoTimeout(Math.toIntExact(until.remaining().toMillis()));
            var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            socket.receive(packet);
            var received = Arrays.copyOf(packet.getData(), packet.getLength());
            var answer = RadiusPacket.answer(received, authenticator, secret).filter(one -> one.id() == id);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
