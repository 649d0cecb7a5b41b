package org.hearthkey.core.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.Peer.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What OpenSSL and GnuTLS think of one home. Certificates that no real issuer would sign are made here by going around
/// the rehearsal, to see that the peers refuse them.
class HierarchyPeersTest {
    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Certificate lamp;
    private static Certificate revoked;

    @BeforeAll
    static void makeTheHome() throws IOException {
        home = new SampleHome();
        lamp = home.lamp("Desk lamp");
        revoked = home.lamp("Lost lamp");
        home.write(folder, lamp, revoked.serial());
        write("revoked.pem", revoked);
        write("hub.pem", home.hub());
        write("signer.pem", home.manifestSigner());
        write(
                "foreign-name.pem",
                misissued(d -> d.withExtension(
                        CertificateExtensions.names(List.of(new DnsName("lock.security.home.arpa")), List.of()))));
        write(
                "foreign-unit.pem",
                misissued(
                        d -> d.withSubject(new X500Name("O=" + home.id + ",OU=zone security,CN=Lock,serialNumber=1"))));
    }

    @Test
    void opensslAcceptsEveryCertificateStrictlyWithEveryList() {
        opensslVerify("root.pem", "sslclient", "lamp.pem", "-untrusted", "lighting.pem")
                .accepts();
        opensslVerify("root.pem", "sslserver", "hub.pem", "-untrusted", "services.pem")
                .accepts();
        opensslVerify("root.pem", "any", "signer.pem", "-untrusted", "services.pem")
                .accepts();
        for (var issuer : List.of("root.pem", "services.pem", "lighting.pem", "security.pem")) {
            opensslVerify("root.pem", "any", issuer).accepts();
        }
    }

    @Test
    void opensslChecksTheHubsNames() {
        opensslVerify(
                        "root.pem",
                        "sslserver",
                        "hub.pem",
                        "-untrusted",
                        "services.pem",
                        "-verify_hostname",
                        "hub.home.arpa")
                .accepts();
        opensslVerify("root.pem", "sslserver", "hub.pem", "-untrusted", "services.pem", "-verify_ip", "192.168.1.2")
                .accepts();
        opensslVerify(
                        "root.pem",
                        "sslserver",
                        "hub.pem",
                        "-untrusted",
                        "services.pem",
                        "-verify_hostname",
                        "lamp.home.arpa")
                .refuses("hostname mismatch");
    }

    @Test
    void nothingServesForAnotherPurpose() {
        opensslVerify("root.pem", "sslserver", "lamp.pem", "-untrusted", "lighting.pem")
                .refuses("purpose");
        opensslVerify("root.pem", "sslclient", "hub.pem", "-untrusted", "services.pem")
                .refuses("purpose");
        opensslVerify("root.pem", "sslserver", "signer.pem", "-untrusted", "services.pem")
                .refuses("purpose");
        opensslVerify("root.pem", "sslclient", "signer.pem", "-untrusted", "services.pem")
                .refuses("purpose");
    }

    @Test
    void opensslRefusesTheRevoked() {
        opensslVerify("root.pem", "sslclient", "revoked.pem", "-untrusted", "lighting.pem")
                .refuses("certificate revoked");
        opensslVerify("lighting-twin.pem", "sslclient", "revoked.pem").refuses("certificate revoked");
    }

    /// E4: a listener that trusts a zone's twin lets in that zone's devices, by their leaf alone, and the list which
    /// was signed for the root-issued certificate holds.
    @Test
    void theTwinAcceptsItsOwnZoneOnly() {
        opensslVerify("lighting-twin.pem", "sslclient", "lamp.pem").accepts();
        opensslVerify("lighting-twin.pem", "sslclient", "lamp.pem", "-untrusted", "lighting.pem")
                .accepts();
        opensslVerify("security-twin.pem", "sslclient", "lamp.pem", "-untrusted", "lighting.pem")
                .refuses("unable to get");
    }

