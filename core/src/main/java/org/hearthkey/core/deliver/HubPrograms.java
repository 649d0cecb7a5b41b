package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.deliver.BundleWriter.Unfinished;
import org.hearthkey.core.transport.LocalTransport;

/// Puts the program that hubs run on a drive, beside the bundle: for a new hub, and for any computer of the home that is to
/// try a hub's listeners over its network. It holds no secret.
public final class HubPrograms {
    /// What to type in its folder before it is run, with OpenSSL 3 and nothing of ours. The first line shows the root of the
    /// home, to be compared; the others say `as signed` if its signer of bundles signed all that is there. They trust that root
    /// alone, and not what else may stand in its file.
    public static final List<String> CHECK = List.of(
            "openssl x509 -in ../hearthkey/root.pem -noout -fingerprint -sha256",
            "openssl x509 -in ../hearthkey/root.pem | openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s"
                    + " -content SHA256SUMS -CAfile /dev/stdin -no-CApath -no-CAstore -purpose any -signer /dev/stdout"
                    + " -out /dev/null | openssl x509 -noout -ext extendedKeyUsage | tr -d ' ' | grep -xF"
                    + " 2.25.313834878971193644302797338139772862613.2.1 &&",
            "{ echo '# hearthkey-hub-program/1'; find . ! -type d ! -name '._*' ! -name .DS_Store"
                    + " ! -path './SHA256SUMS' ! -path './SHA256SUMS.p7s' -exec openssl dgst -sha256 -r {} +"
                    + " | LC_ALL=C sort -k 2; } | diff - SHA256SUMS && echo 'as signed'");

    private final Deliveries deliveries;

    public HubPrograms(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /// Signs the program's sums, writes it to `directory/hearthkey-hub` and reads it back.
    ///
    /// @param directory an existing folder of the drive
    /// @return the folder that holds it
    /// @throws IOException if it was not written; the one that was there before is whole
    /// @throws BlockedException if the home may sign nothing, or is older than the checkpoint on this drive
    public Path export(Path directory, DeliveryProgress progress) throws IOException {
        var files = HubProgram.files();
        var sums = HubProgram.sums(files);
        var signature = deliveries.signProgram(directory, sums);
        var place = new BundleFolder(directory, new HubProgram());
        // Every byte is read back and compared with what was signed.
        return new BundleWriter(new LocalTransport(), place, (_, _) -> List.of(), progress, Unfinished.REMOVED)
                .write(HubProgram.content(files, sums, signature))
                .folder();
    }
}
