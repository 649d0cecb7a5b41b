package org.hearthkey.core.deliver;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;

/// A bundle as a witness of what its home had signed by then, where the home's file is gone. With the file its second signer is
/// gone too, so that nobody can say here whose its second signature is.
///
/// @param target what its place is called in the records
/// @param newestList the highest number of a list in it
/// @param issuers the issuers that it holds
/// @param revoked the issuers that its root's list names
public record ShownBundle(
        String target,
        long number,
        Instant created,
        BigInteger newestList,
        List<ShownIssuer> issuers,
        List<SerialNumber> revoked) {
    public ShownBundle {
        issuers = List.copyOf(issuers);
        revoked = List.copyOf(revoked);
    }

    /// An issuer and its certificate.
    public record ShownIssuer(Role role, Certificate certificate) {}

    /// Looks for a bundle of the home with this root, and at what it says.
    ///
    /// @param directory the folder of the drive
    /// @return nothing if there is none, or one that is not as the home made it
    /// @throws IOException if the drive cannot be read
    public static Optional<ShownBundle> read(Path directory, Fingerprint root) throws IOException {
        return BundleReader.shown(directory, root);
    }

    static ShownBundle of(Path directory, Manifest manifest, BundleParts parts) throws IOException {
        var newest = BigInteger.ZERO;
        for (var path : parts.paths()) {
            if (BundleFile.isLong(path) && path.endsWith(BundleFile.PEM) && !path.equals(BundleFile.ALL_LISTS)) {
                newest = newest.max(
                        parts.list(path, Optional.empty()).orElseThrow().number());
            }
        }
        return new ShownBundle(
                Deliveries.target(directory),
                manifest.number(),
                manifest.created(),
                newest,
                issuers(parts),
                parts.named(BundleFile.ROOT_LIST));
    }

    private static List<ShownIssuer> issuers(BundleParts parts) {
        var issuers = new ArrayList<ShownIssuer>();
        for (var path : parts.paths()) {
            if (path.endsWith("/" + BundleFile.ISSUER)) {
                var role = path.startsWith("zones/")
                        ? new Role.Zone(new ZoneName(path.split("/", -1)[1]))
                        : new Role.Services();
                issuers.add(new ShownIssuer(role, parts.certificate(path).orElseThrow()));
            }
        }
        return issuers;
    }
}
