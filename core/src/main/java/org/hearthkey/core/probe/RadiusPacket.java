package org.hearthkey.core.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearthkey.core.secret.SecretBytes;

/// A packet of RADIUS, and the two seals on it that only who knows the shared secret can make. Both are of MD5, for RADIUS
/// knows no other; what they protect here is TLS, which does not rely on them.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc2865#section-3">RFC 2865, section 3</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3579#section-3">RFC 3579, section 3</a>
record RadiusPacket(int code, int id, List<Attribute> attributes) {
    static final int ACCESS_REQUEST = 1;
    static final int ACCESS_ACCEPT = 2;
    static final int ACCESS_REJECT = 3;
    static final int ACCESS_CHALLENGE = 11;

    static final int USER_NAME = 1;
    static final int FRAMED_MTU = 12;
    static final int REPLY_MESSAGE = 18;
    static final int STATE = 24;
    static final int NAS_IDENTIFIER = 32;
    static final int EAP_MESSAGE = 79;

    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int HEADER_BYTES = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int AUTHENTICATOR_BYTES = 16;
    private static final int MOST_VALUE_BYTES = 253;

    /// @param value at most 253 bytes
    record Attribute(int type, ByteBuffer value) {
        static Attribute of(int type, byte[] value) {
            return new Attribute(type, ByteBuffer.wrap(value).asReadOnlyBuffer());
        }

        byte[] bytes() {
            var bytes = new byte[value.remaining()];
            value.duplicate().get(bytes);
            return bytes;
        }
    }

    RadiusPacket {
        attributes = List.copyOf(attributes);
    }

    /// The attributes that carry one EAP packet, in pieces.
    static List<Attribute> eap(byte[] packet) {
        var pieces = new ArrayList<Attribute>();
        for (int from = 0; from < packet.length; from += MOST_VALUE_BYTES) {
            var piece = Arrays.copyOfRange(packet, from, Math.min(packet.length, from + MOST_VALUE_BYTES));
            pieces.add(Attribute.of(EAP_MESSAGE, piece));
        }
        return pieces;
    }

    /// The EAP packet that this carries.
    byte[] eap() {
        var packet = new ByteArrayOutputStream();
        all(EAP_MESSAGE).forEach(piece -> packet.writeBytes(piece.bytes()));
        return packet.toByteArray();
    }

    Optional<Attribute> first(int type) {
        return all(type).stream().findFirst();
    }

    private List<Attribute> all(int type) {
        return attributes.stream().filter(one -> one.type() == type).toList();
    }

    /// A request as it goes out, with its Message-Authenticator.
    ///
    /// @param authenticator 16 bytes by chance
    byte[] request(byte[] authenticator, SecretBytes secret) {
        var body = new ByteArrayOutputStream();
        for (var attribute : attributes) {
            body.write(attribute.type());
            body.write(attribute.value().remaining() + 2);
            body.writeBytes(attribute.bytes());
        }
        int seal = HEADER_BYTES + body.size() + 2;
        body.write(MESSAGE_AUTHENTICATOR);
        body.write(AUTHENTICATOR_BYTES + 2);
        body.writeBytes(new byte[AUTHENTICATOR_BYTES]);
        var packet = ByteBuffer.allocate(HEADER_BYTES + body.size())
                .put((byte) code)
                .put((byte) id)
                .putShort((short) (HEADER_BYTES + body.size()))
                .put(authenticator)
                .put(body.toByteArray());
        packet.put(seal, hmac(packet.array(), secret));
        return packet.array();
    }

    /// Reads the answer to the request with that authenticator. Nothing that does not carry both seals is one.
    static Optional<RadiusPacket> answer(byte[] received, byte[] authenticator, SecretBytes secret) throws IOException {
        var packet = received.clone();
        if (packet.length < HEADER_BYTES || ByteBuffer.wrap(packet).getShort(2) != packet.length) {
            return Optional.empty();
        }
        var said = Arrays.copyOfRange(packet, AUTHENTICATOR_AT, HEADER_BYTES);
        System.arraycopy(authenticator, 0, packet, AUTHENTICATOR_AT, AUTHENTICATOR_BYTES);
        if (!MessageDigest.isEqual(said, digest(packet, secret))) {
            return Optional.empty();
        }
        var attributes = new ArrayList<Attribute>();
        boolean sealed = false;
        for (int at = HEADER_BYTES; at < packet.length; ) {
            int length = at + 1 < packet.length ? Byte.toUnsignedInt(packet[at + 1]) : 0;
            if (length < 2 || at + length > packet.length) {
                return Optional.empty();
            }
            int type = Byte.toUnsignedInt(packet[at]);
            var value = Arrays.copyOfRange(packet, at + 2, at + length);
            if (type == MESSAGE_AUTHENTICATOR) {
                Arrays.fill(packet, at + 2, at + length, (byte) 0);
                sealed = MessageDigest.isEqual(value, hmac(packet, secret));
            } else {
                attributes.add(Attribute.of(type, value));
            }
            at += length;
        }
        return sealed
                ? Optional.of(
                        new RadiusPacket(Byte.toUnsignedInt(packet[0]), Byte.toUnsignedInt(packet[1]), attributes))
                : Optional.empty();
    }

    private static byte[] digest(byte[] packet, SecretBytes secret) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(packet);
            return secret.use(md5::digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private static byte[] hmac(byte[] packet, SecretBytes secret) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(secret.use(bytes -> new SecretKeySpec(bytes, "HmacMD5")));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-MD5", e);
        }
    }
}
