package org.hearthkey.core.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.transport.ReadBack;
import org.hearthkey.core.transport.Transport;

/// The files of a bundle where they lie. What is short is held; what may be long is read when somebody looks into it, and its
/// hash is taken of the very bytes that were looked at.
final class FoundFiles {
    /// Room for some twenty million revocations, so that a file without an end comes to one.
    static final long MOST_BYTES = 1L << 30;

    /// Of what is held: a manifest of seven thousand files.
    static final int MOST_HELD = 1 << 20;

    private final Transport transport;
    private final Path folder;
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final Map<String, byte[]> held = new HashMap<>();
    private final Map<String, Fingerprint> hashes = new HashMap<>();
    private ReadBack readBack = ReadBack.FROM_DRIVE;

    FoundFiles(Transport transport, Path folder) {
        this.transport = transport;
        this.folder = folder;
    }

    /// Takes a file up, unless it is too large to be one of a bundle.
    ///
    /// @return whether it was taken
    boolean add(String path, long size) throws IOException {
        boolean isLong = BundleFile.isLong(path);
        if (size > (isLong ? MOST_BYTES : MOST_HELD)) {
            return false;
        }
        sizes.put(path, size);
        if (!isLong) {
            held.put(path, read(path, in -> in.readNBytes(MOST_HELD)));
        }
        return true;
    }

    SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sizes.keySet()));
    }

    boolean has(String path) {
        return sizes.containsKey(path);
    }

    /// A file that is held.
    Optional<byte[]> content(String path) {
        return Optional.ofNullable(held.get(path)).map(byte[]::clone);
    }

    /// What somebody makes of a file while it is read.
    interface Use<T> {
        T of(InputStream in) throws IOException;
    }

    /// Reads a file to its end, whatever `use` leaves of it or thinks of it.
    <T> T read(String path, Use<T> use) throws IOException {
        try (var opened = transport.open(folder.resolve(path))) {
            var in = new Counted(opened.stream());
            try {
                return use.of(in);
            } finally {
                in.transferTo(OutputStream.nullOutputStream());
                sizes.put(path, in.count);
                hashes.put(path, Fingerprint.ofDigest(in.getMessageDigest().digest()));
                if (opened.from() == ReadBack.FROM_SYSTEM) {
                    readBack = ReadBack.FROM_SYSTEM;
                }
            }
        }
    }

    /// Whether a file is as the manifest says.
    boolean isAs(Manifest.Entry entry) throws IOException {
        if (!hashes.containsKey(entry.path())) {
            read(entry.path(), _ -> Optional.empty());
        }
        return Optional.ofNullable(hashes.get(entry.path())).equals(Optional.of(entry.sha256()))
                && Optional.ofNullable(sizes.get(entry.path())).equals(Optional.of(entry.size()));
    }

    ReadBack readBack() {
        return readBack;
    }

    private static final class Counted extends DigestInputStream {
        private long count;

        Counted(InputStream in) {
            super(in, Fingerprint.digest());
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            int read = super.read(into, at, (int) Math.min(most, MOST_BYTES + 1 - count));
            count += Math.max(0, read);
            return read;
        }
    }
}
