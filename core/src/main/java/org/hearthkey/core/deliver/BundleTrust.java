package org.hearthkey.core.deliver;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;

/// Checks whether what a bundle holds fits together: one root, issuers that it vouches for, anchors that are their
/// twins, lists that are theirs, and a manifest signed by a signer of that root.
final class BundleTrust {
    private final Manifest manifest;
    private final BundleParts parts;
    private final Instant at;
    private Optional<Certificate> root = Optional.empty();

    private BundleTrust(Manifest manifest, FoundFiles files, Instant at, Set<Flaw> flaws) {
        this.manifest = manifest;
        this.parts = new BundleParts(files, flaws);
        this.at = at;
    }

    /// Checks all.
    ///
    /// @param flaws where to add what is found
    static BundleTrust check(
            Manifest manifest, FoundFiles files, Instant at, Set<Flaw> flaws, BundleReader.Expected expected)
            throws IOException {
        var trust = new BundleTrust(manifest, files, at, flaws);
        trust.root = trust.parts.certificate(BundleFile.ROOT);
        if (trust.root.isPresent()) {
            trust.checkUnder(trust.root.get(), expected);
        }
        return trust;
    }

    /// The root, if there is one that can be read.
    Optional<Certificate> root() {
        return root;
    }

    BundleParts parts() {
        return parts;
    }

    private void checkUnder(Certificate root, BundleReader.Expected expected) throws IOException {
        parts.flawIf(!root.isSignedBy(root) || !root.isInForce(at), Code.ROOT_UNFIT, BundleFile.ROOT);
        parts.flawIf(isOther(expected.root(), root.fingerprint()), Code.ROOT_OTHER, BundleFile.ROOT);
        // Before the lists are read it must be known what to ask them.
        var signature = parts.content(Manifest.SIGNATURE_FILE)
                .map(signed -> DetachedCms.verify(signed, manifest.bytes(), root, at));
        signature.flatMap(BundleTrust::signer).ifPresent(signer -> parts.ask(signer.serial()));
        var orders = FoundOrders.read(parts);
        var rootList = parts.list(BundleFile.ROOT_LIST, Optional.of(root));
        if (rootList.isEmpty()) {
            return;
        }
        var issuers = new ArrayList<BundleIssuer>();
        for (var folder : issuerFolders()) {
            BundleIssuer.below(parts, root, rootList.get(), folder, at).ifPresent(issuers::add);
        }
        orders.check(parts, issuers);
        checkRollover(root);
        new BundleProbes(parts, issuers).check();
        checkLifelineFolders(issuers);
        issuers.add(BundleIssuer.root(parts, root, rootList.get(), at));
        var current = current(rootList.get());
        checkAllLists(current);
        var end = issuers.stream().flatMap(issuer -> issuer.end().stream()).min(Comparator.naturalOrder());
        parts.flawIf(!end.equals(Optional.of(manifest.validUntil())), Code.MANIFEST_END, Manifest.FILE);
        signature.ifPresent(verdict -> checkSignature(verdict, current));
        checkSecondSignature(expected.secondSigner());
    }

    /// Another root is there only if it and this one vouch for each other.
    private void checkRollover(Certificate root) {
        for (var path : parts.below(BundleFile.ROLLOVER)) {
            var isNew = parts.has(BundleFile.NEW_ROOT);
            var other = parts.certificate(isNew ? BundleFile.NEW_ROOT : BundleFile.OLD_ROOT);
            var newWithOld = parts.certificate(BundleFile.NEW_WITH_OLD);
            var oldWithNew = parts.certificate(BundleFile.OLD_WITH_NEW);
            parts.flawIf(
                    other.isEmpty()
                            || newWithOld.isEmpty()
                            || oldWithNew.isEmpty()
                            || (isNew && parts.has(BundleFile.OLD_ROOT))
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

    private List<FoundList> current(FoundList rootList) throws IOException {
        var lists = new ArrayList<>(List.of(rootList));
        for (var folder : issuerFolders()) {
            parts.list(folder + BundleFile.LIST, Optional.empty()).ifPresent(lists::add);
        }
        return lists;
    }

    private void checkAllLists(List<FoundList> lists) throws IOException {
        // Sorted, for their order says nothing; and not as sets, for a list that is there twice.
        var all = parts.hashes(BundleFile.ALL_LISTS).stream().sorted().toList();
        var each =
                lists.stream().map(found -> found.list().fingerprint()).sorted().toList();
        parts.flawIf(!all.equals(each), Code.LISTS_DIFFER, BundleFile.ALL_LISTS);
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

    private static Optional<Certificate> signer(DetachedCms.Verdict verdict) {
        return verdict instanceof DetachedCms.Signed(var signer) ? Optional.of(signer) : Optional.empty();
    }

    private void checkSignature(DetachedCms.Verdict verdict, List<FoundList> lists) {
        switch (verdict) {
            case DetachedCms.Signed(var signer) ->
                parts.flawIf(
                        lists.stream().anyMatch(list -> list.revokes(signer)),
                        Code.SIGNER_REVOKED,
                        Manifest.SIGNATURE_FILE);
            case DetachedCms.Refused _ -> parts.flawIf(true, Code.MANIFEST_SIGNATURE, Manifest.SIGNATURE_FILE);
        }
    }

    private static boolean isOther(Optional<Fingerprint> expected, Fingerprint found) {
        return expected.filter(known -> !known.equals(found)).isPresent();
    }

    /// By the key that the manifest vouches for. That it is the home's, only who knows that one can say: its hubs remember it.
    private void checkSecondSignature(Optional<Fingerprint> expected) {
        var signed = parts.content(Manifest.SECOND_SIGNATURE_FILE);
        var key = parts.content(BundleFile.SECOND_KEY);
        key.ifPresent(found -> parts.flawIf(
                isOther(expected, Fingerprint.of(found)), Code.SECOND_SIGNER_OTHER, BundleFile.SECOND_KEY));
        parts.flawIf(
                signed.isPresent()
                        && key.isPresent()
                        && !MlDsaKey.ofSpki(key.get())
                                .filter(known -> MlDsaKey.verifies(known, manifest.bytes(), signed.get()))
                                .isPresent(),
                Code.MANIFEST_SIGNATURE,
                Manifest.SECOND_SIGNATURE_FILE);
    }

    /// `services/` and `zones/ZONE/`, each once.
    private SortedSet<String> issuerFolders() {
        var folders = new TreeSet<String>();
        for (var path : parts.paths()) {
            if (path.startsWith("services/") || path.startsWith("zones/")) {
                folders.add(path.substring(0, path.lastIndexOf('/') + 1));
            }
        }
        return folders;
    }
}
