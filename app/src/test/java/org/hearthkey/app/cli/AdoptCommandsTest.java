package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Authorities that OpenSSL and easy-rsa really made, one that XCA made, and one in the form of step-ca.
class AdoptCommandsTest {
    private static final String BUNDLE = "usb/hearthkey/";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void liveInThePresent() {
        shell = new Shell(folder).later(Instant.now()); // what the other programs make begins now
    }

    private Peer.Answer openssl(String... arguments) {
        return Peer.of("openssl", folder).run(arguments);
    }

    /// A folder as the manual of `openssl ca` has it, with two certificates, one of them revoked.
    private void makeOpensslCa(String hash, String rootExtensions, String... key) throws IOException {
        Files.createDirectories(shell.path("ca/private"));
        Files.createDirectories(shell.path("ca/newcerts"));
        shell.file("ca/index.txt", "");
        shell.file("ca/serial", "0A\n");
        shell.file("ca/crlnumber", "FFFFFFFFFF\n");
        shell.file("ca.cnf", """
            [ca]
            default_ca = d
            [d]
            dir = ca
            database = ca/index.txt
            new_certs_dir = ca/newcerts
            serial = ca/serial
            crlnumber = ca/crlnumber
            certificate = ca/cacert.pem
            private_key = ca/private/cakey.pem
            default_md = sha256
            default_days = 3000
            default_crl_days = 30
            policy = p
            x509_extensions = leaf
            crl_extensions = crl
            [p]
            commonName = supplied
            [crl]
            authorityKeyIdentifier = keyid
            [leaf]
            basicConstraints = critical,CA:FALSE
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            [root]
            %s
            subjectKeyIdentifier = hash
            [req]
            distinguished_name = dn
            [dn]
            """.formatted(rootExtensions));
        var make = new ArrayList<>(List.of("req", "-x509", "-new", "-config", "ca.cnf", "-extensions", "root"));
        make.addAll(List.of("-" + hash, "-days", "7000", "-subj", "/O=Old House/CN=Old Root"));
        make.addAll(List.of("-passout", "pass:an old passphrase", "-keyout", "ca/private/cakey.pem"));
        make.addAll(List.of("-out", "ca/cacert.pem", "-newkey"));
        make.addAll(List.of(key));
        openssl(make.toArray(String[]::new)).accepts();
        for (var name : List.of("lamp", "lost")) {
            openssl(
                            "req",
                            "-new",
                            "-config",
                            "ca.cnf",
                            "-nodes",
                            "-newkey",
                            "rsa:2048",
                            "-subj",
                            "/CN=" + name,
                            "-keyout",
                            name + ".key",
                            "-out",
                            name + ".csr")
                    .accepts();
            ca("-batch", "-notext", "-in", name + ".csr", "-out", name + ".pem");
        }
        ca("-revoke", "lost.pem", "-crl_reason", "keyCompromise");
        ca("-gencrl", "-out", "ca/crl.pem");
        shell.secretFile("old-passphrase", "an old passphrase");
        shell.later(Instant.now());
    }

    private void ca(String... arguments) {
        var command = new ArrayList<>(List.of("ca", "-config", "ca.cnf", "-passin", "pass:an old passphrase"));
        command.addAll(List.of(arguments));
        openssl(command.toArray(String[]::new)).accepts();
    }

    private Shell.Answer importRoot(String place, String... more) {
        var command =
                new ArrayList<>(List.of("root", "import", shell.path(place).toString(), "--name", "Maple", "--json"));
        command.addAll(
                List.of("--key-passphrase-file", shell.path("old-passphrase").toString()));
        command.addAll(List.of(more));
        return shell.root(command.toArray(String[]::new));
    }

    private void export() throws IOException {
        Files.createDirectories(shell.path("usb"));
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        shell.bare("bundle", "verify", shell.path("usb").toString()).exits(0);
    }

