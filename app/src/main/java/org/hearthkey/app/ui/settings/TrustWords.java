package org.hearthkey.app.ui.settings;

import org.hearthkey.app.text.Words;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.certificate.Certificate;

/// What certificates on the trust list are called, and what for.
final class TrustWords {
    private final Words words;

    TrustWords(Words words) {
        this.words = words;
    }

    /// What one is trusted for.
    String use(AnchorUse use) {
        return words.text(
                switch (use) {
                    case MATTER -> "trust.matter.use";
                    case DECLARATION -> "trust.declaration.use";
                    case IDENTITY -> "trust.identity.use";
                });
    }

    /// What one calls itself.
    static String name(Certificate certificate) {
        return certificate.commonName().orElseGet(certificate::subject);
    }
}
