package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.certificate.OneTimePassword;
import org.hearthkey.core.certificate.Pkcs12;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PKCS#12 and CMS as OpenSSL and the JDK read them.
class FilesPeersTest {
    private static final SampleHome HOME = new SampleHome();
    private static final byte[] MANIFEST = "{\"number\":1}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensslAcceptsASignedManifestAndNoOther() throws Exception {
        SampleHome.write(folder, "root.pem", HOME.root.certificate());
        Files.write(folder.resolve("MANIFEST.json"), MANIFEST);
        Files.write(folder.resolve("MANIFEST.p7s"), signature());
        Files.writeString(folder.resolve("other.json"), "{\"number\":2}");
        var openssl = Peer.of("openssl", folder);
        openssl.run(verify("MANIFEST.json")).accepts();
        openssl.run(verify("other.json")).refuses("content verify error");
        SampleHome.write(folder, "root.pem", new SampleHome().root.certificate());
        openssl.run(verify("MANIFEST.json")).refuses("unable to get");
    }

    @Test
    void ourOwnCheckAgrees() {
        var root = HOME.root.certificate();
        var signature = signature();
        assertInstanceOf(DetachedCms.Signed.class, DetachedCms.verify(signature, MANIFEST, root, HOME.now));
        assertRefused(DetachedCms.verify(signature, new byte[] {1}, root, HOME.now));
        assertRefused(DetachedCms.verify(signature, MANIFEST, new SampleHome().root.certificate(), HOME.now));
        assertRefused(DetachedCms.verify(signature, MANIFEST, root, HOME.now.plus(Duration.ofDays(400))));
    }

    @Test
    void noDamagedSignatureIsAccepted() {
        var root = HOME.root.certificate();
        var good = signature();
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var damaged = good.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            // Not signed are only the outer framing and what lies beside the chain; whatever passes names the same
            // signer.
            if (DetachedCms.verify(damaged, MANIFEST, root, HOME.now) instanceof DetachedCms.Signed(var signer)) {
                assertEquals(HOME.deviceKey.publicKey(), signer.publicKey());
            }
        }
    }

    @Test
    void onlyABundleSignerSignsBundles() {
        for (var certificate : List.of(HOME.hub(), HOME.lamp("Desk lamp"))) {
            var issuer = certificate.isSignedBy(HOME.services.certificate()) ? HOME.services : HOME.lighting;
            assertThrows(
                    RehearsalException.class,
                    () -> HOME.authority.signDetached(
                            MANIFEST, HOME.deviceKey, certificate, List.of(issuer.certificate())));
            var forged = new CmsDraft(MANIFEST, HOME.now)
                    .signedBy(HOME.deviceKey, certificate, List.of(issuer.certificate()));
            assertRefused(DetachedCms.verify(forged, MANIFEST, HOME.root.certificate(), HOME.now));
        }
    }

    @Test
    void opensslAndTheJdkOpenAPkcs12() throws Exception {
        try (var key = SoftwareKey.generate(KeyProfile.P256, HOME.random);
                var password = OneTimePassword.random(HOME.random)) {
            var lamp = HOME.authority.signLeaf(
                    HOME.lighting, HOME.lightingKey, HOME.device("Desk lamp", SampleHome.LIGHTING, key.publicKey()));
            var chain = List.of(lamp, HOME.lighting.certificate());
            var file = Pkcs12.write(key, "Desk lamp", chain, password);

            var store = KeyStore.getInstance("PKCS12");
            password.use(characters -> {
                store.load(new ByteArrayInputStream(file), characters);
                assertArrayEquals(
                        key.pkcs8().use(byte[]::clone),
                        store.getKey("desk lamp", characters).getEncoded());
                return true;
            });
            assertEquals(
                    chain.stream().map(Certificate::x509).toList(), List.of(store.getCertificateChain("desk lamp")));

            Files.write(folder.resolve("lamp.p12"), file);
            var openssl = Peer.of("openssl", folder);
            var shown = password.use(String::new);
            openssl.run("pkcs12", "-in", "lamp.p12", "-info", "-nodes", "-passin", "pass:" + shown)
                    .accepts()
                    .says("MAC: sha256, Iteration 200000")
                    .says("PBES2, PBKDF2, AES-256-CBC, Iteration 200000, PRF hmacWithSHA256")
                    .says("friendlyName: Desk lamp")
                    .says("BEGIN PRIVATE KEY");
            openssl.run("pkcs12", "-in", "lamp.p12", "-nodes", "-passin", "pass:wrong")
                    .refuses("invalid password");
        }
    }

    @Test
    void aPkcs12HoldsTheCertificateOfItsKey() {
        try (var password = OneTimePassword.random(HOME.random)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Pkcs12.write(HOME.rootKey, "Lamp", List.of(HOME.lamp("Desk lamp")), password));
        }
    }

    private static byte[] signature() {
        return HOME.authority.signDetached(
                MANIFEST, HOME.deviceKey, HOME.manifestSigner(), List.of(HOME.services.certificate()));
    }

    private static String[] verify(String content) {
        return new String[] {
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "MANIFEST.p7s",
            "-content",
            content,
            "-CAfile",
            "root.pem",
            "-purpose",
            "any",
            "-out",
            "verified"
        };
    }

    private static void assertRefused(DetachedCms.Verdict verdict) {
        assertInstanceOf(DetachedCms.Refused.class, verdict);
    }
}
