package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hub makes of a manifest's second signature. OpenSSL verifies it from 3.5 on; where a test needs that, the JDK
/// stands in for it, with the words and options of OpenSSL.
class HubSecondSignatureTest {
    private static final String NOT_VERIFIED = "The second signature of the bundle was not verified";
    private static final String ORDERS_NOT_VERIFIED = "The second signature of the orders was not verified";
    private static final String NOT_BY_OURS = "is not by this home's second signer";
    private static final String VERIFY = """
        import java.nio.file.*;
        import java.security.*;
        import java.security.spec.*;
        class Verify {
            public static void main(String[] named) throws Exception {
                var key = KeyFactory.getInstance("ML-DSA-65")
                        .generatePublic(new X509EncodedKeySpec(Files.readAllBytes(Path.of(named[0]))));
                var verifier = Signature.getInstance("ML-DSA-65");
                verifier.initVerify(key);
                verifier.update(Files.readAllBytes(Path.of(named[1])));
                boolean good = verifier.verify(Files.readAllBytes(Path.of(named[2])));
                System.out.println(good ? "Signature Verified Successfully" : "Signature Verification Failure");
                System.exit(good ? 0 : 1);
            }
        }
        """;
    /// `VERSION`, `JAVA` and `FOLDER` are put in.
    private static final String OPENSSL = """
        case $1 in
            version) echo 'OpenSSL VERSION'; exit ;;
            pkeyutl) ;;
            *) exec /usr/bin/openssl "$@" ;;
        esac
        shift
        echo "$*" >>FOLDER/pkeyutl
        while [ $# -gt 0 ]; do
            case $1 in
                -verify | -rawin | -pubin) options="${options:-} $1" ;;
                -keyform) [ "$2" = DER ] || exit 2; shift ;;
                -inkey) key=$2; shift ;;
                -in) in=$2; shift ;;
                -sigfile) signature=$2; shift ;;
                *) exit 2 ;;
            esac
            shift
        done
        [ "$options" = ' -verify -rawin -pubin' ] || exit 2
        exec JAVA FOLDER/Verify.java "$key" "$in" "$signature"
        """;

    private static HubHome home;

    @TempDir
    Path folder;

    private HubMachine hub;

    @BeforeAll
    static void makeHome() {
        home = new HubHome();
    }

    @BeforeEach
    void makeHub() throws IOException {
        hub = new HubMachine(folder).setUp(home);
    }

    private void openssl(String version) throws IOException {
        Files.writeString(folder.resolve("Verify.java"), VERIFY);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        hub.tool(
                "openssl",
                OPENSSL.replace("VERSION", version).replace("JAVA", java).replace("FOLDER", folder.toString()));
    }

    private HubBundle bundle(long number) throws IOException {
        return HubBundle.of(home, number, hub.proberKey());
    }

    /// Signed by this one in place of the home's second signer.
    private void writeSignedBy(MlDsaKey key, HubBundle bundle) throws IOException {
        var manifest = bundle.manifest();
        bundle.write(hub.stick, manifest, new ManifestSignatures(home.signManifest(manifest), key.sign(manifest)));
    }

    private static MlDsaKey another() {
        return MlDsaKey.generate(new SecureRandom());
    }

    private Path pinned() {
        return hub.state.resolve("manifest-key.der");
    }

    private void refused(String sentence) throws IOException {
        hub.take().refuses(sentence).says("Nothing was changed");
        hub.receipt().says("state", "refused").says("why", "signature");
    }

    @Test
    void withOpenSsl35ItIsVerifiedAndItsKeyRemembered() throws IOException {
        openssl("3.5.4 30 Sep 2025 (Library: OpenSSL 3.5.4 30 Sep 2025)");
        var taken = hub.take().accepts().says("Bundle 1 is taken.");
        assertFalse(taken.text().contains(NOT_VERIFIED), taken.text());
        assertArrayEquals(MlDsaKey.spki(home.second.publicKey()), Files.readAllBytes(pinned()));
        bundle(2).write(hub.stick);
        hub.take().accepts().says("Bundle 2 is taken.");
        assertFalse(hub.run("status").accepts().text().contains(NOT_VERIFIED));
        hub.receipt().says("secondSignature", "verified");
    }

