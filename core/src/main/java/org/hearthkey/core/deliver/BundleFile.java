package org.hearthkey.core.deliver;

import java.io.IOException;
import java.util.regex.Pattern;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.key.Fingerprint;

/// One file of a bundle.
public final class BundleFile {
    static final String ROOT = "root.pem";
    static final String ROOT_LIST = "root-crl.pem";
    static final String ALL_LISTS = "crl-all.pem";
    static final String ORDERS = "orders.txt";
    /// The public key of the second signer of manifests, a SubjectPublicKeyInfo.
    static final String SECOND_KEY = "manifest-key.der";

    static final String ISSUER = "issuer.pem";
    static final String ANCHOR = "anchor.pem";
    static final String LIST = "crl.pem";
    static final String LIFELINE = "lifeline/";
    static final String PROBES = "probes/";
    static final String CONTROL = "control.pem";
    static final String CANARY = "canary/";
    static final String PEM = ".pem";
    static final String ROLLOVER = "rollover/";
    static final String NEW_ROOT = ROLLOVER + "new-root.pem";
    static final String OLD_ROOT = ROLLOVER + "old-root.pem";
    static final String NEW_WITH_OLD = ROLLOVER + "new-with-old.pem";
    static final String OLD_WITH_NEW = ROLLOVER + "old-with-new.pem";

    private static final String LABEL = "[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?";
    private static final String NUMBER = "[1-9][0-9]{0,48}";
    private static final Pattern PATH =
            Pattern.compile("root\\.pem|root-crl\\.pem|crl-all\\.pem|orders\\.txt|manifest-key\\.der"
                    + "|rollover/(?:new-root|old-root|new-with-old|old-with-new)\\.pem"
                    + "|(?:services|zones/" + LABEL + ")/(?:issuer|anchor|crl)\\.pem"
                    + "|lifeline/(?:root|services|zones/" + LABEL + ")/" + NUMBER + "\\.pem"
                    + "|probes/" + LABEL + "/" + LABEL + "/(?:control|canary/" + NUMBER + ")\\.pem");

    private final String path;
    private final Content content;
    private final Fingerprint sha256;

    private BundleFile(String path, Content content, Fingerprint sha256) {
        if (!isPath(path)) {
            throw new IllegalArgumentException("No file of a bundle: " + path);
        }
        this.path = path;
        this.content = content;
        this.sha256 = sha256;
    }

    /// A file with this content.
    ///
    /// @param path one that the format has, with `/` between folders
    public BundleFile(String path, byte[] content) {
        this(path, Content.of(content), Fingerprint.of(content));
    }

    /// A file whose content is read each time it is needed.
    ///
    /// @param path one that the format has, with `/` between folders
    /// @throws IOException if it cannot be read now
    static BundleFile of(String path, Content content) throws IOException {
        try (var in = content.open()) {
            return new BundleFile(path, content, Fingerprint.of(in));
        }
    }

    /// Whether a file may be too long to hold: what grows with every device that is revoked.
    static boolean isLong(String path) {
        return path.equals(ALL_LISTS)
                || path.equals(ORDERS)
                || path.equals(ROOT_LIST)
                || path.endsWith("/" + LIST)
                || path.startsWith(LIFELINE);
    }

    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    public String path() {
        return path;
    }

    /// Its bytes, while the bundle is at hand.
    public Content content() {
        return content;
    }

    public long size() {
        return content.size();
    }

    public Fingerprint sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BundleFile that && path.equals(that.path) && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + sha256.hashCode();
    }

    @Override
    public String toString() {
        return path + ", " + size() + " bytes";
    }
}
