package org.hearthkey.core.deliver;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.MalformedException;
import org.hearthkey.core.certificate.PemReader;
import org.hearthkey.core.certificate.ReadList;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;

/// The files of a bundle as what they are. Whatever cannot be read is a flaw, once.
final class BundleParts {
    private final FoundFiles files;
    private final Set<Flaw> flaws;
    private final Set<SerialNumber> asked = new HashSet<>();
    private final Map<String, SerialSet> clients = new HashMap<>();
    private final Map<String, Optional<FoundList>> lists = new HashMap<>();

    /// @param flaws where to add what is found
    BundleParts(FoundFiles files, Set<Flaw> flaws) {
        this.files = files;
        this.flaws = flaws;
        files.paths().stream()
                .filter(path -> path.endsWith(BundleFile.PEM) && !BundleFile.isLong(path))
                .flatMap(path -> read(path).stream())
                .forEach(certificate -> asked.add(certificate.serial()));
    }

    /// From now on lists are asked about this one too, beside the certificates of the bundle.
    void ask(SerialNumber serial) {
        asked.add(serial);
    }

    /// Lists of this path are asked about all these.
    void ask(String path, SerialSet serials) {
        clients.put(path, serials);
    }

    SortedSet<String> paths() {
        return files.paths();
    }

    boolean has(String path) {
        return files.has(path);
    }

    /// The paths that begin like this.
    SortedSet<String> below(String folder) {
        var paths = new TreeSet<String>();
        paths().stream().filter(path -> path.startsWith(folder)).forEach(paths::add);
        return paths;
    }

    /// The hashes of all lists in a file that holds nothing else.
    List<Fingerprint> hashes(String path) throws IOException {
        if (!isThere(path)) {
            return List.of();
        }
        return files.read(path, in -> {
            var hashes = new ArrayList<Fingerprint>();
            var blocks = new PemReader(in);
            try {
                for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
                    flawIf(!block.get().label().equals(ReadList.LABEL), Code.LIST_MALFORMED, path);
                    hashes.add(Fingerprint.of(block.get().content()));
                }
            } catch (MalformedException noLists) {
                return List.<Fingerprint>of();
            }
            return hashes;
        });
    }

    /// The orders, one by one.
    ///
    /// @return whether they can be read
    boolean orders(Consumer<Orders.Order> taker) throws IOException {
        if (!isThere(BundleFile.ORDERS)) {
            return false;
        }
        boolean wellFormed = files.read(BundleFile.ORDERS, in -> new OrderReader(in).each(taker));
        flawIf(!wellFormed, Code.ORDERS_MALFORMED, BundleFile.ORDERS);
        return wellFormed;
    }

    /// A list, read once.
    ///
    /// @param issuer whose it should be; counts when it is asked for the first time
    Optional<FoundList> list(String path, Optional<Certificate> issuer) throws IOException {
        var known = lists.get(path);
        if (known == null) {
            known = read(path, issuer);
            lists.put(path, known);
        }
        return known;
    }

    private Optional<FoundList> read(String path, Optional<Certificate> issuer) throws IOException {
        if (!isThere(path)) {
            return Optional.empty();
        }
        var named = new HashSet<SerialNumber>();
        var theirs = Optional.ofNullable(clients.get(path));
        try {
            var list = files.read(
                    path,
                    in -> ReadList.fromPem(in, issuer, serial -> {
                        if (asked.contains(serial)) {
                            named.add(serial);
                        }
                        theirs.ifPresent(set -> set.see(serial));
                    }));
            return Optional.of(new FoundList(list, named));
        } catch (MalformedException malformed) {
            flaws.add(new Flaw(Code.LIST_MALFORMED, path));
            return Optional.empty();
        }
    }

    /// All that a list names.
    List<SerialNumber> named(String path) throws IOException {
        var named = new ArrayList<SerialNumber>();
        var _ = files.read(path, in -> ReadList.fromPem(in, Optional.empty(), named::add));
        return named;
    }

    Optional<Certificate> certificate(String path) {
        var content = content(path);
        var certificate = read(path);
        flawIf(content.isPresent() && certificate.isEmpty(), Code.CERTIFICATE_MALFORMED, path);
        return certificate;
    }

    private Optional<Certificate> read(String path) {
        try {
            var content = files.content(path);
            return content.isEmpty() ? Optional.empty() : Optional.of(Certificate.read(content.get()));
        } catch (CertificateException malformed) {
            return Optional.empty();
        }
    }

    /// A file that is short.
    Optional<byte[]> content(String path) {
        return isThere(path) ? files.content(path) : Optional.empty();
    }

    boolean isThere(String path) {
        flawIf(!files.has(path), Code.FILE_MISSING, path);
        return files.has(path);
    }

    void flawIf(boolean wrong, Code code, String path) {
        if (wrong) {
            flaws.add(new Flaw(code, path));
        }
    }
}
