package org.hearthkey.core.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearthkey.core.content.Content;

/// What signs the bytes of a manifest: a CMS signature, and ML-DSA-65 beside it, so that a quantum computer which forges
/// the one does not forge a bundle.
public final class ManifestSignatures {
    private final byte[] cms;
    private final byte[] second;

    /// @param cms a detached CMS signature in DER
    /// @param second by the home's second signer
    public ManifestSignatures(byte[] cms, byte[] second) {
        this.cms = cms.clone();
        this.second = second.clone();
    }

    /// As files of the bundle, by their paths, in the order in which they are written.
    Map<String, Content> files() {
        var files = new LinkedHashMap<String, Content>();
        files.put(Manifest.SIGNATURE_FILE, Content.of(cms.clone()));
        files.put(Manifest.SECOND_SIGNATURE_FILE, Content.of(second.clone()));
        return files;
    }
}
