package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.Flaw.Code;

/// Checks what hubs try listeners with: a control that no list names, and for every list of the zone a canary that it does.
final class BundleProbes {
    private final BundleParts parts;
    private final List<BundleIssuer> issuers;

    /// @param issuers those of the bundle that stand below the root
    BundleProbes(BundleParts parts, List<BundleIssuer> issuers) {
        this.parts = parts;
        this.issuers = issuers;
    }

    void check() {
        for (var folder : folders()) {
            var zone = "zones/" + folder.split("/", -1)[2] + "/";
            var issuer =
                    issuers.stream().filter(each -> each.folder().equals(zone)).findFirst();
            var control = parts.certificate(folder + BundleFile.CONTROL);
            parts.flawIf(issuer.isEmpty(), Code.PROBE_UNFIT, folder + BundleFile.CONTROL);
            if (issuer.isPresent() && control.isPresent()) {
                check(folder, issuer.get(), control.get());
            }
        }
    }

    /// `probes/HUB/ZONE/`, each once.
    private Set<String> folders() {
        var folders = new TreeSet<String>();
        for (var path : parts.below(BundleFile.PROBES)) {
            var words = path.split("/", -1);
            folders.add(words[0] + "/" + words[1] + "/" + words[2] + "/");
        }
        return folders;
    }

    private void check(String folder, BundleIssuer issuer, Certificate control) {
        parts.flawIf(
                !control.isSignedBy(issuer.certificate())
                        || issuer.lists().stream().anyMatch(list -> list.lists(control.serial())),
                Code.PROBE_UNFIT,
                folder + BundleFile.CONTROL);
        for (var path : parts.below(folder + BundleFile.CANARY)) {
            parts.certificate(path)
                    .ifPresent(
                            canary -> parts.flawIf(!isCanary(canary, path, issuer, control), Code.PROBE_UNFIT, path));
        }
        for (var list : issuer.lists()) {
            parts.content(folder + BundleFile.CANARY + list.number() + BundleFile.PEM);
        }
    }

    private static boolean isCanary(Certificate canary, String path, BundleIssuer issuer, Certificate control) {
        var name = path.substring(path.lastIndexOf('/') + 1, path.length() - BundleFile.PEM.length());
        return canary.isSignedBy(issuer.certificate())
                && canary.publicKey().equals(control.publicKey())
                && issuer.list(new BigInteger(name))
                        .filter(list -> list.lists(canary.serial()))
                        .isPresent();
    }
}
