package org.hearthkey.core.home;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A web server that lets whoever shows the right certificate write into a folder. It can be told to hang up.
final class DavServer implements AutoCloseable {
    private final Path folder;
    private final HttpsServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int hangUpAfter = Integer.MAX_VALUE;

    DavServer(Path folder, SSLContext tls) throws IOException {
        this.folder = folder;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/hearth/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// All that was asked for, as method and path.
    List<String> asked() {
        return asked;
    }

    /// Answers so many times, and then hangs up once.
    void hangUpAfter(int answers) {
        hangUpAfter = asked.size() + answers;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add(exchange.getRequestMethod() + " " + uri.getPath());
            if (asked.size() == hangUpAfter) {
                hangUpAfter = Integer.MAX_VALUE;
                return;
            }
            var file = file(uri);
            var body = exchange.getRequestBody().readAllBytes();
            var answered = switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> Files.exists(file) ? 200 : 404;
                case "PUT" -> put(file, body);
                case "MKCOL" -> makeFolder(file);
                case "MOVE" ->
                    move(file, file(URI.create(exchange.getRequestHeaders().getFirst("Destination"))));
                case "DELETE" -> delete(file);
                default -> 405;
            };
            boolean sends = exchange.getRequestMethod().equals("GET") && answered == 200;
            if (sends) {
                var content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(answered, -1);
            }
        }
    }

    private Path file(URI uri) {
        return folder.resolve(uri.getPath().substring("/hearth/".length()));
    }

    private static int put(Path file, byte[] body) throws IOException {
        if (!Files.isDirectory(Objects.requireNonNull(file.getParent()))) {
            return 409;
        }
        Files.write(file, body);
        return 201;
    }

    private static int makeFolder(Path file) throws IOException {
        if (Files.exists(file)) {
            return 405;
        }
        Files.createDirectory(file);
        return 201;
    }

    private static int move(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            return 412;
        }
        Files.move(from, to);
        return 201;
    }

    private static int delete(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 404;
        }
        var all = new ArrayList<Path>();
        try (var below = Files.walk(file)) {
            below.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (var path : all) {
            Files.delete(path);
        }
        return 204;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