    @Test
    void aForgedOneIsRefusedAlreadyAtTheFirstTake() throws IOException {
        openssl("3.10.1 1 Jan 2029");
        try (var other = another()) {
            writeSignedBy(other, bundle(1));
        }
        hub.take().refuses("The second signature of the bundle " + NOT_BY_OURS).says("Nothing was changed");
        assertFalse(Files.exists(pinned()));
    }

    @Test
    void anotherKeyThanTheRememberedOneIsRefusedUntilItIsAcceptedDeliberately() throws IOException {
        openssl("4.0.0 1 Apr 2026");
        hub.take().accepts();
        try (var other = another()) {
            writeSignedBy(other, bundle(2).secondKey(other));
            refused("another second signer");
            hub.take().refuses(Fingerprint.of(MlDsaKey.spki(other.publicKey())).hex());
            Files.delete(pinned());
            hub.take().accepts().says("Bundle 2 is taken.");
            assertArrayEquals(MlDsaKey.spki(other.publicKey()), Files.readAllBytes(pinned()));
        }
    }

    @Test
    void anOlderOpenSslGoesByTheFirstSignatureAndSaysSo() throws IOException {
        openssl("3.4.9 1 Jan 2027");
        hub.take().accepts().says("Bundle 1 is taken.").says(NOT_VERIFIED).says("this is OpenSSL 3.4.9");
        assertFalse(Files.exists(folder.resolve("pkeyutl")));
        hub.run("status").accepts().says(NOT_VERIFIED);
        hub.receipt().says("secondSignature", "unverified");
        try (var other = another()) {
            writeSignedBy(other, bundle(2).secondKey(other));
        }
        refused("another second signer");
    }

    /// What was not verified when it was taken is not by a newer OpenSSL, nor by releasing lists or taking it once more.
    @Test
    void itStaysUnverifiedUntilTheNextBundle() throws IOException {
        openssl("3.4.9 1 Jan 2027");
        hub.take().accepts();
        openssl("3.5.4 30 Sep 2025");
        hub.take().accepts().says("Bundle 1 is already taken.");
        hub.receipt().says("secondSignature", "unverified");
        hub.run("status").accepts().says("was not verified when it was taken");
        hub.clock(home.inDays(28)).run("release").accepts().says("The lists that were due are in force.");
        kept().says("secondSignature", "unverified");
        obey(bundle(7).urgent()).accepts();
        kept().says("secondSignature", "unverified");
        bundle(8).write(hub.stick);
        hub.take().accepts();
        hub.receipt().says("secondSignature", "verified");
    }

    @Test
    void itStaysVerifiedWhenListsAreReleasedUntilOrdersWereNot() throws IOException {
        openssl("3.5.4 30 Sep 2025");
        hub.take().accepts();
        hub.clock(home.inDays(28)).run("release").accepts().says("The lists that were due are in force.");
        kept().says("secondSignature", "verified");
        obey(bundle(7).urgent()).accepts();
        kept().says("secondSignature", "verified");
        openssl("3.4.9 1 Jan 2027");
        obey(bundle(8).urgent()).accepts();
        kept().says("secondSignature", "unverified");
    }

    @Test
    void aBundleWithoutItIsRefused() throws IOException {
        Files.delete(hub.stick.resolve("hearthkey/MANIFEST.mld"));
        hub.take().refuses("one of its two signatures cannot be read");
        // Who signed it, no bundle tells yet.
        var receipt = Files.readAllBytes(hub.stick.resolve("hearthkey-receipts/hub.p7m"));
        HubReceipt.read(AttachedCms.unproven(receipt).orElseThrow().bytes())
                .says("bundleNumber", 0L)
                .says("secondSignature", "");
    }

