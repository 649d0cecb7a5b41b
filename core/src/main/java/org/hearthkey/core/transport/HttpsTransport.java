package org.hearthkey.core.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.hearthkey.core.content.Content;

/// A folder that a web server lets write to: PUT and GET, and for folders MKCOL, MOVE and DELETE (RFC 4918). It is not
/// asked what lies there, which few servers tell.
public final class HttpsTransport implements Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHUNK = 8 * 1024;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;
    private static final int NOT_MADE = 501;
    private static final int NO_ROOM = 507;
    /// What nginx answers when it does not like, or did not get, the certificate of whoever asks.
    private static final int BAD_REQUEST = 400;

    private final HubAddress.Https address;
    private final HttpClient client;
    /// What was written here, and not renamed since.
    private final TreeMap<Path, Long> written = new TreeMap<>();

    /// @param tls how the home proves itself, and whom it believes
    public HttpsTransport(HubAddress.Https address, SSLContext tls) {
        this.address = address;
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private URI uri(Path path, String end) {
        var base = address.path().endsWith("/") ? address.path() : address.path() + "/";
        try {
            return new URI(
                    "https",
                    null,
                    address.host(),
                    address.port(),
                    base + path.toString().replace('\\', '/') + end,
                    null,
                    null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }

    private HttpResponse<byte[]> ask(
            String method, URI uri, BodyPublisher body, UnaryOperator<HttpRequest.Builder> more) throws IOException {
        return ask(method, uri, body, BodyHandlers.ofByteArray(), more);
    }

    private <T> HttpResponse<T> ask(
            String method, URI uri, BodyPublisher body, BodyHandler<T> answer, UnaryOperator<HttpRequest.Builder> more)
            throws IOException {
        var request = more.apply(HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body))
                .build();
        try {
            return client.send(request, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + address.host());
        }
    }

    private int ask(String method, URI uri) throws IOException {
        return ask(method, uri, BodyPublishers.noBody(), request -> request).statusCode();
    }

    private static void require(boolean done, int status, String what) throws TransportException {
        if (!done) {
            throw new TransportException(trouble(status), what + " was answered with " + status);
        }
    }

    private static Trouble trouble(int status) {
        return switch (status) {
            case BAD_REQUEST, UNAUTHORIZED -> Trouble.TURNED_AWAY;
            case FORBIDDEN -> Trouble.NOT_ALLOWED;
            case NOT_FOUND, CONFLICT, GONE -> Trouble.GONE;
            case NO_SUCH_METHOD, NOT_MADE -> Trouble.UNABLE;
            case TOO_LARGE, NO_ROOM -> Trouble.FULL;
            default -> Trouble.FAILED;
        };
    }

    private static boolean isCollection(Path path) {
        return path.getNameCount() == 1;
    }

    @Override
    public boolean exists(Path path) throws IOException {
        int status = ask("HEAD", uri(path, isCollection(path) ? "/" : ""));
        // A folder whose contents the server does not tell is there all the same.
        boolean there = status == OK || status == NO_CONTENT || (isCollection(path) && status == FORBIDDEN);
        require(there || status == NOT_FOUND || status == GONE, status, "HEAD");
        return there;
    }

    /// Whether that is true shows when something is written there.
    @Override
    public boolean isFolder(Path path) {
        return true;
    }

    @Override
    public void walk(Path folder, int deepest, Predicate<Item> further) throws IOException {
        for (var file : written.entrySet()) {
            if (file.getKey().startsWith(folder)
                    && !further.test(new Item(file.getKey(), Item.Kind.FILE, file.getValue()))) {
                return;
            }
        }
        if (exists(folder)) {
            var _ = further.test(new Item(folder, Item.Kind.FOLDER, 0));
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        int status = ask("MKCOL", uri(folder, "/"));
        // A server that makes folders as they are needed may not know the word.
        require(
                status == CREATED || status == NO_CONTENT || status == NO_SUCH_METHOD || status == NOT_MADE,
                status,
                "MKCOL");
    }

    @Override
    public void write(Path file, Content content, long from, Sent sent) throws IOException {
        if (from != 0) {
            throw new IllegalArgumentException("A web server takes a file as a whole");
        }
        var stopped = new AtomicReference<IOException>();
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> telling(content, sent, stopped)), Math.max(1, content.size()));
        try {
            var whole = content.size() == 0 ? BodyPublishers.noBody() : body;
            int status = ask("PUT", uri(file, ""), whole, request -> request).statusCode();
            require(status == CREATED || status == NO_CONTENT || status == OK, status, "PUT");
            written.put(file, content.size());
        } catch (IOException failed) {
            var stop = stopped.get();
            throw stop == null ? failed : stop;
        }
    }

    /// Tells of what is taken from it.
    private static InputStream telling(Content content, Sent sent, AtomicReference<IOException> stopped) {
        try {
            return new FilterInputStream(content.open()) {
                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int at, int count) throws IOException {
                    int read = super.read(into, at, Math.min(count, CHUNK));
                    try {
                        sent.bytes(Math.max(0, read));
                    } catch (IOException stop) {
                        stopped.set(stop);
                        throw stop;
                    }
                    return read;
                }
            };
        } catch (IOException unreadable) {
            stopped.set(unreadable);
            return InputStream.nullInputStream();
        }
    }

    @Override
    public boolean appends() {
        return false;
    }

    @Override
    public Opened open(Path file) throws IOException {
        var answer =
                ask("GET", uri(file, ""), BodyPublishers.noBody(), BodyHandlers.ofInputStream(), request -> request);
        var opened = new FromSystem(answer.body());
        if (answer.statusCode() != OK) {
            opened.close();
        }
        require(answer.statusCode() == OK, answer.statusCode(), "GET");
        return opened;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        var target = uri(to, "/").toASCIIString();
        var answer = ask(
                "MOVE",
                uri(from, "/"),
                BodyPublishers.noBody(),
                request -> request.header("Destination", target).header("Overwrite", "F"));
        int status = answer.statusCode();
        require(status == CREATED || status == NO_CONTENT, status, "MOVE");
        written.keySet().removeIf(file -> file.startsWith(from));
    }

    @Override
    public void sync(Path folder) {
        // The protocol has nothing for that.
    }

    @Override
    public void delete(Path path) throws IOException {
        int status = ask("DELETE", uri(path, isCollection(path) ? "/" : ""));
        require(status == NO_CONTENT || status == OK || status == NOT_FOUND, status, "DELETE");
        written.keySet().removeIf(file -> file.startsWith(path));
    }

    @Override
    public Trouble trouble(IOException failure, Path folder, long needed) {
        return switch (failure) {
            case TransportException known -> known.trouble();
            case SSLException refused -> TlsTrouble.of(refused);
            case ConnectException _, HttpTimeoutException _, UnknownHostException _ -> Trouble.UNREACHABLE;
            default ->
                failure.getCause() instanceof IOException inner ? trouble(inner, folder, needed) : Trouble.BROKEN;
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
