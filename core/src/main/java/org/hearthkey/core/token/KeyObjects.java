package org.hearthkey.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.hearthkey.core.key.PublicKeyInfo;

/// The EC key pairs on a token, with their certificates: objects of one id belong together.
final class KeyObjects {
    private final Token token;
    private final ModuleSession session;

    KeyObjects(Token token, ModuleSession session) {
        this.token = token;
        this.session = session;
    }

    /// All private keys whose public half the token shows.
    List<StoredKey> all() throws TokenException {
        return found(Template.of(Attribute.PRIVATE_KEY).with(Attribute.KEY_TYPE, Attribute.EC));
    }

    List<StoredKey> named(TokenUri uri) throws TokenException {
        var template = Template.of(Attribute.PRIVATE_KEY).with(Attribute.KEY_TYPE, Attribute.EC);
        uri.id().ifPresent(id -> template.with(Attribute.ID, id));
        uri.object().ifPresent(label -> template.with(Attribute.LABEL, label.getBytes(UTF_8)));
        return found(template);
    }

    private List<StoredKey> found(Template template) throws TokenException {
        var keys = new ArrayList<StoredKey>();
        for (long key : session.find(template)) {
            var id = session.value(key, Attribute.ID).orElseGet(() -> new byte[0]);
            var label = session.value(key, Attribute.LABEL)
                    .map(bytes -> new String(bytes, UTF_8))
                    .orElse("");
            publicKey(id).ifPresent(shown -> keys.add(new StoredKey(token, id, label, shown)));
        }
        return keys;
    }

    private Optional<PublicKeyInfo> publicKey(byte[] id) throws TokenException {
        for (long key : session.find(of(Attribute.PUBLIC_KEY, id).with(Attribute.KEY_TYPE, Attribute.EC))) {
            var parameters = session.value(key, Attribute.EC_PARAMETERS);
            var point = session.value(key, Attribute.EC_POINT);
            if (parameters.isPresent() && point.isPresent()) {
                return info(parameters.get(), point.get());
            }
        }
        for (long certificate : session.find(of(Attribute.CERTIFICATE, id))) {
            var shown = session.value(certificate, Attribute.VALUE);
            if (shown.isPresent()) {
                return publicKeyIn(shown.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<PublicKeyInfo> publicKeyIn(byte[] certificate) {
        try {
            var shown = Certificate.getInstance(certificate).getSubjectPublicKeyInfo();
            return PublicKeyInfo.parse(shown.getEncoded("DER"));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// The standard wraps the point in an octet string; some modules do not.
    private static Optional<PublicKeyInfo> info(byte[] parameters, byte[] point) {
        try {
            var curve = ASN1Primitive.fromByteArray(parameters);
            var bare = point.length % 2 == 1 && point[0] == 4 && point[1] != point.length - 2
                    ? point
                    : ASN1OctetString.getInstance(point).getOctets();
            var info =
                    new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), bare);
            return PublicKeyInfo.parse(info.getEncoded("DER"));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether the token gives this leave with the key.
    boolean may(StoredKey key, Attribute leave) throws TokenException {
        return session.isYes(privateHalf(key), leave);
    }

    /// Whether the key is kept inside: never shown, neither in clear nor wrapped.
    boolean isKept(StoredKey key) throws TokenException {
        long half = privateHalf(key);
        return session.isYes(half, Attribute.SENSITIVE) && !session.isYes(half, Attribute.EXTRACTABLE);
    }

    private long privateHalf(StoredKey key) throws TokenException {
        var halves = session.find(of(Attribute.PRIVATE_KEY, key.id()).with(Attribute.KEY_TYPE, Attribute.EC));
        if (halves.isEmpty()) {
            throw new TokenException(TokenTrouble.NO_KEY, "No private key at " + key);
        }
        return halves.getFirst();
    }

    boolean hasCertificate(StoredKey key) throws TokenException {
        return !session.find(of(Attribute.CERTIFICATE, key.id())).isEmpty();
    }

    /// Puts a certificate beside a key, in place of those that are there.
    void putCertificate(StoredKey key, byte[] der) throws TokenException {
        var before = session.find(of(Attribute.CERTIFICATE, key.id()));
        var certificate = Certificate.getInstance(der);
        session.create(of(Attribute.CERTIFICATE, key.id())
                .yes(Attribute.TOKEN)
                .with(Attribute.CERTIFICATE_TYPE, Attribute.X509)
                .with(Attribute.LABEL, key.label().getBytes(UTF_8))
                .with(Attribute.SUBJECT, der(certificate.getSubject().toASN1Primitive()))
                .with(Attribute.ISSUER, der(certificate.getIssuer().toASN1Primitive()))
                .with(Attribute.SERIAL_NUMBER, der(certificate.getSerialNumber()))
                .with(Attribute.VALUE, der));
        for (long old : before) {
            session.destroy(old);
        }
    }

    /// Copies a key pair onto the token, where it stays.
    StoredKey put(StoredKey key, byte[] scalar) throws TokenException {
        var info = SubjectPublicKeyInfo.getInstance(key.publicKey().der());
        var curve = der(info.getAlgorithm().getParameters().toASN1Primitive());
        session.create(half(Attribute.PRIVATE_KEY, key, curve)
                .yes(Attribute.PRIVATE)
                .yes(Attribute.SENSITIVE)
                .no(Attribute.EXTRACTABLE)
                .yes(Attribute.SIGN)
                .no(Attribute.DERIVE)
                .no(Attribute.DECRYPT)
                .no(Attribute.UNWRAP)
                .with(Attribute.VALUE, scalar));
        session.create(half(Attribute.PUBLIC_KEY, key, curve)
                .with(
                        Attribute.EC_POINT,
                        der(new DEROctetString(info.getPublicKeyData().getOctets()))));
        return key;
    }

    private static Template half(long objectClass, StoredKey key, byte[] curve) {
        return of(objectClass, key.id())
                .yes(Attribute.TOKEN)
                .with(Attribute.KEY_TYPE, Attribute.EC)
                .with(Attribute.LABEL, key.label().getBytes(UTF_8))
                .with(Attribute.EC_PARAMETERS, curve);
    }

    /// Removes a key pair and its certificates.
    void remove(byte[] id) throws TokenException {
        for (long kind : List.of(Attribute.CERTIFICATE, Attribute.PRIVATE_KEY, Attribute.PUBLIC_KEY)) {
            for (long object : session.find(of(kind, id))) {
                session.destroy(object);
            }
        }
    }

    private static Template of(long objectClass, byte[] id) {
        return Template.of(objectClass).with(Attribute.ID, id);
    }

    private static byte[] der(ASN1Primitive value) {
        try {
            return value.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }
}