    private HubReceipt kept() throws IOException {
        return hub.receipt(hub.state.resolve("receipt.p7m"));
    }

    /// With the OpenSSL of this machine, whichever it is, it is either verified or said.
    @Test
    void theOpenSslOfThisMachineVerifiesItOrSaysThatItCannot() throws IOException {
        var version = Peer.of("openssl", folder).run("version").accepts().text();
        var taken = hub.take().accepts().says("Bundle 1 is taken.").text();
        var old = version.matches("(?s).*OpenSSL 3\\.[0-4]\\..*");
        assertEquals(old, taken.contains(NOT_VERIFIED), version + taken);
    }

    private Peer.Answer obey(byte[] message) throws IOException {
        Files.write(folder.resolve("orders.p7m"), message);
        return hub.run("obey", "orders.p7m");
    }

    private void ordersRefused(String sentence, byte[] message) throws IOException {
        var before = hub.inForce();
        obey(message).refuses(sentence).says("the servers go on with bundle 1");
        assertEquals(before, hub.inForce());
    }

    @Test
    void ordersAreObeyedOnlyWithTheSignatureOfTheRememberedSigner() throws IOException {
        openssl("3.5.4 30 Sep 2025 (Library: OpenSSL 3.5.4 30 Sep 2025)");
        hub.take().accepts();
        var text = bundle(7).urgentText();
        try (var other = another()) {
            ordersRefused(NOT_BY_OURS, home.signOrders(text, other.sign(text)));
        }
        ordersRefused(
                NOT_BY_OURS, home.signOrders(text, home.second.sign(bundle(8).urgentText())));
        ordersRefused(NOT_BY_OURS, home.signOrders(text, new byte[0]));
        var obeyed = obey(home.signOrders(text)).accepts().says("Orders 7 are obeyed");
        assertFalse(obeyed.text().contains(ORDERS_NOT_VERIFIED), obeyed.text());
    }

    /// A run that was killed before it kept the key, and a bundle of a time when none was signed twice.
    @Test
    void theKeyOfOrdersIsThatOfTheBundleInForceWhereItWasNotKept() throws IOException {
        openssl("3.5.4 30 Sep 2025");
        hub.take().accepts();
        Files.delete(pinned());
        var text = bundle(7).urgentText();
        try (var other = another()) {
            ordersRefused(NOT_BY_OURS, home.signOrders(text, other.sign(text)));
        }
        obey(home.signOrders(text)).accepts();
        Files.delete(hub.state.resolve("bundles/1+7/manifest-key.der"));
        obey(bundle(8).urgent()).refuses("Take the newest bundle first");
    }

    @Test
    void anOlderOpenSslObeysByTheFirstSignatureAndSaysSo() throws IOException {
        openssl("3.4.9 1 Jan 2027");
        hub.take().accepts();
        obey(bundle(7).urgent())
                .accepts()
                .says("Orders 7 are obeyed")
                .says(ORDERS_NOT_VERIFIED)
                .says("this is OpenSSL 3.4.9");
        assertFalse(Files.exists(folder.resolve("pkeyutl")));
    }

    /// Who forges the first signature has only what the second signer has signed.
    @Test
    void aSignatureOfOneCannotBeUsedForTheOther() throws IOException {
        openssl("3.5.4 30 Sep 2025");
        hub.take().accepts();
        var second = bundle(2);
        var manifest = second.manifest();
        var text = bundle(7).urgentText();
        ordersRefused(NOT_BY_OURS, home.signOrders(text, home.second.sign(manifest)));
        ordersRefused("This is no message of orders", home.signOrders(manifest));
        second.write(hub.stick, manifest, new ManifestSignatures(home.signManifest(manifest), home.second.sign(text)));
        refused("The second signature of the bundle " + NOT_BY_OURS);
        second.write(hub.stick, text, home.signBundle(text));
        hub.take().refuses("manifest is damaged or is none of Hearthkey's");
    }
}