    private void requireWorkingBelow(String oldLeaf, String oldRevoked, String root) throws IOException {
        Things.approve(shell, "Desk lamp", "lighting");
        export();
        openssl(
                        "verify",
                        "-crl_check_all",
                        "-CAfile",
                        BUNDLE + root,
                        "-CRLfile",
                        BUNDLE + "crl-all.pem",
                        "-untrusted",
                        BUNDLE + "zones/lighting/issuer.pem",
                        "Desk lamp-cert.pem")
                .accepts();
        openssl("verify", "-crl_check", "-CAfile", BUNDLE + root, "-CRLfile", BUNDLE + "root-crl.pem", oldLeaf)
                .accepts();
        openssl("verify", "-crl_check", "-CAfile", BUNDLE + root, "-CRLfile", BUNDLE + "root-crl.pem", oldRevoked)
                .refuses("certificate revoked");
        Peer.of("certtool", folder)
                .run("--verify", "--load-ca-certificate", BUNDLE + root, "--infile", "Desk lamp-chain.pem")
                .accepts();
    }

    @Test
    void aRootOfOpensslGoesOnWithItsNumbersAndRevocations() throws IOException {
        makeOpensslCa(
                "sha256",
                "basicConstraints=critical,CA:TRUE,pathlen:1\nkeyUsage=critical,keyCertSign,cRLSign",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-384");
        var made = importRoot("ca").exits(0);
        assertEquals("openssl", made.json().get("source").stringValue());
        assertEquals(List.of("adopt.counted"), made.findings());
        requireWorkingBelow("lamp.pem", "lost.pem", "root.pem");
        // The last one there was FFFFFFFFFF, which no clock in seconds reaches.
        openssl("crl", "-in", BUNDLE + "root-crl.pem", "-noout", "-crlnumber").says("0x010000000000");
        openssl("crl", "-in", BUNDLE + "root-crl.pem", "-noout", "-text").says("Key Compromise");
        var serial = shell.run("adopted", "list", "--json")
                .json()
                .get(0)
                .get("serial")
                .stringValue();
        shell.root("adopted", "revoke", serial, "--reason", "superseded").exits(0);
        shell.root("adopted", "revoke", serial, "--reason", "superseded").exits(1);
        export();
        openssl("verify", "-crl_check", "-CAfile", BUNDLE + "root.pem", "-CRLfile", BUNDLE + "root-crl.pem", "lamp.pem")
                .refuses("certificate revoked");
        shell.run("journal", "verify").exits(0);
        shell.run("home", "verify").exits(0);
    }

    @Test
    void whatIsWeakIsToldAndTheKeyOfRsaSigns() throws IOException {
        makeOpensslCa("sha1", "basicConstraints=CA:TRUE", "rsa:2048");
        Files.delete(shell.path("ca/crlnumber"));
        Files.delete(shell.path("ca/crl.pem"));
        assertEquals(
                List.of(
                        "key.legacy",
                        "adopt.weak-hash",
                        "adopt.no-path-length",
                        "adopt.no-list-number",
                        "adopt.counted"),
                importRoot("ca").exits(0).findings());
        requireWorkingBelow("lamp.pem", "lost.pem", "root.pem");
    }

    @Test
    void refusesWhatItCouldNotVerifyAndMakesNothing() throws IOException {
        makeOpensslCa("sha256", "basicConstraints=critical,CA:TRUE,pathlen:0", "rsa:1024");
        assertEquals(
                List.of("key.weak", "adopt.no-room", "adopt.counted"),
                importRoot("ca").exits(1).findings());
        shell.file("ca/index.txt", "V\tnot a date\t\t01\tunknown\t/CN=x\n");
        assertEquals(List.of("adopt.bad-index"), importRoot("ca").exits(1).findings());
        assertEquals(
                List.of("adopt.no-certificate"),
                importRoot("ca/newcerts").exits(1).findings());
        importRoot("nowhere").exits(5);
        assertFalse(Files.exists(shell.home()));
    }

    @Test
    void aWrongPassphraseOpensNothing() throws IOException {
        makeOpensslCa("sha256", "basicConstraints=critical,CA:TRUE", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        shell.secretFile("old-passphrase", "another passphrase");
        importRoot("ca").exits(3);
        shell.secretFile("old-passphrase", "an old passphrase");
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "ca/private/cakey.pem")
                .accepts();
        assertEquals(List.of("adopt.key-differs"), importRoot("ca").exits(1).findings());
        assertFalse(Files.exists(shell.home()));
    }

    @Test
    void whatForbidsTheNamesOfTheHomeIsNotTakenOver() throws IOException {
        makeOpensslCa(
                "sha256",
                "basicConstraints=critical,CA:TRUE\nnameConstraints=critical,permitted;DNS:example.org",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256");
        assertTrue(importRoot("ca").exits(1).findings().contains("adopt.root-constrained"));
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting")
                .exits(0);
        var old = shell.path("old-passphrase").toString();
        assertEquals(
                List.of("adopt.unfit"),
                shell.root("zone", "import", "vpn", shell.path("ca").toString(), "--key-passphrase-file", old, "--json")
                        .exits(1)
                        .findings());
        assertEquals(1, shell.run("zone", "list", "--json").json().size());
    }

    @Test
    void theDevicesOfAnAdoptedZoneGoOn() throws IOException {
        makeEasyRsa();
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting")
                .exits(0);
        var made = shell.root("zone", "import", "vpn", shell.path("easy").toString(), "--json")
                .exits(0);
        assertEquals(
                List.of(
                        "key.legacy",
                        "adopt.no-path-length",
                        "adopt.no-constraints",
                        "adopt.no-list-number",
                        "adopt.counted"),
                made.findings());
        Things.approve(shell, "New phone", "vpn");
        export();
        // The anchor is what it was: easy-rsa names the issuer by its serial number as well.
        openssl(
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        BUNDLE + "zones/vpn/anchor.pem",
                        "-CRLfile",
                        BUNDLE + "zones/vpn/crl.pem",
                        "easy/pki/issued/lamp.crt")
                .accepts();
        openssl(
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        BUNDLE + "zones/vpn/anchor.pem",
                        "-CRLfile",
                        BUNDLE + "zones/vpn/crl.pem",
                        "New phone-cert.pem")
                .accepts();
        openssl(
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        BUNDLE + "root.pem",
                        "-untrusted",
                        BUNDLE + "zones/vpn/issuer.pem",
                        "New phone-cert.pem")
                .accepts();
        var lost = shell.path("easy/pki/revoked/certs_by_serial");
        try (var revoked = Files.list(lost)) {
            openssl(
                            "verify",
                            "-crl_check",
                            "-CAfile",
                            BUNDLE + "zones/vpn/anchor.pem",
                            "-CRLfile",
                            BUNDLE + "zones/vpn/crl.pem",
                            revoked.findFirst().orElseThrow().toString())
                    .refuses("certificate revoked");
        }
        var serial = shell.run("adopted", "list", "--json")
                .json()
                .get(0)
                .get("serial")
                .stringValue();
        shell.run("adopted", "revoke", serial, "--reason", "keyCompromise").exits(0);
        export();
        openssl(
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        BUNDLE + "zones/vpn/anchor.pem",
                        "-CRLfile",
                        BUNDLE + "zones/vpn/crl.pem",
                        "easy/pki/issued/lamp.crt")
                .refuses("certificate revoked");
        assertEquals(
                List.of("key.duplicate"),
                shell
                        .root("zone", "import", "again", shell.path("easy").toString(), "--json")
                        .exits(1)
                        .findings()
                        .stream()
                        .filter(code -> code.startsWith("key.dup"))
                        .toList());
    }

    private void makeEasyRsa() throws IOException {
        Files.createDirectories(shell.path("easy"));
        var easy = Peer.of("/usr/share/easy-rsa/easyrsa", shell.path("easy")).with("EASYRSA_BATCH", "1");
        easy.run("init-pki").accepts();
        easy.run("build-ca", "nopass").accepts();
        easy.run("build-client-full", "lamp", "nopass").accepts();
        easy.run("build-client-full", "lost", "nopass").accepts();
        easy.run("revoke", "lost").accepts();
        easy.run("gen-crl").accepts();
        shell.later(Instant.now());
    }

    @Test
    void takesOverAnIntermediateOfStepCa() throws IOException {
        makeOpensslCa(
                "sha256", "basicConstraints=critical,CA:TRUE,pathlen:1", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        Files.createDirectories(shell.path("step/certs"));
        Files.createDirectories(shell.path("step/secrets"));
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "plain.key")
                .accepts();
        openssl(
                        "ec",
                        "-in",
                        "plain.key",
                        "-aes256",
                        "-passout",
                        "pass:an old passphrase",
                        "-out",
                        "step/secrets/intermediate_ca_key")
                .accepts();
        openssl(
                        "req",
                        "-new",
                        "-key",
                        "plain.key",
                        "-subj",
                        "/O=Smallstep/CN=Smallstep Intermediate CA",
                        "-out",
                        "step.csr")
                .accepts();
        shell.file("step.ext", """
            basicConstraints=critical,CA:TRUE,pathlen:0
            keyUsage=critical,keyCertSign,cRLSign
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            """);
        openssl(
                        "x509",
                        "-req",
                        "-in",
                        "step.csr",
                        "-CA",
                        "ca/cacert.pem",
                        "-CAkey",
                        "ca/private/cakey.pem",
                        "-passin",
                        "pass:an old passphrase",
                        "-extfile",
                        "step.ext",
                        "-days",
                        "3000",
                        "-set_serial",
                        "77",
                        "-out",
                        "step/certs/intermediate_ca.crt")
                .accepts();
        shell.later(Instant.now());
        assertTrue(
                Files.readString(shell.path("step/secrets/intermediate_ca_key")).contains("ENCRYPTED"));
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting")
                .exits(0);
        var made = shell.root(
                        "zone",
                        "import",
                        "workshop",
                        shell.path("step").toString(),
                        "--key-passphrase-file",
                        shell.path("old-passphrase").toString(),
                        "--json")
                .exits(0);
        assertEquals(
                List.of("adopt.no-constraints", "adopt.no-list-number", "adopt.issued-unknown", "adopt.counted"),
                made.findings());
        Things.approve(shell, "Printer", "workshop");
        export();
        openssl("verify", "-x509_strict", "-CAfile", BUNDLE + "zones/workshop/anchor.pem", "Printer-cert.pem")
                .accepts();
    }

    @Test
    void takesOverTheDatabaseOfXca() throws Exception {
        makeXca();
        shell.secretFile("old-passphrase", "opensesame");
        var made = importRoot("old.xdb").exits(0);
        assertEquals("xca", made.json().get("source").stringValue());
        assertTrue(made.findings().contains("adopt.counted"));
        var listed = shell.run("adopted", "list", "--json").json();
        assertEquals(2, listed.size());
        assertEquals("keyCompromise", listed.get(0).get("reason").stringValue());
        export();
        openssl("crl", "-in", BUNDLE + "root-crl.pem", "-noout", "-text")
                .says("78C7F0581930507C05B30646CA932207122BE9C4");
        shell.secretFile("old-passphrase", "open barley");
        Files.delete(shell.home());
        importRoot("old.xdb").exits(3);
        assertEquals(
                List.of("adopt.no-key"),
                importRoot("old.xdb", "--authority", "Other").exits(1).findings());
        shell.file("old.xdb", "no database");
        assertEquals(
                List.of("adopt.bad-database"), importRoot("old.xdb").exits(1).findings());
    }

    /// A dump of what XCA 2.4 wrote when it took in a root with its key and two certificates; one is revoked here.
    private void makeXca() throws IOException, SQLException {
        try (var sql = Objects.requireNonNull(AdoptCommandsTest.class.getResourceAsStream("xca-2.4.sql"));
                var connection = DriverManager.getConnection("jdbc:sqlite:" + shell.path("old.xdb"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(new String(sql.readAllBytes(), UTF_8));
            statement.executeUpdate("INSERT INTO revocations(caId, serial, date, reasonBit)"
                    + " VALUES (2, '78C7F0581930507C05B30646CA932207122BE9C4', '20261129100500Z', 1)");
        }
    }
}
