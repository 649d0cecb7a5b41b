package org.hearthkey.core.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/// TLS from the client's side over any [Wire]. It knows when a record came that holds nothing for us, which a socket of the
/// JDK does not tell: that is how TLS 1.3 says that it took our certificate.
final class TlsDialog implements AutoCloseable {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /// What one flight may hold at most: a server's chain has its place in it many times.
    private static final int MOST_WAITING = 256 << 10;

    private final SSLEngine engine;
    private final Wire wire;
    private final Deadline deadline;
    /// Records that came, to be read from.
    private ByteBuffer records = NOTHING;
    /// What they said, to be read from.
    private ByteBuffer plain = NOTHING;

    private boolean ended;

    TlsDialog(SSLEngine engine, Wire wire, Deadline deadline) {
        this.engine = engine;
        this.wire = wire;
        this.deadline = deadline;
        engine.setUseClientMode(true);
    }

    /// Goes through the handshake.
    void handshake() throws IOException {
        engine.beginHandshake();
        for (var status = engine.getHandshakeStatus();
                status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED;
                status = engine.getHandshakeStatus()) {
            switch (status) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrap() && !receive(deadline.remaining())) {
                        throw new EOFException("The connection ended in the handshake");
                    }
                }
                case NOT_HANDSHAKING, FINISHED -> throw new IllegalStateException("It has ended");
            }
        }
    }

    /// Waits for the server's first word after the handshake. A server of TLS 1.3 judges our certificate only then: it
    /// sends tickets if it likes it, or else an alert, which would be lost if we wrote first.
    ///
    /// @param most for servers that send no tickets
    void awaitJudgment(Duration most) throws IOException {
        if (!"TLSv1.3".equals(engine.getSession().getProtocol())) {
            return;
        }
        var until = Deadline.in(most);
        try {
            for (var heard = unwrap(); !heard && !ended; heard = unwrap()) {
                receive(until.remaining());
            }
        } catch (SocketTimeoutException nothingToSay) {
            // No alert, so no refusal yet.
            deadline.remaining();
        }
    }

    void write(byte[] message) throws IOException {
        for (var rest = ByteBuffer.wrap(message); rest.hasRemaining(); ) {
            wrap(rest);
        }
    }

    /// The next byte of what the server says, from 0 to 255.
    ///
    /// @throws EOFException at its end
    int read() throws IOException {
        return read(deadline);
    }

    int read(Deadline until) throws IOException {
        while (!plain.hasRemaining()) {
            if (!unwrap() && !receive(until.remaining())) {
                throw new EOFException("The connection ended");
            }
        }
        return Byte.toUnsignedInt(plain.get());
    }

    private void wrap(ByteBuffer message) throws IOException {
        var out = new ByteArrayOutputStream();
        var packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        do {
            var result = engine.wrap(message, packet.clear());
            out.write(packet.array(), 0, packet.position());
            if (result.getStatus() == SSLEngineResult.Status.CLOSED && result.bytesProduced() == 0) {
                throw new EOFException("The connection was closed");
            }
        } while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
        wire.send(out.toByteArray());
    }

    /// Opens one record, if a whole one is here.
    private boolean unwrap() throws SSLException {
        if (ended || !records.hasRemaining()) {
            return false;
        }
        var opened = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        var result = engine.unwrap(records, opened);
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        ended |= result.getStatus() == SSLEngineResult.Status.CLOSED;
        if (opened.position() > 0) {
            plain = opened.flip();
        }
        return result.bytesConsumed() > 0;
    }

    /// @return whether anything came
    private boolean receive(Duration most) throws IOException {
        var came = ended ? new byte[0] : wire.receive(most);
        ended |= came.length == 0;
        if (records.remaining() + came.length > MOST_WAITING) {
            throw new SSLException("More than any handshake takes");
        }
        records = ByteBuffer.allocate(records.remaining() + came.length)
                .put(records)
                .put(came)
                .flip();
        return came.length > 0;
    }

    /// Closes it after `failure`, which matters more than what may go wrong with that.
    void closeAfter(IOException failure) {
        try {
            close();
        } catch (IOException also) {
            failure.addSuppressed(also);
        }
    }

    /// Says what there is to say in farewell, such as why we do not trust the server, and closes the wire.
    @Override
    public void close() throws IOException {
        try (wire) {
            engine.closeOutbound();
            wrap(NOTHING);
        }
    }
}
