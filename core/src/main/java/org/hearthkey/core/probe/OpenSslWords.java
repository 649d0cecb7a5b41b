package org.hearthkey.core.probe;

import java.util.Map;
import org.hearthkey.core.probe.Verdict.Reason;

/// Why a server that uses OpenSSL refused a certificate, in OpenSSL's words, as servers pass them on.
final class OpenSslWords {
    private static final Map<String, Reason> REASONS = Map.of(
            "certificate revoked", Reason.REVOKED,
            "certificate has expired", Reason.LAPSED,
            "CRL has expired", Reason.LAPSED,
            "certificate is not yet valid", Reason.LAPSED,
            "unable to get certificate CRL", Reason.UNKNOWN_ISSUER,
            "unable to get local issuer certificate", Reason.UNKNOWN_ISSUER,
            "unable to get issuer certificate", Reason.UNKNOWN_ISSUER,
            "unable to verify the first certificate", Reason.UNKNOWN_ISSUER);

    private OpenSslWords() {}

    /// @param said whatever stands before the words, such as `FAILED:`
    static Reason reason(String said) {
        return REASONS.entrySet().stream()
                .filter(words -> said.endsWith(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Reason.UNSAID);
    }
}
