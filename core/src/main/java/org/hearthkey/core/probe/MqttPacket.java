package org.hearthkey.core.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.net.ssl.SSLException;

/// One packet of MQTT as it stands on the wire: its first byte, and what follows the length.
///
/// @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html#_Toc3901019">MQTT 5, section 2</a>
final class MqttPacket {
    static final int CONNECT = 0x10;
    static final int CONNACK = 0x20;
    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int SUBSCRIBE = 0x82;
    static final int SUBACK = 0x90;
    static final int DISCONNECT = 0xE0;

    private static final int LENGTH_BITS = 7;
    private static final int MORE_LENGTH = 1 << LENGTH_BITS;
    private static final int LONGEST_LENGTH_BITS = 4 * LENGTH_BITS;
    private static final int MOST_BYTES = 256 << 10;

    private final int first;
    private final byte[] body;

    private MqttPacket(int first, byte[] body) {
        this.first = first;
        this.body = body;
    }

    /// Reads the next packet.
    ///
    /// @throws SSLException if that is none, or far longer than any answer to us
    static MqttPacket read(TlsDialog dialog) throws IOException {
        int first = dialog.read();
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = dialog.read();
            length |= digit % MORE_LENGTH << shift;
            shift += LENGTH_BITS;
        } while (digit >= MORE_LENGTH && shift < LONGEST_LENGTH_BITS);
        if (digit >= MORE_LENGTH || length > MOST_BYTES) {
            throw new SSLException("Not a packet of MQTT");
        }
        var body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) dialog.read();
        }
        return new MqttPacket(first, body);
    }

    /// Its first byte, without the flags of a message.
    int type() {
        return (first & 0xF0) == PUBLISH ? PUBLISH : first;
    }

    int length() {
        return body.length;
    }

    /// One byte of what follows the length, from 0 to 255.
    ///
    /// @throws SSLException if it is shorter than that
    int at(int index) throws SSLException {
        if (index >= body.length) {
            throw new SSLException("A packet of MQTT that is cut short");
        }
        return Byte.toUnsignedInt(body[index]);
    }

    /// The last byte, where a packet ends with its reason.
    int last() throws SSLException {
        return at(Math.max(0, body.length - 1));
    }

    /// The payload of a message of MQTT 5 that needs no answer.
    byte[] payload() throws SSLException {
        int topic = at(0) << Byte.SIZE | at(1);
        int properties = 2 + topic;
        // Longer ones would have a second byte here.
        if (first != PUBLISH || at(properties) >= MORE_LENGTH) {
            throw new SSLException("Not the message that was asked for");
        }
        int from = properties + 1 + at(properties);
        if (from > body.length) {
            throw new SSLException("A packet of MQTT that is cut short");
        }
        return Arrays.copyOfRange(body, from, body.length);
    }

    /// What is to be sent.
    static byte[] bytes(int first, byte[] body) {
        var packet = new ByteArrayOutputStream();
        packet.write(first);
        int rest = body.length;
        do {
            int digit = rest % MORE_LENGTH;
            rest /= MORE_LENGTH;
            packet.write(rest > 0 ? digit | MORE_LENGTH : digit);
        } while (rest > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /// A text with its length before it.
    static void text(ByteArrayOutputStream out, String text) {
        bytes(out, text.getBytes(UTF_8));
    }

    static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(bytes.length >> Byte.SIZE);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
