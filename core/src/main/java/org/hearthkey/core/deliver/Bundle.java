package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.certificate.ReadList;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.revoke.ProbeSet;

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

    /// The bundle of a home that has taken nothing back.
    ///
    /// @param number higher than that of any bundle of this home before
    /// @param issuers the root and all others, each once
    /// @throws IllegalArgumentException if there is not exactly one root
    /// @throws IOException if a list cannot be read
    public static Bundle of(long number, HomeId home, Instant created, List<Published> issuers) throws IOException {
        return of(number, home, created, issuers, Content.of(Orders.NONE.bytes()), Optional.empty());
    }

    /// The bundle of a home as it stands; it may be used until the first of its issuers runs out of lists. A zone whose
    /// issuer the root has revoked is left out, but for the order to withdraw its anchor.
    ///
    /// @param number higher than that of any bundle of this home before
    /// @param issuers the root and all others, each once
    /// @param orders clients to remove, as [Orders] writes them
    /// @param rollover the change of the root, while anybody may still trust the old one
    /// @throws IllegalArgumentException if there is not exactly one root
    /// @throws IOException if a list or the orders cannot be read
    public static Bundle of(
            long number,
            HomeId home,
            Instant created,
            List<Published> issuers,
            Content orders,
            Optional<Rollover> rollover)
            throws IOException {
        var roots = issuers.stream()
                .filter(published -> published.issuer().role() instanceof Role.Root)
                .toList();
        if (roots.size() != 1) {
            throw new IllegalArgumentException(roots.size() + " roots in a bundle");
        }
        var rootList = roots.getFirst().list();
        var revoked = revoked(rootList, issuers);
        var withdrawn = issuers.stream()
                .filter(published ->
                        revoked.contains(published.issuer().certificate().serial()))
                .flatMap(published -> Orders.WithdrawAnchor.of(published.issuer()).stream())
                .toList();
        var left = issuers.stream()
                .filter(published -> !(published.issuer().role() instanceof Role.Zone(var zone)
                        && withdrawn.stream().anyMatch(order -> order.zone().equals(zone))))
                .toList();
        var files = new ArrayList<BundleFile>();
        for (var published : left) {
            addFiles(files, published);
        }
        files.add(BundleFile.of(BundleFile.ROOT_LIST, rootList.pem()));
        var all = Content.joined(
                left.stream().map(published -> published.list().pem()).toList());
        files.add(BundleFile.of(BundleFile.ALL_LISTS, all));
        rollover.ifPresent(change -> addFiles(files, change));
        var withdrawals = Content.of(Orders.lines(withdrawn));
        files.add(BundleFile.of(BundleFile.ORDERS, Content.joined(List.of(orders, withdrawals))));
        var validUntil =
                left.stream().map(Published::end).min(Comparator.naturalOrder()).orElseThrow();
        return new Bundle(number, home, created, validUntil, files);
    }

    /// The same, vouching for the key that signs its manifest a second time.
    ///
    /// @param secondKey the 1952 bytes of an ML-DSA-65 key
    Bundle with(byte[] secondKey) {
        var more = new ArrayList<>(files);
        more.add(new BundleFile(BundleFile.SECOND_KEY, MlDsaKey.spki(secondKey)));
        return new Bundle(number, home, created, validUntil, more);
    }

    /// Which of the issuers the root's list names.
    private static Set<SerialNumber> revoked(ListFile rootList, List<Published> issuers) throws IOException {
        var serials = issuers.stream()
                .map(published -> published.issuer().certificate().serial())
                .collect(Collectors.toSet());
        var revoked = new HashSet<SerialNumber>();
        try (var pem = rootList.pem().open()) {
            ReadList.fromPem(pem, Optional.empty(), serial -> {
                if (serials.contains(serial)) {
                    revoked.add(serial);
                }
            });
        }
        return revoked;
    }

    private static void addFiles(List<BundleFile> files, Rollover rollover) {
        files.add(
                rollover.isUnderWay()
                        ? file(BundleFile.NEW_ROOT, rollover.newRoot().pem())
                        : file(BundleFile.OLD_ROOT, rollover.oldRoot().pem()));
        files.add(file(BundleFile.NEW_WITH_OLD, rollover.newWithOld().pem()));
        files.add(file(BundleFile.OLD_WITH_NEW, rollover.oldWithNew().pem()));
    }

    private static void addFiles(List<BundleFile> files, Published published) throws IOException {
        var issuer = published.issuer();
        for (var list : published.lifeline()) {
            var path = Published.lifelineFolder(issuer.role()) + list.number() + BundleFile.PEM;
            files.add(BundleFile.of(path, list.pem()));
        }
        if (issuer.role() instanceof Role.Root) {
            files.add(file(BundleFile.ROOT, issuer.certificate().pem()));
            return;
        }
        var folder = Published.folder(issuer.role());
        files.add(file(folder + BundleFile.ISSUER, issuer.certificate().pem()));
        issuer.twin().ifPresent(twin -> files.add(file(folder + BundleFile.ANCHOR, twin.pem())));
        files.add(BundleFile.of(folder + BundleFile.LIST, published.list().pem()));
        published.probes().forEach(probes -> addFiles(files, published, probes));
    }

    private static void addFiles(List<BundleFile> files, Published published, ProbeSet probes) {
        var folder = BundleFile.PROBES + probes.prober() + "/" + probes.zone().text() + "/";
        files.add(file(folder + BundleFile.CONTROL, probes.control().pem()));
        for (var canary : probes.canaries()) {
            if (published.has(canary.list())) {
                var path = folder + BundleFile.CANARY + canary.list() + BundleFile.PEM;
                files.add(file(path, canary.certificate().pem()));
            }
        }
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
