package org.hearthkey.core.attest;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;

/// Keys whose private halves are published, so that developers can try things out. Whoever uses one proves nothing.
///
/// @see <a href="https://github.com/project-chip/connectedhomeip/tree/master/credentials">connectedhomeip, credentials</a>
public final class KnownTest {
    /// SHA-256 of the public keys of roots (without a vendor, FFF1) and of issuers below them (FFF1, FFF2).
    private static final Set<String> KEYS = Set.of(
            "33cd78c212fd7359bb0e0272efdacd2a399bcb731f262ebb8a4a766e4beecfaa",
            "937c2199ca45339155ca9b9047bb384a5e7e6969831074d049bdb2eb138abfe3",
            "8a7dd5f63d558dea3d11b15021c3aa22d8cbf575a0309ea780d0a3d996dc3373",
            "45808a8725d90dc3d7f2d2f0103f98fd7ecf6f1ffa551e40b2b28bc5780bc291");

    /// Key identifiers of the roots and of the signer of declarations. They are claims, but nobody else has a reason to
    /// make them.
    private static final Set<String> KEY_IDS = Set.of(
            "785ce705b86b8f4e6fc793aa60cb43ea696882d5",
            "6afd22771f511fecbf1641976710dcdc31a1717e",
            "62fa823359acfaa9963e1cfa140addf504f37160");

    /// The signer of test declarations.
    private static final String DECLARATIONS = "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
            + "3c398922452b55caf389c25bd1bca4656952ccb90e8869249ad8474653014cbf"
            + "95d687965e036b521c51037e6b8cedefca1eb44046694fa08882eed6519decba";

    private KnownTest() {}

    /// Whether the private half of this key is published.
    public static boolean isPublished(PublicKeyInfo key) {
        return isPublished(key.hash());
    }

    static boolean isPublished(Fingerprint key) {
        return KEYS.contains(key.hex()) || declarations().hash().equals(key);
    }

    /// Whether this is the key identifier of such a key.
    static boolean isPublished(Optional<String> keyId) {
        return keyId.filter(KEY_IDS::contains).isPresent();
    }

    /// The key that signs test declarations.
    static PublicKeyInfo declarations() {
        return PublicKeyInfo.parse(HexFormat.of().parseHex(DECLARATIONS)).orElseThrow();
    }
}
