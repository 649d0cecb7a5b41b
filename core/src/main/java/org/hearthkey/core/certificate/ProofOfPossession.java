package org.hearthkey.core.certificate;

/// Whether a request was signed by the key it asks a certificate for.
public enum ProofOfPossession {
    PROVEN,
    /// The signature is wrong, or made in a way that proves nothing today (SHA-1, unknown algorithms).
    FAILED
}
