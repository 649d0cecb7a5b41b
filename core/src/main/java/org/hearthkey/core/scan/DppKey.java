package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;

/// The key of a Wi-Fi Easy Connect code. The code has its point compressed, certificates have theirs uncompressed: the
/// same key has two hashes, and only the second compares.
///
/// @param compressed lower-case hex of the key as the code has it
/// @param publicKey the key as certificates have it
public record DppKey(String compressed, PublicKeyInfo publicKey) {
    /// The curves of the protocol. Ours come first, for they are the names people know.
    private static final Map<String, String> CURVES = Map.of(
            "P-256", "P-256",
            "P-384", "P-384",
            "P-521", "P-521",
            "brainpoolP256r1", "BP-256",
            "brainpoolP384r1", "BP-384",
            "brainpoolP512r1", "BP-512");

    private static final int HEX = 16;

    static DppKey parse(String base64) throws MalformedException {
        byte[] der = decoded(base64);
        var publicKey = PublicKeyInfo.parseCompressed(der)
                .orElseThrow(
                        () -> new MalformedException("K: not a DER public key with a compressed point of its curve"));
        require(CURVES.containsKey(publicKey.algorithm()), "K: curve not allowed: " + publicKey.algorithm());
        return new DppKey(HexFormat.of().formatHex(der), publicKey);
    }

    /// The hash by which the protocol names the key. It differs from the one in certificates.
    public Fingerprint bootstrapHash() {
        return Fingerprint.of(HexFormat.of().parseHex(compressed));
    }

    Map<String, Object> fields() {
        byte[] der = publicKey.der();
        int size = (publicKey.bits() + Byte.SIZE - 1) / Byte.SIZE;
        var fields = new LinkedHashMap<String, Object>();
        fields.put("curve", CURVES.getOrDefault(publicKey.algorithm(), publicKey.algorithm()));
        fields.put("x", hex(der, der.length - 2 * size, size));
        fields.put("y", hex(der, der.length - size, size));
        fields.put("spkiDpp", compressed);
        fields.put("bootstrapKeyHash", bootstrapHash().hex());
        fields.put("canonicalSpkiSha256", publicKey.hash().hex());
        return fields;
    }

    private static String hex(byte[] der, int from, int length) {
        return new BigInteger(1, Arrays.copyOfRange(der, from, from + length)).toString(HEX);
    }

    private static byte[] decoded(String base64) throws MalformedException {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            require(Base64.getEncoder().encodeToString(der).equals(base64), "K is not canonical base64");
            return der;
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedException("K is not base64");
        }
    }
}
