package org.hearthkey.core.key;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of key a home works with. The code is what the home's file and the command line say, so an algorithm can
/// be retired or added without touching what is recorded.
public enum KeyProfile {
    /// The root: signs a handful of certificates in twenty years.
    P384("root-p384", "EC", "secp384r1", 384, "SHA384withECDSA"),
    /// Issuers and devices.
    P256("p256", "EC", "secp256r1", 256, "SHA256withECDSA"),
    /// Devices that know nothing better, until the end of 2030 (NIST SP 800-131A).
    RSA_2048("legacy-rsa2048", "RSA", "", 2048, "SHA256withRSA"),
    /// Devices that know nothing better.
    RSA_3072("legacy-rsa3072", "RSA", "", 3072, "SHA256withRSA"),
    /// Issuers that other programs made.
    RSA_4096("legacy-rsa4096", "RSA", "", 4096, "SHA256withRSA");

    private final String code;
    private final String algorithm;
    private final String curve;
    private final int bits;
    private final String signatureAlgorithm;

    KeyProfile(String code, String algorithm, String curve, int bits, String signatureAlgorithm) {
        this.code = code;
        this.algorithm = algorithm;
        this.curve = curve;
        this.bits = bits;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    public static Optional<KeyProfile> parse(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /// The name in files and on the command line, such as `root-p384`.
    public String code() {
        return code;
    }

    /// `EC` or `RSA`, as Java's key factories say it.
    public String algorithm() {
        return algorithm;
    }

    /// The named curve of an EC key, such as `secp256r1`.
    public Optional<String> curve() {
        return Optional.of(curve).filter(name -> !name.isEmpty());
    }

    public int bits() {
        return bits;
    }

    /// The work to break such a key, as a power of two.
    ///
    /// @see <a href="https://doi.org/10.6028/NIST.SP.800-57pt1r5">NIST SP 800-57 part 1, table 2</a>
    public int strengthBits() {
        return switch (this) {
            case P384 -> 192;
            case P256, RSA_3072, RSA_4096 -> 128;
            case RSA_2048 -> 112;
        };
    }

    /// How such a key signs, as Java's signatures say it: `SHA256withECDSA`.
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }
}
