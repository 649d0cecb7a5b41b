package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.hearthkey.app.DeviceRequests;

/// Devices and hubs of a home, with keys that other programs can use.
final class Things {
    private Things() {}

    /// Approves a device with a key of its own, `NAME.key`; its certificate lies beside it.
    static void approve(Shell at, String name, String zone) {
        var request = makeKey(at, name);
        at.run(
                        "device",
                        "approve",
                        request.toString(),
                        "--name",
                        name,
                        "--zone",
                        zone,
                        "--out",
                        at.path("").toString())
                .exits(0);
    }

    /// Takes a device over by its code, in the zone for lamps.
    static void pair(Shell at, String code, String name) {
        at.run(
                        "device",
                        "approve",
                        "--text",
                        code,
                        "--name",
                        name,
                        "--zone",
                        "lighting",
                        "--pair-only",
                        "--confirm",
                        "presence")
                .exits(0);
    }

    /// Certifies a hub on this computer: `Hub.key` and `Hub-chain.pem`.
    static void certifyHub(Shell at) {
        var request = makeKey(at, "Hub").toString();
        var out = at.path("").toString();
        at.run("hub", "certify", "Hub", "--csr", request, "--dns", "hub.home.arpa", "--ip", "127.0.0.1", "--out", out)
                .exits(0);
    }

    /// Writes a new key as `NAME.key` and its request as `NAME.csr`.
    static Path makeKey(Shell at, String name) {
        var key = newKey();
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encode(key.getPrivate().getEncoded());
        at.file(
                name + ".key",
                "-----BEGIN PRIVATE KEY-----\n" + new String(encoded, US_ASCII) + "\n-----END PRIVATE KEY-----\n");
        return at.file(name + ".csr", DeviceRequests.der(name, key));
    }

    private static KeyPair newKey() {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
