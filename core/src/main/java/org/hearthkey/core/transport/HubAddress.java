package org.hearthkey.core.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a hub takes what the home hands out.
public sealed interface HubAddress {
    /// The address as it is typed and listed. No secret is ever part of it.
    String uri();

    /// A folder of this machine: a share, or a folder that another program carries to the hub.
    ///
    /// @param path absolute
    record Folder(Path path) implements HubAddress {
        public Folder {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("Not from the top: " + path);
            }
        }

        @Override
        public String uri() {
            return path.toUri().toString();
        }
    }

    /// A folder that an SSH server gives access to.
    ///
    /// @param folder from the top of what the server shows this user, beginning with `/`
    /// @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02">SFTP version 3</a>
    record Sftp(String user, String host, int port, String folder) implements HubAddress {
        private static final int USUAL_PORT = 22;
        private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]{0,63}");

        public Sftp {
            requirePath(folder);
            if (!USER.matcher(user).matches()) {
                throw new IllegalArgumentException("Not the name of a user: " + user);
            }
        }

        @Override
        public String uri() {
            return text("sftp", user + "@" + host, port, USUAL_PORT, folder);
        }
    }

    /// A folder that a web server lets write to (RFC 9110, RFC 4918).
    ///
    /// @param path beginning with `/`
    record Https(String host, int port, String path) implements HubAddress {
        private static final int USUAL_PORT = 443;

        public Https {
            requirePath(path);
        }

        @Override
        public String uri() {
            return text("https", host, port, USUAL_PORT, path);
        }
    }

    /// A broker. It takes urgent orders, and no bundle.
    record Mqtts(String host, int port) implements HubAddress {
        private static final int USUAL_PORT = 8883;

        @Override
        public String uri() {
            return text("mqtts", host, port, USUAL_PORT, "");
        }
    }

    /// Reads an address: `sftp://user@host[:port]/folder`, `https://host[:port]/path`, `mqtts://host[:port]` or
    /// `file:///folder`. One with a password in it is none.
    static Optional<HubAddress> parse(String typed) {
        try {
            var uri = new URI(typed.strip());
            return uri.getQuery() == null && uri.getFragment() == null && uri.getScheme() != null
                    ? of(uri)
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<HubAddress> of(URI uri) {
        var scheme = uri.getScheme();
        if (scheme.equals("file")) {
            return Optional.of(new Folder(Path.of(uri).normalize()));
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
            return Optional.empty();
        }
        var user = Optional.ofNullable(uri.getUserInfo());
        var path = uri.getPath();
        return switch (scheme) {
            case "sftp" -> user.map(name -> new Sftp(name, uri.getHost(), port(uri, Sftp.USUAL_PORT), path));
            case "https" ->
                user.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Https(uri.getHost(), port(uri, Https.USUAL_PORT), path.isEmpty() ? "/" : path));
            case "mqtts" ->
                user.isPresent() || path.length() > 1
                        ? Optional.empty()
                        : Optional.of(new Mqtts(uri.getHost(), port(uri, Mqtts.USUAL_PORT)));
            default -> Optional.empty();
        };
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/") || path.contains("/../") || path.endsWith("/..")) {
            throw new IllegalArgumentException("Not a path from the top: " + path);
        }
    }

    private static String text(String scheme, String authority, int port, int usual, String path) {
        try {
            return new URI(scheme, authority + (port == usual ? "" : ":" + port), path, null, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("It was read from one", e);
        }
    }
}
