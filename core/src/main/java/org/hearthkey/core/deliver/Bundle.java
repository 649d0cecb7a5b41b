package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.name.HomeId;

/// All that a hub needs to know of a home: whom to trust and whom no longer. It holds no secret.
///
/// @param files ordered by path
public record Bundle(long number, HomeId home, Instant created, Instant validUntil, List<BundleFile> files) {
    public Bundle {
        files = files.stream().sorted(Comparator.comparing(BundleFile::path)).toList();
        if (files.stream().map(BundleFile::path).distinct().count() != files.size()) {
            throw new IllegalArgumentException("A file is there twice");
        }
    }

    /// The bundle of a home as it stands; it may be used until the first of its lists lapses.
    ///
    /// @param number higher than that of any bundle of this home before
    /// @param issuers the root and all others, each once
    /// @throws IllegalArgumentException if there is not exactly one root
    public static Bundle of(long number, HomeId home, Instant created, List<Published> issuers) {
        var roots = issuers.stream()
                .filter(published -> published.issuer().role() instanceof Role.Root)
                .count();
        if (roots != 1) {
            throw new IllegalArgumentException(roots + " roots in a bundle");
        }
        var files = new ArrayList<BundleFile>();
        issuers.forEach(published -> addFiles(files, published));
        var lists = issuers.stream().map(Published::list).toList();
        files.add(file(BundleFile.ALL_LISTS, lists.stream().map(Crl::pem).collect(Collectors.joining())));
        var validUntil = lists.stream()
                .map(Crl::nextUpdate)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Bundle(number, home, created, validUntil, files);
    }

    private static void addFiles(List<BundleFile> files, Published published) {
        var issuer = published.issuer();
        var folder = Published.folder(issuer.role());
        if (issuer.role() instanceof Role.Root) {
            files.add(file(BundleFile.ROOT, issuer.certificate().pem()));
            return;
        }
        files.add(file(folder + BundleFile.ISSUER, issuer.certificate().pem()));
        issuer.twin().ifPresent(twin -> files.add(file(folder + BundleFile.ANCHOR, twin.pem())));
        files.add(file(folder + BundleFile.LIST, published.list().pem()));
    }

    private static BundleFile file(String path, String pem) {
        return new BundleFile(path, pem.getBytes(US_ASCII));
    }

    /// The bytes of `MANIFEST.json`, which are to be signed.
    public byte[] manifest() {
        var entries = files.stream()
                .map(file -> new Manifest.Entry(file.path(), file.sha256(), file.size()))
                .toList();
        return new Manifest(number, home, created, validUntil, entries).bytes();
    }
}
