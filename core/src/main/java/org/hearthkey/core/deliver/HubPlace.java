package org.hearthkey.core.deliver;

import java.nio.file.Path;
import org.hearthkey.core.certificate.HubTls;
import org.hearthkey.core.transport.HttpsTransport;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.SftpTransport;
import org.hearthkey.core.transport.SshDoor;
import org.hearthkey.core.transport.Transport;

/// The place where a hub takes bundles, open for one visit. What opened it is forgotten when it closes.
final class HubPlace implements AutoCloseable {
    private static final Path TOP = Path.of("");

    private final Transport transport;
    private final Path top;
    private final Runnable forgetting;

    private HubPlace(Transport transport, Path top, Runnable forgetting) {
        this.transport = transport;
        this.top = top;
        this.forgetting = forgetting;
    }

    /// @throws IllegalArgumentException for a broker, which takes no bundle
    static HubPlace open(Hub hub, HubBook book, OwnCertificate own) {
        return switch (hub.address()) {
            case HubAddress.Folder(var path) -> new HubPlace(new LocalTransport(), path, () -> {});
            case HubAddress.Https https -> {
                var certificate = own.get();
                try (var key = own.openKey()) {
                    var tls = HubTls.proving(own.services(), certificate, key);
                    yield new HubPlace(new HttpsTransport(https, tls), TOP, () -> {});
                }
            }
            case HubAddress.Mqtts _ -> throw new IllegalArgumentException("A broker takes no bundle: " + hub.name());
            case HubAddress.Sftp sftp
            when hub.access() == Hub.Access.PASSWORD -> {
                var password = book.openPassword(hub.name());
                yield new HubPlace(
                        new SftpTransport(SshDoor.withPassword(sftp, hub.hostKey(), password), sftp),
                        TOP,
                        password::close);
            }
            case HubAddress.Sftp sftp -> {
                var key = book.openKey(hub.name());
                yield new HubPlace(new SftpTransport(SshDoor.withKey(sftp, hub.hostKey(), key), sftp), TOP, key::close);
            }
        };
    }

    Transport transport() {
        return transport;
    }

    /// What paths in this place begin with.
    Path top() {
        return top;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } finally {
            forgetting.run();
        }
    }
}
