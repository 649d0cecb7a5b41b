package org.hearthkey.core.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a server of the hub lets devices in, for example `mqtts://hub.home.arpa:8883`.
///
/// @param host a name or an address as in a URI, an IPv6 address without its brackets
/// @param port 1 to 65535
/// @param path what is asked for, for HTTPS; else empty
public record ListenerAddress(Kind kind, String host, int port, String path) {
    private static final int LAST_PORT = 65535;

    /// What is spoken there.
    public enum Kind {
        MQTT("mqtts", 8883),
        HTTPS("https", 443),
        /// EAP-TLS (RFC 5216) in RADIUS (RFC 3579): how a device joins the network itself.
        EAP_TLS("eap-tls", 1812);

        private final String scheme;
        private final int usualPort;

        Kind(String scheme, int usualPort) {
            this.scheme = scheme;
            this.usualPort = usualPort;
        }

        private static Optional<Kind> of(String scheme) {
            return Arrays.stream(values())
                    .filter(kind -> kind.scheme.equals(scheme.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    public ListenerAddress {
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '[' || c == ']')) {
            throw new IllegalArgumentException("Not a host");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        if (kind == Kind.HTTPS ? !path.startsWith("/") : !path.isEmpty()) {
            throw new IllegalArgumentException("Not a path there: " + path);
        }
    }

    /// The address in a URI of one of the three kinds, with the usual port if it names none.
    public static Optional<ListenerAddress> parse(String typed) {
        try {
            var uri = new URI(typed.strip());
            if (uri.getScheme() == null
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            return Kind.of(uri.getScheme()).flatMap(kind -> of(kind, uri));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    private static Optional<ListenerAddress> of(Kind kind, URI uri) {
        int port = uri.getPort() < 0 ? kind.usualPort : uri.getPort();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var fits = kind == Kind.HTTPS || path.isEmpty() || path.equals("/");
        if (!fits || port < 1 || port > LAST_PORT || !path.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return Optional.empty();
        }
        var host = uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        return Optional.of(new ListenerAddress(kind, host, port, kind == Kind.HTTPS ? rooted(path) : ""));
    }

    private static String rooted(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }

    /// The address as a URI, always with its port. [#parse] reads it back.
    public String text() {
        return kind.scheme + "://" + hostAndPort() + path;
    }

    String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return text();
    }
}
