package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fingerprints of keys that are no certificate's, and addresses of web pages.
class NamingCodesTest {
    private static final String DIGITS = "7E0A9E6E3F2E6B1D4C5B6A79887766554433221F";

    @Test
    void surviveAnyChange() {
        int openPgp = Mutations.survive("openpgp4fpr", random -> "OPENPGP4FPR:" + Mutations.hex(random, 20));
        int ssh = Mutations.survive("ssh-fingerprint", NamingCodesTest::ssh);
        int url = Mutations.survive(
                "url",
                random -> "https://example.com:" + (1 + random.nextInt(70_000)) + "/setup?t=" + random.nextInt());
        assertTrue(openPgp < 2_000 && ssh < 4_000 && url > 100, openPgp + " " + ssh + " " + url);
    }

    @Test
    void readWhatWasWritten() {
        var random = new Random(20261123);
        for (int i = 0; i < 1_000; i++) {
            var ssh = ssh(random);
            byte[] digest = HexFormat.of().parseHex(((SshCode) read(ssh)).digest());
            assertEquals(ssh, "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
        }
    }

    @Test
    void bindAKeyThatNoCertificateHas() {
        for (var text : List.of("OPENPGP4FPR:" + DIGITS, ssh(new Random(1)))) {
            assertEquals(Proof.BINDS_KEY, read(text).proof());
            assertEquals(Optional.empty(), read(text).keyHash());
            assertEquals(Mark.Sort.KEY_PART, read(text).marks().getFirst().sort());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openpgp4fpr:0x7E0A9E6E3F2E6B1D4C5B6A79887766554433221F",
                "openpgp4fpr:4433221F",
                "openpgp4fpr:887766554433221F",
                "openpgp4fpr:7E0A9E6E3F2E6B1D4C5B6A79887766554433221",
                "openpgp4fpr:7E0A 9E6E  3F2E 6B1D 4C5B 6A79 8877 6655 4433 221F",
                "openpgp4fpr: 7E0A9E6E3F2E6B1D4C5B6A79887766554433221F",
                "openpgp4fpr:7E0A9E6E 3F2E6B1D 4C5B6A79 88776655 4433221F",
                "SHA256:Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Z",
                "SHA256:Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78",
                "SHA256:Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa7_Y",
                "SHA1:hvfkN/qlp/zhXR3cuerq6jd2Z7g",
                "MD5:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa"
            })
    void refuseShortHashesAndOtherSpellings(String text) {
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(text));
    }

    @Test
    void readsBothLengthsOfAnOpenPgpFingerprint() {
        assertEquals(4, read("openpgp4fpr:" + DIGITS).identity().get("v"));
        assertEquals(
                6,
                read("openpgp4fpr:" + DIGITS + DIGITS.substring(0, 24))
                        .identity()
                        .get("v"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://example.com, example.com, -",
                "HTTPS://EXAMPLE.COM/A, example.com, -",
                "http://192.0.2.7/, 192.0.2.7, -",
                "http://[2001:db8::1]:8080/, [2001:db8::1], -",
                "https://bank.example@thief.example/, thief.example, url-user",
                "https://@thief.example/, thief.example, url-user",
                "https://a.example:443@b.example:444/x@y, b.example, url-user",
                "https://xn--pple-43d.com/, xn--pple-43d.com, url-look-alike",
                "https://www.XN--pple-43d.com./, www.xn--pple-43d.com., url-look-alike",
                "https://example.com?x=https://other.example/, example.com, -",
                "https://example.com#@other.example, example.com, -"
            })
    void showsTheHostOfAWebAddress(String text, String host, String warning) {
        var code = read(text);
        assertEquals(host, code.identity().get("host"));
        assertEquals(
                warning == null ? List.of() : List.of(warning),
                code.warnings().stream().map(Warning::code).toList());
        assertEquals(Proof.NAMES_ONLY, code.proof());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:///x",
                "https://.example",
                "https://a..example",
                "https://-a.example",
                "https://ex%61mple.com",
                "https://example.com:0",
                "https://example.com:65536",
                "https://example.com:",
                "https://[::1",
                "https://ex\u0430mple.com",
                "https://example.com\\@thief.example",
                "https://example.com/a b",
                "https://example.com/\"",
                "http://a@b@"
            })
    void refusesBrokenWebAddresses(String text) {
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(text));
    }

    @Test
    void onlyTheWebIsAnAddress() {
        for (var text : List.of("ftp://example.com", "javascript:alert(1)", "Https://example.com", "www.example.com")) {
            assertEquals(new Scan.Unknown(), CodeReader.read(text));
        }
        var secret = read("https://example.com/setup?token=SECRET");
        assertFalse(secret.toString().contains("SECRET")
                || secret.identity().toString().contains("SECRET"));
    }

    private static String ssh(Random random) {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }

    private static Code read(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }
}
