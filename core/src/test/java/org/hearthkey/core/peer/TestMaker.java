package org.hearthkey.core.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.certificate.Certificate;

/// A maker of devices, made with Bouncy Castle: Matter's certificates and declarations, device identities, vouchers.
public final class TestMaker {
    public static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");
    public static final String VENDOR = "1349";
    public static final String PRODUCT = "A001";

    private static final String VENDOR_ID = "1.3.6.1.4.1.37244.2.1";
    private static final String PRODUCT_ID = "1.3.6.1.4.1.37244.2.2";
    private static final int ISSUING = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    /// A certificate and its key.
    public record Owned(Certificate certificate, KeyPair keys) {}

    public final Owned paa;
    public final Owned pai;
    public final Owned declarationSigner;
    public final Owned identityRoot;
    public final Owned identityIssuer;
    private int serial = 1;

    public TestMaker() {
        paa = root(name("Oak PAA", VENDOR, ""), 1);
        pai = issue(paa, name("Oak PAI", VENDOR, ""), ISSUING, Optional.of(0), BEGIN, NO_END);
        declarationSigner = root(name("Declarations 7", "", ""), 0);
        identityRoot = root(new X500Name("O=Oak, CN=Oak devices"), 2);
        identityIssuer =
                issue(identityRoot, new X500Name("O=Oak, CN=Oak line 3"), ISSUING, Optional.of(0), BEGIN, NO_END);
    }

    /// A device certificate of Matter.
    public Owned dac(String vendor, String product) {
        return dac(pai, vendor, product);
    }

    public Owned dac(Owned issuer, String vendor, String product) {
        return issue(
                issuer, name("Oak lamp", vendor, product), KeyUsage.digitalSignature, Optional.empty(), BEGIN, NO_END);
    }

    /// A device identity.
    public Owned identity(String serialNumber) {
        var subject = new X500Name("O=Oak, serialNumber=" + serialNumber);
        return issue(identityIssuer, subject, KeyUsage.digitalSignature, Optional.empty(), BEGIN, NO_END);
    }

    public static X500Name name(String commonName, String vendor, String product) {
        var name = new X500NameBuilder().addRDN(BCStyle.CN, new DERUTF8String(commonName));
        if (!vendor.isEmpty()) {
            name.addRDN(new ASN1ObjectIdentifier(VENDOR_ID), new DERUTF8String(vendor));
        }
        if (!product.isEmpty()) {
            name.addRDN(new ASN1ObjectIdentifier(PRODUCT_ID), new DERUTF8String(product));
        }
        return name.build();
    }

    public Owned root(X500Name name, int pathLength) {
        var keys = newKeys();
        return issue(new Signer(name, keys), name, keys, ISSUING, Optional.of(pathLength), BEGIN, NO_END);
    }

    public Owned issue(
            Owned issuer, X500Name subject, int usage, Optional<Integer> pathLength, Instant begin, Instant end) {
        var signer = new Signer(
                X500Name.getInstance(
                        issuer.certificate().x509().getSubjectX500Principal().getEncoded()),
                issuer.keys());
        return issue(signer, subject, newKeys(), usage, pathLength, begin, end);
    }

    private record Signer(X500Name name, KeyPair keys) {}