    /// E2, E4: both constraints hold in OpenSSL, under the root and under the twin.
    @Test
    void opensslRefusesNamesOutsideTheZone() {
        for (var misissued : List.of("foreign-name.pem", "foreign-unit.pem")) {
            opensslVerify("root.pem", "sslclient", misissued, "-untrusted", "lighting.pem")
                    .refuses("permitted subtree violation");
            opensslVerify("lighting-twin.pem", "sslclient", misissued).refuses("permitted subtree violation");
        }
    }

    @Test
    void opensslVerifiesEveryListUnderItsIssuerAndItsTwin() {
        var openssl = Peer.of("openssl", folder);
        for (var anchor : List.of("lighting.pem", "lighting-twin.pem")) {
            openssl.run("crl", "-noout", "-in", "lighting.crl.pem", "-CAfile", anchor)
                    .accepts()
                    .says("verify OK");
        }
        // OpenSSL 3.0 answers 0 here, too, so only its words count.
        openssl.run("crl", "-noout", "-in", "lighting.crl.pem", "-CAfile", "security.pem")
                .says("Error getting CRL issuer certificate");
        openssl.run("crl", "-noout", "-text", "-in", "lighting.crl.pem")
                .accepts()
                .says("Version 2")
                .says("X509v3 CRL Number")
                .says("Key Compromise")
                .says(revoked.serial().value().toString(16).toUpperCase(Locale.ROOT)); // without leading zeros
    }

    @Test
    void gnutlsAcceptsTheChains() throws IOException {
        var certtool = Peer.of("certtool", folder);
        write("hub-chain.pem", home.hub(), home.services.certificate(), home.root.certificate());
        for (var chain : List.of("lamp-chain.pem", "hub-chain.pem")) {
            certtool.run("--verify-chain", "--verify-profile", "medium", "--infile", chain)
                    .accepts();
        }
        certtool.run(
                        "--verify",
                        "--verify-profile",
                        "medium",
                        "--load-ca-certificate",
                        "lighting-twin.pem",
                        "--infile",
                        "lamp.pem")
                .accepts();
    }

    /// E2: GnuTLS looks at DNS names only, which is why both constraints are there.
    @Test
    void gnutlsRefusesAForeignDnsNameAndARevokedLamp() {
        var certtool = Peer.of("certtool", folder);
        certtool.run("--verify", "--load-ca-certificate", "lighting-twin.pem", "--infile", "foreign-name.pem")
                .refuses("violates the signer's constraints");
        certtool.run("--verify", "--load-ca-certificate", "security-twin.pem", "--infile", "lamp.pem")
                .refuses("issuer is unknown");
        certtool.run(
                        "--verify",
                        "--load-ca-certificate",
                        "lighting-twin.pem",
                        "--load-crl",
                        "lighting.crl.pem",
                        "--infile",
                        "revoked.pem")
                .refuses("revoked");
    }

    private static Answer opensslVerify(String anchor, String purpose, String certificate, String... more) {
        var arguments = Stream.concat(
                        Stream.of("verify", "-x509_strict", "-crl_check_all", "-CRLfile", "crl.pem", "-CAfile", anchor),
                        Stream.concat(
                                Stream.of("-purpose", purpose), Stream.concat(Stream.of(more), Stream.of(certificate))))
                .toArray(String[]::new);
        return Peer.of("openssl", folder).run(arguments);
    }

    /// What the lighting issuer would sign if its key were in the wrong hands.
    private static Certificate misissued(UnaryOperator<Draft> change) {
        var draft = new Profiles(home.id, home.random)
                .leaf(
                        Profiles.subjectOf(home.lighting.certificate()),
                        home.device("Bad lamp", SampleHome.LIGHTING, home.deviceKey.publicKey()));
        return change.apply(draft).signedBy(home.lightingKey);
    }

    private static void write(String name, Certificate... certificates) throws IOException {
        SampleHome.write(folder, name, certificates);
    }
}
