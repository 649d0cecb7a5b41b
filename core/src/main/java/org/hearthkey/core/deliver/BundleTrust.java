package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;

/// Checks whether what a bundle holds fits together: one root, issuers that it vouches for, anchors that are their
/// twins, lists that are theirs, and a manifest signed by a signer of that root.
final class BundleTrust {
    private final Manifest manifest;
    private final BundleParts parts;
    private final Instant at;

    /// @param flaws where to add what is found
    BundleTrust(Manifest manifest, Map<String, byte[]> files, Instant at, Set<Flaw> flaws) {
        this.manifest = manifest;
        this.parts = new BundleParts(files, flaws);
        this.at = at;
    }

    /// Checks all and answers the root, if there is one that can be read.
    Optional<Certificate> check(Optional<Fingerprint> expectedRoot) {
        var root = parts.certificate(BundleFile.ROOT);
        root.ifPresent(certificate -> checkUnder(certificate, expectedRoot));
        return root;
    }

    private void checkUnder(Certificate root, Optional<Fingerprint> expected) {
        parts.flawIf(!root.isSignedBy(root) || !root.isInForce(at), Code.ROOT_UNFIT, BundleFile.ROOT);
        parts.flawIf(
                expected.isPresent() && !expected.get().equals(root.fingerprint()), Code.ROOT_OTHER, BundleFile.ROOT);
        var rootList = parts.list(BundleFile.ROOT_LIST);
        if (rootList.isEmpty()) {
            return;
        }
        var issuers = new ArrayList<BundleIssuer>();
        for (var folder : issuerFolders()) {
            BundleIssuer.below(parts, root, rootList.get(), folder, at).ifPresent(issuers::add);
        }
        checkOrders(issuers);
        checkRollover(root);
        new BundleProbes(parts, issuers).check();
        checkLifelineFolders(issuers);
        issuers.add(BundleIssuer.root(parts, root, rootList.get(), at));
        var current = current(rootList.get());
        checkAllLists(current);
        var end = issuers.stream().flatMap(issuer -> issuer.end().stream()).min(Comparator.naturalOrder());
        parts.flawIf(!end.equals(Optional.of(manifest.validUntil())), Code.MANIFEST_END, Manifest.FILE);
        checkSignature(root, current);
    }

    /// Another root is there only if it and this one vouch for each other.
    private void checkRollover(Certificate root) {
        for (var path : parts.below(BundleFile.ROLLOVER)) {
            var isNew = parts.files().containsKey(BundleFile.NEW_ROOT);
            var other = parts.certificate(isNew ? BundleFile.NEW_ROOT : BundleFile.OLD_ROOT);
            var newWithOld = parts.certificate(BundleFile.NEW_WITH_OLD);
            var oldWithNew = parts.certificate(BundleFile.OLD_WITH_NEW);
            parts.flawIf(
                    other.isEmpty()
                            || newWithOld.isEmpty()
                            || oldWithNew.isEmpty()
                            || (isNew && parts.files().containsKey(BundleFile.OLD_ROOT))
                            || !other.get().isSignedBy(other.get())
                            || !(isNew
                                    ? vouch(root, other.get(), newWithOld.get(), oldWithNew.get())
                                    : vouch(other.get(), root, newWithOld.get(), oldWithNew.get())),
                    Code.ROLLOVER_UNFIT,
                    path);
        }
    }

    private static boolean vouch(Certificate older, Certificate newer, Certificate newWithOld, Certificate oldWithNew) {
        return newWithOld.isSignedBy(older)
                && newWithOld.publicKey().equals(newer.publicKey())
                && oldWithNew.isSignedBy(newer)
                && oldWithNew.publicKey().equals(older.publicKey());
    }

    private List<Crl> current(Crl rootList) {
        var lists = new ArrayList<>(List.of(rootList));
        for (var folder : issuerFolders()) {
            parts.list(folder + BundleFile.LIST).ifPresent(lists::add);
        }
        return lists;
    }

    private void checkAllLists(List<Crl> lists) {
        var all = parts.lists(BundleFile.ALL_LISTS);
        // As sets, for their order says nothing; and by size, for a list that is there twice.
        boolean same = all.size() == lists.size() && new HashSet<>(all).equals(new HashSet<>(lists));
        parts.flawIf(!same, Code.LISTS_DIFFER, BundleFile.ALL_LISTS);
    }

    /// Lists to come of an issuer that is not there.
    private void checkLifelineFolders(List<BundleIssuer> issuers) {
        for (var path : parts.below(BundleFile.LIFELINE)) {
            var folder = path.substring(BundleFile.LIFELINE.length(), path.lastIndexOf('/') + 1);
            parts.flawIf(
                    !folder.equals("root/")
                            && issuers.stream()
                                    .noneMatch(issuer -> issuer.folder().equals(folder)),
                    Code.LIST_FOREIGN,
                    path);
        }
    }

    /// Whom the hub is to cut off, the list in force turns away as well; and a zone to be withdrawn is not there.
    private void checkOrders(List<BundleIssuer> issuers) {
        var content = parts.content(BundleFile.ORDERS);
        var orders = content.flatMap(Orders::parse);
        parts.flawIf(content.isPresent() && orders.isEmpty(), Code.ORDERS_MALFORMED, BundleFile.ORDERS);
        var all = orders.orElse(Orders.NONE).all();
        var withdrawn = all.stream()
                .filter(Orders.WithdrawAnchor.class::isInstance)
                .map(Orders.Order::zone)
                .collect(Collectors.toSet());
        boolean agree = all.stream().allMatch(order -> {
            var issuer = issuers.stream()
                    .filter(each -> each.folder().equals("zones/" + order.zone().text() + "/"))
                    .findFirst();
            return switch (order) {
                case Orders.WithdrawAnchor _ -> issuer.isEmpty();
                case Orders.RemoveClient(var zone, var serial, var _) ->
                    withdrawn.contains(zone)
                            || issuer.filter(each -> !each.lists().isEmpty()
                                            && each.lists().getFirst().lists(serial))
                                    .isPresent();
            };
        });
        parts.flawIf(!agree, Code.ORDERS_DIFFER, BundleFile.ORDERS);
    }

    private void checkSignature(Certificate root, List<Crl> lists) {
        var signature = parts.content(Manifest.SIGNATURE_FILE);
        if (signature.isEmpty()) {
            return;
        }
        switch (DetachedCms.verify(signature.get(), manifest.bytes(), root, at)) {
            case DetachedCms.Signed(var signer) ->
                parts.flawIf(
                        lists.stream().anyMatch(list -> list.x509().isRevoked(signer.x509())),
                        Code.SIGNER_REVOKED,
                        Manifest.SIGNATURE_FILE);
            case DetachedCms.Refused _ -> parts.flawIf(true, Code.MANIFEST_SIGNATURE, Manifest.SIGNATURE_FILE);
        }
    }

    /// `services/` and `zones/ZONE/`, each once.
    private SortedSet<String> issuerFolders() {
        var folders = new TreeSet<String>();
        for (var path : parts.files().keySet()) {
            if (path.startsWith("services/") || path.startsWith("zones/")) {
                folders.add(path.substring(0, path.lastIndexOf('/') + 1));
            }
        }
        return folders;
    }
}