    private Owned issue(
            Signer signer,
            X500Name subject,
            KeyPair keys,
            int usage,
            Optional<Integer> pathLength,
            Instant begin,
            Instant end) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    signer.name(),
                    BigInteger.valueOf(serial++),
                    Date.from(begin),
                    Date.from(end),
                    subject,
                    keys.getPublic());
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    pathLength.map(BasicConstraints::new).orElseGet(() -> new BasicConstraints(false)));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(keys)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(signer.keys())));
            if (subject.getRDNs(BCStyle.SERIALNUMBER).length == 1) {
                builder.addExtension(Extension.subjectAlternativeName, false, hardware());
            }
            var certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(signer.keys().getPrivate()));
            return new Owned(Certificate.read(certificate.getEncoded()), keys);
        } catch (IOException | OperatorCreationException | CertificateException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static GeneralNames hardware() {
        var module = new ASN1EncodableVector();
        module.add(new ASN1ObjectIdentifier("1.3.6.1.4.1.37244.9"));
        module.add(new DEROctetString(new byte[] {1, 2, 3, 4}));
        var other = new ASN1EncodableVector();
        other.add(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.4"));
        other.add(new DERTaggedObject(true, 0, new DERSequence(module)));
        return new GeneralNames(new GeneralName(GeneralName.otherName, new DERSequence(other)));
    }

    public static byte[] keyId(KeyPair keys) {
        try {
            var point = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                    .getPublicKeyData()
                    .getOctets();
            return MessageDigest.getInstance("SHA-1").digest(point);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// A declaration that the maker's product was certified for sale.
    public byte[] declaration(String vendor, String product) {
        return declaration(declarationSigner, content(vendor, product, 2, new byte[0]));
    }

    public static byte[] content(String vendor, String product, int type, byte[] more) {
        var id = "CSA00000SWC00000-00".getBytes(US_ASCII);
        return Tlvs.of(
                0x15,
                Tlvs.small(0, 1),
                Tlvs.number(1, vendor),
                Tlvs.products(product),
                Tlvs.small(3, 0x16),
                Tlvs.text(4, id),
                Tlvs.small(5, 0),
                Tlvs.small(6, 0),
                Tlvs.small(7, 1),
                Tlvs.small(8, type),
                more,
                new byte[] {0x18});
    }

    public static byte[] declaration(Owned signer, byte[] content) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(signer.keys().getPrivate());
            signing.update(content);
            var digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
            var info = new ASN1EncodableVector();
            info.add(new ASN1Integer(3));
            info.add(new DERTaggedObject(false, 0, new DEROctetString(keyId(signer.keys()))));
            info.add(digest);
            info.add(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
            info.add(new DEROctetString(signing.sign()));
            var data = new ASN1EncodableVector();
            data.add(new ASN1Integer(3));
            data.add(new DERSet(digest));
            data.add(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)));
            data.add(new DERSet(new DERSequence(info)));
            return new ContentInfo(PKCSObjectIdentifiers.signedData, new DERSequence(data)).getEncoded("DER");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A message with this content, signed by `signer`.
    public static byte[] message(Owned signer, String contentType, byte[] content, List<Certificate> inside) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build(
                            "SHA256withECDSA",
                            signer.keys().getPrivate(),
                            signer.certificate().x509()));
            generator.addCertificates(
                    new JcaCertStore(inside.stream().map(Certificate::x509).toList()));
            return generator
                    .generate(new CMSProcessableByteArray(new ASN1ObjectIdentifier(contentType), content), true)
                    .getEncoded("DER");
        } catch (CMSException | IOException | OperatorCreationException | CertificateException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// What the maker's certificates are trusted for.
    public List<TrustAnchor> anchors() {
        return List.of(
                new TrustAnchor(AnchorUse.MATTER, paa.certificate(), BEGIN),
                new TrustAnchor(AnchorUse.DECLARATION, declarationSigner.certificate(), BEGIN),
                new TrustAnchor(AnchorUse.IDENTITY, identityRoot.certificate(), BEGIN));
    }

    /// A revocation list of an issuer that names these certificates.
    public static byte[] list(Owned issuer, Instant begin, Instant end, Certificate... revoked) {
        try {
            var builder =
                    new JcaX509v2CRLBuilder(issuer.certificate().x509().getSubjectX500Principal(), Date.from(begin));
            builder.setNextUpdate(Date.from(end));
            for (var certificate : revoked) {
                builder.addCRLEntry(certificate.x509().getSerialNumber(), Date.from(begin), CRLReason.keyCompromise);
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(issuer.keys().getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Shown shown(String name, Certificate certificate) {
        return new Shown(name, certificate.der().bytes());
    }
}
