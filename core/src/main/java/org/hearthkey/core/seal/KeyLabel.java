package org.hearthkey.core.seal;

/// What a sealed private key says of itself. A key does not open under another label.
///
/// @param algorithm for example "EC P-384"
/// @param purpose for example "root" or "zone lighting"
/// @param generation counts the keys of one purpose, from 1
public record KeyLabel(String algorithm, String purpose, long generation) {
    public KeyLabel {
        if (algorithm.isEmpty() || purpose.isEmpty() || generation < 1) {
            throw new IllegalArgumentException("A key without algorithm, purpose or generation");
        }
    }

    /// The first key of its purpose.
    public KeyLabel(String algorithm, String purpose) {
        this(algorithm, purpose, 1);
    }
}
