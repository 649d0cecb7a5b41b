package org.hearthkey.core.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// TLS records in EAP-TLS in RADIUS: each flight in pieces, each piece answered before the next.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5216#section-3">RFC 5216, section 3</a>
final class EapTlsWire implements Wire {
    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;
    private static final int IDENTITY = 1;
    private static final int NAK = 3;
    private static final int EAP_TLS = 13;
    private static final int LENGTH_INCLUDED = 0x80;
    private static final int MORE_FRAGMENTS = 0x40;
    private static final int START = 0x20;
    private static final int HEADER_BYTES = 5;
    private static final int LENGTH_BYTES = 4;
    private static final int MOST_PIECE_BYTES = 900;
    private static final int MOST_ROUNDS = 200;

    private final RadiusConversation server;
    private final ByteArrayOutputStream flight = new ByteArrayOutputStream();
    private RadiusPacket last;
    private int rounds;

    private EapTlsWire(RadiusConversation server, RadiusPacket last) {
        this.server = server;
        this.last = last;
    }

    /// Says who we are, and gets as far as EAP-TLS.
    static EapTlsWire begin(RadiusConversation server, String identity) throws IOException {
        var name = identity.getBytes(StandardCharsets.UTF_8);
        var wire = new EapTlsWire(server, server.ask(eap(0, IDENTITY, name)));
        for (int offers = 0; wire.isChallenge() && wire.at(HEADER_BYTES - 1) != EAP_TLS; offers++) {
            if (offers > 1) {
                throw new SSLException("It offers no EAP-TLS");
            }
            wire.ask(eap(wire.at(1), NAK, new byte[] {EAP_TLS}));
        }
        if (!wire.isChallenge() || (wire.at(HEADER_BYTES) & START) == 0) {
            throw new SSLException("EAP-TLS does not begin like this");
        }
        return wire;
    }

    /// Ends the conversation after the handshake, and says whether we were let in; empty if the server goes on asking.
    Optional<Boolean> end() throws IOException {
        if (isChallenge()) {
            answer(0, new byte[0]);
        }
        return switch (last.code()) {
            case RadiusPacket.ACCESS_ACCEPT -> Optional.of(true);
            case RadiusPacket.ACCESS_REJECT -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// What the server says to people, such as why it refused.
    String message() {
        return last.first(RadiusPacket.REPLY_MESSAGE)
                .map(message -> new String(message.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public void send(byte[] records) {
        flight.writeBytes(records);
    }

    @Override
    public byte[] receive(Duration most) throws IOException {
        if (!isChallenge()) {
            return new byte[0];
        }
        sendFlight();
        var records = new ByteArrayOutputStream();
        records.writeBytes(piece());
        while (isChallenge() && (at(HEADER_BYTES) & MORE_FRAGMENTS) != 0) {
            answer(0, new byte[0]);
            records.writeBytes(piece());
        }
        return records.toByteArray();
    }

    private void sendFlight() throws IOException {
        var all = flight.toByteArray();
        flight.reset();
        int from = 0;
        do {
            int to = Math.min(all.length, from + MOST_PIECE_BYTES);
            var piece = Arrays.copyOfRange(all, from, to);
            boolean whole = all.length <= MOST_PIECE_BYTES;
            int flags = (to < all.length ? MORE_FRAGMENTS : 0) | (!whole && from == 0 ? LENGTH_INCLUDED : 0);
            answer(
                    flags,
                    (flags & LENGTH_INCLUDED) == 0
                            ? piece
                            : ByteBuffer.allocate(LENGTH_BYTES + piece.length)
                                    .putInt(all.length)
                                    .put(piece)
                                    .array());
            from = to;
        } while (from < all.length && isChallenge());
    }

    private void answer(int flags, byte[] data) throws IOException {
        var body = new byte[1 + data.length];
        body[0] = (byte) flags;
        System.arraycopy(data, 0, body, 1, data.length);
        ask(eap(at(1), EAP_TLS, body));
    }

    private void ask(byte[] eap) throws IOException {
        if (++rounds > MOST_ROUNDS) {
            throw new SSLException("It goes on for ever");
        }
        last = server.ask(eap);
    }

    private boolean isChallenge() {
        return last.code() == RadiusPacket.ACCESS_CHALLENGE;
    }

    /// What the server's newest packet carries of TLS.
    private byte[] piece() throws SSLException {
        if (!isChallenge()) {
            return new byte[0];
        }
        if (at(0) != REQUEST || at(HEADER_BYTES - 1) != EAP_TLS) {
            throw new SSLException("Not EAP-TLS any more");
        }
        int from = HEADER_BYTES + 1 + ((at(HEADER_BYTES) & LENGTH_INCLUDED) == 0 ? 0 : LENGTH_BYTES);
        var eap = last.eap();
        return Arrays.copyOfRange(eap, Math.min(from, eap.length), eap.length);
    }

    /// One byte of the EAP packet that came last.
    private int at(int index) throws SSLException {
        var eap = last.eap();
        if (index >= eap.length) {
            throw new SSLException("An EAP packet that is cut short");
        }
        return Byte.toUnsignedInt(eap[index]);
    }

    private static byte[] eap(int id, int type, byte[] body) {
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put((byte) RESPONSE)
                .put((byte) id)
                .putShort((short) (HEADER_BYTES + body.length))
                .put((byte) type)
                .put(body)
                .array();
    }

    @Override
    public void close() {
        server.close();
    }
}
