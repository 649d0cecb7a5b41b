package org.hearthkey.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.hearthkey.core.certificate.CertificateRequest;

/// Makes the certificate requests (PKCS#10) that devices would send, with nothing but the JDK.
public final class DeviceRequests {
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };
    private static final byte[] RSA_WITH_SHA256 = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x0b, 0x05, 0x00
    };
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int UTF8 = 0x0c;
    private static final int BIT_STRING = 0x03;

    private final KeyPairGenerator keys;

    public DeviceRequests(SecureRandom random) {
        try {
            keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"), random);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// A request of a device that calls itself `name`, for a new P-256 key.
    public CertificateRequest of(String name) {
        return CertificateRequest.parse(der(name, keys.generateKeyPair())).orElseThrow();
    }

    /// A request of a device that knows nothing better than RSA 2048.
    public static CertificateRequest ofRsa2048(String name) {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return CertificateRequest.parse(der(name, keys.generateKeyPair())).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// The code on the label of the device that sent `request`.
    public static String label(CertificateRequest request, String hints) {
        var digest = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(request.publicKey().hash().bytes());
        return "ni:///sha-256;" + digest + (hints.isEmpty() ? "" : "?" + hints);
    }

    /// The bytes of such a request.
    public static byte[] der(String name, KeyPair key) {
        try {
            var text = name.getBytes(StandardCharsets.UTF_8);
            var subject = tag(SEQUENCE, tag(SET, tag(SEQUENCE, join(COMMON_NAME, tag(UTF8, text)))));
            var version = new byte[] {0x02, 0x01, 0x00};
            var noAttributes = new byte[] {(byte) 0xa0, 0x00};
            var info = tag(SEQUENCE, join(version, subject, key.getPublic().getEncoded(), noAttributes));
            boolean rsa = key.getPublic().getAlgorithm().equals("RSA");
            var signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(info);
            var bits = tag(BIT_STRING, join(new byte[] {0}, signature.sign()));
            return tag(SEQUENCE, join(info, rsa ? RSA_WITH_SHA256 : ECDSA_WITH_SHA256, bits));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] tag(int tag, byte[] content) {
        int length = content.length;
        var head = length < 128
                ? new byte[] {(byte) tag, (byte) length}
                : length < 256
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return join(head, content);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
