package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An issuer whose key OpenSSL has: what it issues inside its fence passes everywhere, what it issues outside nowhere.
class IntermediatePeersTest {
    private static final ZoneName WORKSHOP = new ZoneName("workshop");

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Certificate workshop;

    @BeforeAll
    static void certifyIt() throws IOException {
        home = new SampleHome();
        workshop = certify("workshop", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        SampleHome.write(folder, "root.pem", home.root.certificate());
        SampleHome.write(folder, "workshop.pem", workshop);
        issue("inside", "printer.workshop.home.arpa", "OU=intermediate workshop", "critical,CA:FALSE");
        issue("other-name", "lock.security.home.arpa", "OU=intermediate workshop", "critical,CA:FALSE");
        issue("other-unit", "printer.workshop.home.arpa", "OU=zone security", "critical,CA:FALSE");
        issue("issuer", "sub.workshop.home.arpa", "OU=intermediate workshop", "critical,CA:TRUE");
    }

    private static Certificate certify(String name, String... key) throws IOException {
        var arguments = new ArrayList<>(List.of("req", "-new", "-nodes", "-newkey"));
        arguments.addAll(List.of(key));
        arguments.addAll(List.of("-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=Anything"));
        Peer.of("openssl", folder).run(arguments.toArray(String[]::new)).accepts();
        var request = CertificateRequest.parse(Files.readAllBytes(folder.resolve(name + ".csr")))
                .orElseThrow();
        return home.authority.signIntermediate(
                home.root.certificate(), home.rootKey, WORKSHOP, request.publicKey(), Period.ofYears(5));
    }

    private static void issue(String name, String dns, String unit, String constraints) throws IOException {
        Files.writeString(folder.resolve(name + ".ext"), """
            basicConstraints=%s
            keyUsage=critical,%s
            subjectAltName=DNS:%s
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            """.formatted(
                        constraints, constraints.contains("TRUE") ? "keyCertSign,cRLSign" : "digitalSignature", dns));
        var openssl = Peer.of("openssl", folder);
        openssl.run(
                        "req",
                        "-new",
                        "-nodes",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-keyout",
                        name + ".key",
                        "-out",
                        name + ".csr",
                        "-subj",
                        "/O=" + home.id + "/" + unit + "/CN=" + name)
                .accepts();
        openssl.run(
                        "x509",
                        "-req",
                        "-in",
                        name + ".csr",
                        "-CA",
                        "workshop.pem",
                        "-CAkey",
                        "workshop.key",
                        "-days",
                        "30",
                        "-extfile",
                        name + ".ext",
                        "-set_serial",
                        "0x1234567890abcdef1234567890abcd",
                        "-out",
                        name + ".pem")
                .accepts();
    }

    private static Certificate read(String name) throws IOException, CertificateException {
        return Certificate.read(Files.readAllBytes(folder.resolve(name + ".pem")));
    }

    @Test
    void lintHasNothingAgainstIt() {
        assertEquals(List.of(), Lint.certificate(workshop));
        assertEquals(0, workshop.x509().getBasicConstraints());
        assertTrue(workshop.x509().getCriticalExtensionOIDs().contains("2.5.29.30"));
        assertTrue(!workshop.notAfter().isAfter(home.root.certificate().notAfter()));
    }

    @Test
    void anRsaKeyIsCertifiedToo() throws IOException {
        assertEquals(List.of(), Lint.certificate(certify("rsa", "rsa:3072")));
    }

    @Test
    void whatItIssuesInsideItsFencePassesEverywhere() throws Exception {
        openssl("inside").accepts();
        Files.writeString(
                folder.resolve("inside-chain.pem"),
                read("inside").pem() + workshop.pem() + home.root.certificate().pem());
        Peer.of("certtool", folder)
                .run("--verify-chain", "--verify-profile", "medium", "--infile", "inside-chain.pem")
                .accepts();
        assertEquals(
                Optional.empty(),
                new Chain(read("inside"), workshop)
                        .complaint(home.root.certificate(), read("inside").notBefore()));
    }

    @ParameterizedTest
    @CsvSource({
        "other-name,permitted subtree violation,INVALID_NAME",
        "other-unit,permitted subtree violation,INVALID_NAME",
    })
    void whatItIssuesOutsideIsRefused(String leaf, String openssl, String jdk) throws Exception {
        openssl(leaf).refuses(openssl);
        assertEquals(
                Optional.of(jdk),
                new Chain(read(leaf), workshop)
                        .complaint(home.root.certificate(), read(leaf).notBefore())
                        .map(Chain.Complaint::reason));
    }

    @Test
    void gnutlsRefusesAForeignName() throws Exception {
        Files.writeString(
                folder.resolve("other-chain.pem"),
                read("other-name").pem()
                        + workshop.pem()
                        + home.root.certificate().pem());
        Peer.of("certtool", folder)
                .run("--verify-chain", "--infile", "other-chain.pem")
                .refuses("violates the signer's constraints");
    }

    @Test
    void anIssuerBelowItIsRefused() throws IOException {
        // An issuer may stand at the end of a chain; only what it signs is too deep.
        openssl("issuer").accepts();
        Files.writeString(
                folder.resolve("deep.ext"),
                "basicConstraints=critical,CA:FALSE\nsubjectAltName="
                        + "DNS:deep.workshop.home.arpa\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");
        Peer.of("openssl", folder)
                .run(
                        "x509",
                        "-req",
                        "-in",
                        "inside.csr",
                        "-CA",
                        "issuer.pem",
                        "-CAkey",
                        "issuer.key",
                        "-set_serial",
                        "0x2234567890abcdef1234567890abcd",
                        "-extfile",
                        "deep.ext",
                        "-out",
                        "deep.pem")
                .accepts();
        Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "workshop.pem",
                        "-untrusted",
                        "issuer.pem",
                        "deep.pem")
                .refuses("path length");
    }

    @Test
    void onlyTheRootsKeySigns() {
        assertThrows(
                IllegalArgumentException.class,
                () -> home.authority.signIntermediate(
                        home.root.certificate(),
                        home.lightingKey,
                        WORKSHOP,
                        home.deviceKey.publicKey(),
                        Period.ofYears(1)));
    }

    private static Peer.Answer openssl(String leaf) {
        return Peer.of("openssl", folder)
                .run("verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted", "workshop.pem", leaf + ".pem");
    }
}
