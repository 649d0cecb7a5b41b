package org.hearthkey.core.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/// TLS records over TCP.
final class SocketWire implements Wire {
    private static final int READ_BYTES = 16 << 10;

    private final Socket socket;

    private SocketWire(Socket socket) {
        this.socket = socket;
    }

    static SocketWire to(ListenerAddress address, Deadline deadline) throws IOException {
        var socket = new Socket();
        try {
            var host = InetAddress.getByName(address.host());
            socket.connect(new InetSocketAddress(host, address.port()), millis(deadline.remaining()));
            socket.setTcpNoDelay(true);
            return new SocketWire(socket);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    @Override
    public void send(byte[] records) throws IOException {
        socket.getOutputStream().write(records);
    }

    @Override
    public byte[] receive(Duration most) throws IOException {
        socket.setSoTimeout(millis(most));
        var bytes = new byte[READ_BYTES];
        return Arrays.copyOf(bytes, Math.max(0, socket.getInputStream().read(bytes)));
    }

    private static int millis(Duration time) {
        return Math.toIntExact(Math.max(1, time.toMillis()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
