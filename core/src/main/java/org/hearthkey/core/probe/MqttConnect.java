package org.hearthkey.core.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Trouble;
import org.hearthkey.core.secret.SecretBytes;

/// The first packet each way of MQTT: CONNECT and CONNACK.
///
/// @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html#_Toc3901033">MQTT 5, section 3.1</a>
final class MqttConnect {
    private static final int CLEAN_START = 0x02;
    private static final int USER_AND_PASSWORD = 0xC0;
    private static final int KEEP_ALIVE_SECONDS = 60;

    enum Version {
        V3_1_1(4),
        V5(5);

        private final int level;

        Version(int level) {
            this.level = level;
        }
    }

    /// What the broker answers.
    sealed interface Answer {
        record Let() implements Answer {}

        record Turned(Verdict verdict) implements Answer {}

        record OtherVersion() implements Answer {}
    }

    private MqttConnect() {}

    /// Connects as whoever TLS has shown.
    static Answer over(TlsDialog dialog, Version version) throws IOException {
        dialog.write(MqttPacket.bytes(MqttPacket.CONNECT, head(version, 0).toByteArray()));
        return answer(dialog, version);
    }

    /// Connects as a user with a password.
    static Answer over(TlsDialog dialog, String user, SecretBytes password) throws IOException {
        var body = head(Version.V5, USER_AND_PASSWORD);
        MqttPacket.text(body, user);
        var packet = password.use(bytes -> {
            MqttPacket.bytes(body, bytes);
            return MqttPacket.bytes(MqttPacket.CONNECT, body.toByteArray());
        });
        try {
            dialog.write(packet);
        } finally {
            Arrays.fill(packet, (byte) 0);
        }
        return answer(dialog, Version.V5);
    }

    private static ByteArrayOutputStream head(Version version, int flags) {
        var body = new ByteArrayOutputStream();
        MqttPacket.text(body, "MQTT");
        body.write(version.level);
        body.write(CLEAN_START | flags);
        body.write(0);
        body.write(KEEP_ALIVE_SECONDS);
        if (version == Version.V5) {
            body.write(0); // no properties
        }
        // Another name each time: a broker ends the session of a client when one of the same name comes.
        MqttPacket.text(body, "hk" + HexFormat.of().toHexDigits(System.nanoTime()));
        return body;
    }

    private static Answer answer(TlsDialog dialog, Version version) throws IOException {
        var packet = MqttPacket.read(dialog);
        return switch (packet.type()) {
            case MqttPacket.CONNACK -> answer(version, packet.at(1));
            case MqttPacket.DISCONNECT -> new Answer.Turned(refusal(packet.at(0)));
            default -> new Answer.Turned(new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL));
        };
    }

    private static Answer answer(Version version, int code) {
        if (code == 0) {
            return new Answer.Let();
        }
        // A broker that knows only 3.1.1 answers in its own way, with 1.
        if (version == Version.V5 && (code == 0x84 || code == 1)) {
            return new Answer.OtherVersion();
        }
        return new Answer.Turned(refusal(code));
    }

    /// Codes below 128 are those of 3.1.1.
    private static Verdict refusal(int code) {
        return switch (code) {
            case 4, 5, 0x86, 0x87, 0x8A, 0x8C -> new Verdict.Refused(Reason.NO_RIGHTS);
            case 3, 0x88, 0x89, 0x8B, 0x97, 0x9C, 0x9D, 0x9F -> new Verdict.Unreachable(Trouble.NOT_READY);
            default -> new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL);
        };
    }
}
