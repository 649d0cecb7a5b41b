package org.hearthkey.core.deliver;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.deliver.Flaw.Code;

/// One issuer of a bundle with its lists: the one in force and, without a gap, those to come.
///
/// @param lists by their numbers; those that could be read
record BundleIssuer(String folder, Certificate certificate, List<FoundList> lists) {
    /// The root with its list and those to come.
    static BundleIssuer root(BundleParts parts, Certificate root, FoundList list, Instant at) throws IOException {
        parts.flawIf(!list.isGenuine(), Code.LIST_FOREIGN, BundleFile.ROOT_LIST);
        return checked(parts, "", BundleFile.ROOT_LIST, root, List.of(list), "root/", at);
    }

    /// The services or a zone.
    ///
    /// @param folder `services/` or `zones/ZONE/`
    static Optional<BundleIssuer> below(
            BundleParts parts, Certificate root, FoundList rootList, String folder, Instant at) throws IOException {
        var listPath = folder + BundleFile.LIST;
        var issuer = parts.certificate(folder + BundleFile.ISSUER);
        var list = parts.list(listPath, issuer).stream().toList();
        issuer.ifPresent(certificate -> {
            parts.flawIf(
                    new Chain(certificate).complaint(root, at).isPresent() || rootList.lists(certificate.serial()),
                    Code.ISSUER_UNFIT,
                    folder + BundleFile.ISSUER);
            list.forEach(found -> parts.flawIf(!found.isGenuine(), Code.LIST_FOREIGN, listPath));
            if (parts.has(folder + BundleFile.ANCHOR)) {
                var anchor = parts.certificate(folder + BundleFile.ANCHOR);
                parts.flawIf(
                        anchor.isPresent() && !isTwin(anchor.get(), certificate, at),
                        Code.ANCHOR_UNFIT,
                        folder + BundleFile.ANCHOR);
            }
        });
        return issuer.isEmpty()
                ? Optional.empty()
                : Optional.of(checked(parts, folder, listPath, issuer.get(), list, folder, at));
    }

    private static BundleIssuer checked(
            BundleParts parts,
            String folder,
            String listPath,
            Certificate certificate,
            List<FoundList> list,
            String lifeline,
            Instant at)
            throws IOException {
        var lists = new ArrayList<>(list);
        lists.addAll(toCome(parts, certificate, BundleFile.LIFELINE + lifeline));
        lists.sort(Comparator.comparing(FoundList::number));
        var issuer = new BundleIssuer(folder, certificate, List.copyOf(lists));
        if (!list.isEmpty()) {
            issuer.checkTimes(parts, list.getFirst(), BundleFile.LIFELINE + lifeline);
            parts.flawIf(at.isAfter(issuer.end().orElseThrow()), Code.LIST_LAPSED, listPath);
        }
        return issuer;
    }

    private static List<FoundList> toCome(BundleParts parts, Certificate certificate, String folder)
            throws IOException {
        var lists = new ArrayList<FoundList>();
        for (var path : parts.below(folder)) {
            parts.list(path, Optional.of(certificate)).ifPresent(list -> {
                parts.flawIf(!list.isGenuine(), Code.LIST_FOREIGN, path);
                parts.flawIf(!path.equals(folder + list.number() + BundleFile.PEM), Code.LIST_NUMBER, path);
                lists.add(list);
            });
        }
        return lists;
    }

    /// Each list must follow the one before it in number and in time, and begin before that one lapses.
    private void checkTimes(BundleParts parts, FoundList current, String folder) {
        parts.flawIf(
                !lists.getFirst().equals(current),
                Code.LIST_NUMBER,
                folder + lists.getFirst().number() + ".pem");
        for (int i = 1; i < lists.size(); i++) {
            var before = lists.get(i - 1);
            var list = lists.get(i);
            var path = folder + list.number() + BundleFile.PEM;
            parts.flawIf(list.number().equals(before.number()), Code.LIST_NUMBER, path);
            parts.flawIf(
                    !list.thisUpdate().isAfter(before.thisUpdate())
                            || list.thisUpdate().isAfter(before.nextUpdate())
                            || !list.nextUpdate().isAfter(before.nextUpdate()),
                    Code.LIST_GAP,
                    path);
        }
    }

    /// When it runs out of lists.
    Optional<Instant> end() {
        return lists.isEmpty() ? Optional.empty() : Optional.of(lists.getLast().nextUpdate());
    }

    Optional<FoundList> list(BigInteger number) {
        return lists.stream().filter(list -> list.number().equals(number)).findFirst();
    }

    private static boolean isTwin(Certificate anchor, Certificate issuer, Instant at) {
        return anchor.publicKey().equals(issuer.publicKey())
                && anchor.x509().getSubjectX500Principal().equals(issuer.x509().getSubjectX500Principal())
                && anchor.isSignedBy(anchor)
                && anchor.isInForce(at);
    }
}
