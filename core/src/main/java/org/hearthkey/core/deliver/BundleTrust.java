package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.CRLException;
import java.security.cert.CertificateException;
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
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.deliver.Flaw.Code;
import org.hearthkey.core.key.Fingerprint;

/// Checks whether what a bundle holds fits together: one root, issuers that it vouches for, anchors that are their
/// twins, lists that are theirs, and a manifest signed by a signer of that root.
final class BundleTrust {
    private final Manifest manifest;
    private final Map<String, byte[]> files;
    private final Instant at;
    private final Set<Flaw> flaws;

    /// @param flaws where to add what is found
    BundleTrust(Manifest manifest, Map<String, byte[]> files, Instant at, Set<Flaw> flaws) {
        this.manifest = manifest;
        this.files = files;
        this.at = at;
        this.flaws = flaws;
    }

    /// Checks all and answers the root, if there is one that can be read.
    Optional<Certificate> check(Optional<Fingerprint> expectedRoot) {
        var root = certificate(BundleFile.ROOT);
        root.ifPresent(certificate -> checkUnder(certificate, expectedRoot));
        return root;
    }

    private void checkUnder(Certificate root, Optional<Fingerprint> expected) {
        flawIf(!root.isSignedBy(root) || !isInForce(root), Code.ROOT_UNFIT, BundleFile.ROOT);
        flawIf(expected.isPresent() && !expected.get().equals(root.fingerprint()), Code.ROOT_OTHER, BundleFile.ROOT);
        var all = allLists();
        var rootLists = all.stream().filter(list -> list.isSignedBy(root)).toList();
        rootLists.forEach(list -> flawIf(isLapsed(list), Code.LIST_LAPSED, BundleFile.ALL_LISTS));
        var lists = new ArrayList<>(rootLists);
        for (var folder : issuerFolders()) {
            checkIssuer(folder, root, rootLists);
            list(folder + BundleFile.LIST).ifPresent(lists::add);
        }
        // As sets, for their order says nothing; and by size, for a list that is there twice.
        boolean same =
                rootLists.size() == 1 && all.size() == lists.size() && new HashSet<>(all).equals(new HashSet<>(lists));
        flawIf(!same, Code.LISTS_DIFFER, BundleFile.ALL_LISTS);
        var end = lists.stream().map(Crl::nextUpdate).min(Comparator.naturalOrder());
        flawIf(!end.equals(Optional.of(manifest.validUntil())), Code.MANIFEST_END, Manifest.FILE);
        checkSignature(root, lists);
    }

    private void checkSignature(Certificate root, List<Crl> lists) {
        var signature = content(Manifest.SIGNATURE_FILE);
        if (signature.isEmpty()) {
            return;
        }
        switch (DetachedCms.verify(signature.get(), manifest.bytes(), root, at)) {
            case DetachedCms.Signed(var signer) ->
                flawIf(isRevoked(signer, lists), Code.SIGNER_REVOKED, Manifest.SIGNATURE_FILE);
            case DetachedCms.Refused _ -> flaws.add(new Flaw(Code.MANIFEST_SIGNATURE, Manifest.SIGNATURE_FILE));
        }
    }

    private void checkIssuer(String folder, Certificate root, List<Crl> rootLists) {
        var list = list(folder + BundleFile.LIST);
        list.ifPresent(found -> flawIf(isLapsed(found), Code.LIST_LAPSED, folder + BundleFile.LIST));
        var issuer = certificate(folder + BundleFile.ISSUER);
        if (issuer.isEmpty()) {
            return;
        }
        flawIf(
                new Chain(issuer.get()).complaint(root, at).isPresent() || isRevoked(issuer.get(), rootLists),
                Code.ISSUER_UNFIT,
                folder + BundleFile.ISSUER);
        list.ifPresent(found -> flawIf(!found.isSignedBy(issuer.get()), Code.LIST_FOREIGN, folder + BundleFile.LIST));
        if (files.containsKey(folder + BundleFile.ANCHOR)) {
            var anchor = certificate(folder + BundleFile.ANCHOR);
            flawIf(
                    anchor.isPresent() && !isTwin(anchor.get(), issuer.get()),
                    Code.ANCHOR_UNFIT,
                    folder + BundleFile.ANCHOR);
        }
    }

    private boolean isTwin(Certificate anchor, Certificate issuer) {
        return anchor.publicKey().equals(issuer.publicKey())
                && anchor.x509().getSubjectX500Principal().equals(issuer.x509().getSubjectX500Principal())
                && anchor.isSignedBy(anchor)
                && isInForce(anchor);
    }

    private SortedSet<String> issuerFolders() {
        var folders = new TreeSet<String>();
        for (var path : files.keySet()) {
            folders.add(path.substring(0, path.lastIndexOf('/') + 1));
        }
        folders.remove("");
        return folders;
    }

    private List<Crl> allLists() {
        var lists = new ArrayList<Crl>();
        var blocks = content(BundleFile.ALL_LISTS).flatMap(content -> Pem.parse(new String(content, ISO_8859_1)));
        for (var block : blocks.orElse(List.of())) {
            list(block.content().bytes(), BundleFile.ALL_LISTS).ifPresent(lists::add);
        }
        return lists;
    }

    private Optional<Crl> list(String path) {
        return content(path).flatMap(content -> list(content, path));
    }

    private Optional<Crl> list(byte[] content, String path) {
        try {
            return Optional.of(Crl.read(content));
        } catch (CRLException malformed) {
            flaws.add(new Flaw(Code.LIST_MALFORMED, path));
            return Optional.empty();
        }
    }

    private Optional<Certificate> certificate(String path) {
        var content = content(path);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Certificate.read(content.get()));
        } catch (CertificateException malformed) {
            flaws.add(new Flaw(Code.CERTIFICATE_MALFORMED, path));
            return Optional.empty();
        }
    }

    private Optional<byte[]> content(String path) {
        var content = Optional.ofNullable(files.get(path));
        flawIf(content.isEmpty(), Code.FILE_MISSING, path);
        return content;
    }

    private boolean isInForce(Certificate certificate) {
        return !at.isBefore(certificate.notBefore()) && !at.isAfter(certificate.notAfter());
    }

    private boolean isLapsed(Crl list) {
        return at.isAfter(list.nextUpdate());
    }

    private static boolean isRevoked(Certificate certificate, List<Crl> lists) {
        return lists.stream().anyMatch(list -> list.x509().isRevoked(certificate.x509()));
    }

    private void flawIf(boolean wrong, Code code, String path) {
        if (wrong) {
            flaws.add(new Flaw(code, path));
        }
    }
}
