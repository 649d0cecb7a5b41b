package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.name.HomeId;

/// Makes an experimental parallel root: a key that signs its own certificate and one for each issuer's key, and is then
/// forgotten, so that nothing is left that could be stolen.
public final class ParallelSigner {
    private static final int ROOT_YEARS = 5;
    private static final int SERIAL_BITS = 127;
    private static final int KEY_IDENTIFIER_BYTES = 20;

    /// They lead to lists and issuers of the real root.
    private static final Set<ASN1ObjectIdentifier> LEFT_OUT =
            Set.of(Extension.authorityKeyIdentifier, Extension.cRLDistributionPoints, Extension.authorityInfoAccess);

    private final HomeId home;
    private final SecureRandom random;

    public ParallelSigner(HomeId home, SecureRandom random) {
        this.home = home;
        this.random = random;
    }

    /// Makes one for these issuers. Takes seconds with SLH-DSA.
    ///
    /// @throws SigningException if what was signed does not verify
    public ParallelRoot make(ParallelKind kind, List<Issuer> issuers, Instant now) {
        var key = generate(kind);
        try {
            var spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.getPublic());
            var name = name(kind);
            var end = now.atOffset(ZoneOffset.UTC)
                    .plus(Period.ofYears(ROOT_YEARS))
                    .toInstant();
            var made = new ArrayList<ParallelRoot.Parallel>();
            var root = new X509v3CertificateBuilder(name, serial(), Date.from(now), Date.from(end), name, spki)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(1))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(spki)));
            made.add(signed(new Role.Root().code(), root, kind, key));
            for (var issuer : issuers) {
                made.add(signed(issuer.role().code(), below(name, spki, issuer, now, end), kind, key));
            }
            return new ParallelRoot(kind, made);
        } catch (IOException mistake) {
            throw new IllegalStateException("Encoding to memory does not fail", mistake);
        }
    }

    private X500Name name(ParallelKind kind) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, home.text())
                .addRDN(BCStyle.CN, "EXPERIMENTAL parallel root " + kind.standardName())
                .build();
    }

    private X509v3CertificateBuilder below(
            X500Name name, SubjectPublicKeyInfo root, Issuer issuer, Instant now, Instant end) throws IOException {
        var held = new X509CertificateHolder(issuer.certificate().der().bytes());
        var last = issuer.certificate().notAfter().isBefore(end)
                ? issuer.certificate().notAfter()
                : end;
        var certificate = new X509v3CertificateBuilder(
                name, serial(), Date.from(now), Date.from(last), held.getSubject(), held.getSubjectPublicKeyInfo());
        for (var oid : held.getExtensions().getExtensionOIDs()) {
            if (!LEFT_OUT.contains(oid)) {
                certificate.addExtension(held.getExtension(oid));
            }
        }
        return certificate.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyIdentifier(root)));
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private AsymmetricCipherKeyPair generate(ParallelKind kind) {
        return switch (kind) {
            case ML_DSA_65 -> {
                var generator = new MLDSAKeyPairGenerator();
                generator.init(new MLDSAKeyGenerationParameters(random, MLDSAParameters.ml_dsa_65));
                yield generator.generateKeyPair();
            }
            case SLH_DSA_SHA2_128S -> {
                var generator = new SLHDSAKeyPairGenerator();
                generator.init(new SLHDSAKeyGenerationParameters(random, SLHDSAParameters.sha2_128s));
                yield generator.generateKeyPair();
            }
        };
    }

    private static ParallelRoot.Parallel signed(
            String of, X509v3CertificateBuilder certificate, ParallelKind kind, AsymmetricCipherKeyPair key)
            throws IOException {
        var signed = certificate.build(new OneSignature(kind, key.getPrivate()));
        var tbs = signed.toASN1Structure().getTBSCertificate().getEncoded("DER");
        if (!verifies(kind, key.getPublic(), tbs, signed.getSignature())) {
            throw new SigningException("The signature of the parallel root does not verify");
        }
        return new ParallelRoot.Parallel(of, new Der(signed.getEncoded()));
    }

    private static byte[] sign(ParallelKind kind, AsymmetricKeyParameter key, byte[] message) {
        return switch (kind) {
            case ML_DSA_65 -> {
                var signer = new MLDSASigner();
                signer.init(true, key);
                signer.update(message, 0, message.length);
                try {
                    yield signer.generateSignature();
                } catch (CryptoException failed) {
                    throw new SigningException("The key did not sign", failed);
                }
            }
            case SLH_DSA_SHA2_128S -> {
                var signer = new SLHDSASigner();
                signer.init(true, key);
                yield signer.generateSignature(message);
            }
        };
    }

    private static boolean verifies(ParallelKind kind, AsymmetricKeyParameter key, byte[] message, byte[] signature) {
        return switch (kind) {
            case ML_DSA_65 -> {
                var verifier = new MLDSASigner();
                verifier.init(false, key);
                verifier.update(message, 0, message.length);
                yield verifier.verifySignature(signature);
            }
            case SLH_DSA_SHA2_128S -> {
                var verifier = new SLHDSASigner();
                verifier.init(false, key);
                yield verifier.verifySignature(message, signature);
            }
        };
    }

    private static AlgorithmIdentifier algorithm(ParallelKind kind) {
        return new AlgorithmIdentifier(
                switch (kind) {
                    case ML_DSA_65 -> NISTObjectIdentifiers.id_ml_dsa_65;
                    case SLH_DSA_SHA2_128S -> NISTObjectIdentifiers.id_slh_dsa_sha2_128s;
                });
    }

    /// RFC 7093, section 2, method 1.
    private static byte[] keyIdentifier(SubjectPublicKeyInfo key) {
        try {
            var bits = key.getPublicKeyData().getBytes();
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), KEY_IDENTIFIER_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private record OneSignature(ParallelKind kind, AsymmetricKeyParameter key, ByteArrayOutputStream signed)
            implements ContentSigner {
        OneSignature(ParallelKind kind, AsymmetricKeyParameter key) {
            this(kind, key, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm(kind);
        }

        @Override
        public OutputStream getOutputStream() {
            return signed;
        }

        @Override
        public byte[] getSignature() {
            return sign(kind, key, signed.toByteArray());
        }
    }
}
