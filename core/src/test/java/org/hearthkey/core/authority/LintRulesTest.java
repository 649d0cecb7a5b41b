package org.hearthkey.core.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.certificate.LintFinding;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One broken rule at a time, on certificates that are otherwise those of a lamp.
class LintRulesTest {
    private static final SampleHome HOME = new SampleHome();

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken("serial.short", d -> d.withSerial(new SerialNumber(BigInteger.TEN))),
                broken("name.long", d -> d.withSubject(commonName("a".repeat(65)))),
                broken("extension.unknown-critical", d -> plus(d, "1.2.3.4", true, DERNull.INSTANCE)),
                broken(
                        "ca.constraints",
                        d -> d.withExtension(
                                CertificateExtensions.plain(Extension.basicConstraints, new BasicConstraints(0)))),
                broken("ca.usage", d -> d.withExtension(CertificateExtensions.issuerWithPathLength(0))),
                broken(
                        "leaf.signs-certificates",
                        d -> d.withExtension(CertificateExtensions.keyUsage(KeyUsage.keyCertSign))),
                broken(
                        "usage.not-critical",
                        d -> d.withExtension(CertificateExtensions.plain(
                                Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature)))),
                broken(
                        "usage.ec-encipherment",
                        d -> d.withExtension(
                                CertificateExtensions.keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))),
                broken("purpose.empty", d -> d.withExtension(CertificateExtensions.extendedKeyUsage())),
                broken(
                        "constraints.leaf",
                        d -> plus(
                                d,
                                CertificateExtensions.zoneConstraints(
                                        SampleHome.LIGHTING.dnsName(), commonName("Zone")))),
                broken(
                        "names.dns-form",
                        d -> d.withExtension(names(new GeneralName(GeneralName.dNSName, "LAMP.home.arpa")))),
                broken("names.empty", d -> d.withExtension(names())),
                broken(
                        "policy.critical",
                        d -> d.withExtension(new Extension(
                                Extension.certificatePolicies, true, value(d, Extension.certificatePolicies)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void eachBrokenRuleIsFound(String code, UnaryOperator<Draft> breaking) {
        var certificate = breaking.apply(lamp()).signedBy(HOME.lightingKey);
        var codes =
                Lint.certificate(certificate).stream().map(LintFinding::code).toList();
        assertTrue(codes.contains(code), code + " is not in " + codes);
    }

    static Stream<Arguments> brokenProfile() {
        return Stream.of(
                broken(
                        "device.names",
                        d -> d.withExtension(
                                names(new GeneralName(GeneralName.uniformResourceIdentifier, "urn:lamp")))),
                broken("device.subject", d -> d.withSubject(commonName("Lamp"))),
                broken("device.number", d -> d.withSubject(commonName("Lamp"))),
                broken("device.serial", d -> d.withSerial(new SerialNumber(BigInteger.ONE.shiftLeft(140)))),
                broken("device.issuer", d -> d.withExtension(CertificateExtensions.issuerWithPathLength(0))),
                broken("device.usage", d -> d.withExtension(CertificateExtensions.keyUsage(KeyUsage.keyAgreement))),
                broken(
                        "device.purpose",
                        d -> d.withExtension(CertificateExtensions.extendedKeyUsage(
                                KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth))),
                broken("device.addresses", d -> without(d, Extension.cRLDistributionPoints)),
                broken("device.policy", d -> without(d, Extension.certificatePolicies)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenProfile")
    void eachDepartureFromTheProfileIsFound(String code, UnaryOperator<Draft> breaking) {
        var certificate = breaking.apply(lamp()).signedBy(HOME.lightingKey);
        var codes = Lint.deviceCertificate(certificate).stream()
                .map(LintFinding::code)
                .toList();
        assertTrue(codes.contains(code), code + " is not in " + codes);
    }

    @Test
    void aListThatNamesACertificateTwiceIsNotSigned() {
        var entry = new RevokedEntry(SerialNumber.random(HOME.random), HOME.now.minusSeconds(60), Reason.SUPERSEDED);
        var twice = new CrlDraft(BigInteger.ONE, HOME.now, HOME.now.plus(Duration.ofDays(1)), List.of(entry, entry));
        var refusal = assertThrows(
                RehearsalException.class, () -> HOME.authority.signCrl(HOME.lighting, HOME.lightingKey, twice));
        assertTrue(refusal.toString().contains("list.twice"), refusal.toString());
    }

    @Test
    void aFindingNamesItsClause() {
        var certificate = lamp().withSerial(new SerialNumber(BigInteger.ONE)).signedBy(HOME.lightingKey);
        assertEquals(
                List.of("serial.short: the serial number is too short to be random (CA/Browser Forum BR, 7.1)"),
                Lint.certificate(certificate).stream()
                        .map(LintFinding::toString)
                        .toList());
    }

    private static Arguments broken(String code, UnaryOperator<Draft> breaking) {
        return Arguments.of(code, breaking);
    }

    private static Draft lamp() {
        return new Profiles(HOME.id, HOME.random)
                .leaf(
                        Profiles.subjectOf(HOME.lighting.certificate()),
                        HOME.device("Desk lamp", SampleHome.LIGHTING, HOME.deviceKey.publicKey()));
    }

    private static Extension names(GeneralName... names) {
        return CertificateExtensions.plain(Extension.subjectAlternativeName, new GeneralNames(names));
    }

    private static X500Name commonName(String text) {
        // Built by hand: the builder refuses what is too long.
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERUTF8String(text))});
    }

    private static byte[] value(Draft draft, ASN1ObjectIdentifier oid) {
        return draft.extensions().stream()
                .filter(e -> e.getExtnId().equals(oid))
                .findFirst()
                .orElseThrow()
                .getExtnValue()
                .getOctets();
    }

    private static Draft without(Draft draft, ASN1ObjectIdentifier oid) {
        return withExtensions(
                draft,
                draft.extensions().stream()
                        .filter(e -> !e.getExtnId().equals(oid))
                        .toList());
    }

    private static Draft plus(Draft draft, String oid, boolean critical, ASN1Encodable value) {
        try {
            return plus(
                    draft,
                    new Extension(
                            new ASN1ObjectIdentifier(oid),
                            critical,
                            value.toASN1Primitive().getEncoded()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Draft plus(Draft draft, Extension extension) {
        var more = new ArrayList<>(draft.extensions());
        more.add(extension);
        return withExtensions(draft, more);
    }

    private static Draft withExtensions(Draft draft, List<Extension> extensions) {
        return new Draft(draft.serial(), draft.issuer(), draft.subject(), draft.validity(), draft.key(), extensions);
    }
}
