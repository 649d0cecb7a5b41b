package org.hearthkey.core.authority;

import java.util.Arrays;
import java.util.Optional;

/// How an experimental parallel root signs.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9881">RFC 9881</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9909">RFC 9909</a>
public enum ParallelKind {
    /// Lattices (FIPS 204). The JDK reads it.
    ML_DSA_65("ml-dsa-65", "ML-DSA-65"),
    /// Hashes alone (FIPS 205): slow to sign, and as safe as SHA-256.
    SLH_DSA_SHA2_128S("slh-dsa-sha2-128s", "SLH-DSA-SHA2-128s");

    private final String code;
    private final String standardName;

    ParallelKind(String code, String standardName) {
        this.code = code;
        this.standardName = standardName;
    }

    public static Optional<ParallelKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /// The name in files and on the command line.
    public String code() {
        return code;
    }

    /// The name in the standard.
    public String standardName() {
        return standardName;
    }
}
