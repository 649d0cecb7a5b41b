package org.hearthkey.core.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CopyMode;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.hearthkey.core.content.Content;

/// A folder that an SSH server gives access to. A session that broke is opened anew by the next call.
///
/// @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02">SFTP version 3</a>
public final class SftpTransport implements Transport {
    /// What every server takes at once.
    private static final int CHUNK = 32 * 1024;

    private final SshDoor door;
    private final String folder;
    private Optional<SftpClient> open = Optional.empty();

    /// @param door is closed with this
    public SftpTransport(SshDoor door, HubAddress.Sftp address) {
        this.door = door;
        folder = address.folder();
    }

    private SftpClient client() throws IOException {
        if (open.filter(SftpClient::isOpen).isEmpty()) {
            open = Optional.of(client(door.open()));
        }
        return open.orElseThrow();
    }

    private static SftpClient client(ClientSession session) throws IOException {
        try {
            return SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
        } catch (IOException noFiles) {
            session.close(true);
            throw new TransportException(Trouble.UNABLE, "The server gives no access to files", noFiles);
        }
    }

    private String remote(Path path) {
        var below = path.toString().replace('\\', '/');
        return folder.endsWith("/") ? folder + below : folder + "/" + below;
    }

    @Override
    public boolean exists(Path path) throws IOException {
        try {
            client().lstat(remote(path));
            return true;
        } catch (SftpException answer) {
            if (answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw answer;
        }
    }

    @Override
    public boolean isFolder(Path path) throws IOException {
        try {
            return client().stat(remote(path)).isDirectory();
        } catch (SftpException answer) {
            if (answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw answer;
        }
    }

    @Override
    public void walk(Path top, int deepest, Predicate<Item> further) throws IOException {
        if (exists(top)) {
            show(top, client().lstat(remote(top)), deepest, further);
        }
    }

    private boolean show(Path path, SftpClient.Attributes attributes, int deepest, Predicate<Item> further)
            throws IOException {
        if (!attributes.isDirectory()) {
            return further.test(new Item(path, kind(attributes), attributes.getSize()));
        }
        if (deepest == 0) {
            return further.test(new Item(path, Item.Kind.OTHER, 0));
        }
        var entries = new ArrayList<SftpClient.DirEntry>();
        client().readDir(remote(path)).forEach(entries::add);
        for (var entry : entries) {
            var name = entry.getFilename();
            if (!name.equals(".")
                    && !name.equals("..")
                    && !show(path.resolve(name), entry.getAttributes(), deepest - 1, further)) {
                return false;
            }
        }
        return further.test(new Item(path, Item.Kind.FOLDER, 0));
    }

    private static Item.Kind kind(SftpClient.Attributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Item.Kind.LINK;
        }
        return attributes.isRegularFile() ? Item.Kind.FILE : Item.Kind.OTHER;
    }

    @Override
    public void createFolder(Path path) throws IOException {
        client().mkdir(remote(path));
    }

    @Override
    public void write(Path file, Content content, long from, Sent sent) throws IOException {
        var modes = from == 0
                ? EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive)
                : EnumSet.of(OpenMode.Write);
        // A handle is of one connection: another one that is opened meanwhile does not know it.
        var client = client();
        try (var handle = client.open(remote(file), modes);
                var in = content.open()) {
            in.skipNBytes(from);
            var piece = new byte[CHUNK];
            long at = from;
            for (int count = in.readNBytes(piece, 0, CHUNK); count > 0; count = in.readNBytes(piece, 0, CHUNK)) {
                sent.bytes(count);
                client.write(handle, at, piece, 0, count);
                at += count;
            }
            var sync = client.getExtension(OpenSSHFsyncExtension.class);
            if (sync != null && sync.isSupported()) {
                sync.fsync(handle);
            }
        }
    }

    @Override
    public boolean appends() {
        return true;
    }

    @Override
    public Opened open(Path file) throws IOException {
        var client = client();
        var stream = new HandleStream(client, client.open(remote(file), EnumSet.of(OpenMode.Read)));
        return new FromSystem(new BufferedInputStream(stream, CHUNK));
    }

    /// Reads one piece after the other. A handle is of one connection.
    private static final class HandleStream extends InputStream {
        private final SftpClient client;
        private final SftpClient.CloseableHandle handle;
        private long at;

        HandleStream(SftpClient client, SftpClient.CloseableHandle handle) {
            this.client = client;
            this.handle = handle;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int read = client.read(handle, at, into, offset, Math.min(CHUNK, count));
            at += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        client().rename(remote(from), remote(to), EnumSet.noneOf(CopyMode.class));
    }

    @Override
    public void sync(Path path) {
        // The protocol has nothing for folders.
    }

    @Override
    public void delete(Path path) throws IOException {
        if (client().lstat(remote(path)).isDirectory()) {
            client().rmdir(remote(path));
        } else {
            client().remove(remote(path));
        }
    }

    @Override
    public Trouble trouble(IOException failure, Path folder, long needed) {
        return switch (failure) {
            case TransportException known -> known.trouble();
            case SftpException answer ->
                switch (answer.getStatus()) {
                    case SftpConstants.SSH_FX_NO_SUCH_FILE -> Trouble.GONE;
                    case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
                        Trouble.NOT_ALLOWED;
                    case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
                        Trouble.FULL;
                    case SftpConstants.SSH_FX_CONNECTION_LOST, SftpConstants.SSH_FX_NO_CONNECTION -> Trouble.BROKEN;
                    default -> Trouble.FAILED;
                };
            default -> Trouble.BROKEN;
        };
    }

    @Override
    public void close() {
        door.close();
    }
}
