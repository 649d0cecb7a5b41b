package org.hearthkey.core.attest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published cases, one certificate or declaration each, with their verdicts.
final class MatterRows {
    private static final int VERSION_OFFSET = 12;

    private MatterRows() {}

    /// One case.
    ///
    /// @param why what is wrong with it, in the words of whoever made it
    /// @param parent what the case calls the certificate above
    record Row(
            int number,
            String kind,
            String role,
            String form,
            List<String> texts,
            boolean valid,
            JsonNode facts,
            Optional<String> why,
            Optional<String> parent,
            String source) {
        byte[] data() {
            return Base64.getDecoder().decode(texts.getFirst());
        }

        /// Whether it is one certificate, and no declaration or chain.
        boolean isCertificate() {
            return !role.equals("CD") && !form.equals("x509-der-chain");
        }

        MatterRole matterRole() {
            return MatterRole.valueOf(role);
        }

        MatterCertificate read() throws BrokenRuleException {
            return form.equals("matter-tlv") ? MatterCertificate.readTlv(data()) : MatterCertificate.readX509(data());
        }

        @Override
        public String toString() {
            return number + " " + role + " " + form + " " + why.orElse("valid");
        }
    }

    static List<Row> given() throws IOException {
        try (var json = MatterRows.class.getResourceAsStream("matter-certs.json")) {
            return read(json);
        }
    }

    static List<Row> read(InputStream json) {
        var rows = new ArrayList<Row>();
        for (var row : JsonMapper.shared().readTree(json)) {
            rows.add(new Row(
                    rows.size(),
                    row.get("kind").asString(),
                    row.get("role").asString(),
                    row.get("form").asString(),
                    texts(row.get("data")),
                    row.get("valid").asBoolean(),
                    row.get("facts"),
                    text(row.get("why")),
                    text(row.get("parent")),
                    row.get("source").asString()));
        }
        return rows;
    }

    private static List<String> texts(JsonNode data) {
        var texts = new ArrayList<String>();
        if (data.isArray()) {
            data.forEach(one -> texts.add(one.asString()));
        } else {
            texts.add(data.asString());
        }
        return texts;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node.asString());
    }

    /// The certificates above others, by what the cases call them. Those that are in no case are made again from a
    /// certificate that they signed: its signature gives their key, whose hash it names.
    static Map<String, MatterCertificate> parents(List<Row> rows) throws Exception {
        var parents = new HashMap<String, MatterCertificate>();
        for (var row : rows) {
            if (row.valid() && row.isCertificate()) {
                parents.putIfAbsent(name(row), row.read());
            }
        }
        restorePai(rows).ifPresent(pai -> parents.putIfAbsent("Chip-Test-PAI-FFF1-8000", pai));
        for (var row : rows) {
            if (row.valid() && row.parent().isPresent() && !parents.containsKey(parentName(row))) {
                remake(row.read()).ifPresent(made -> parents.put(parentName(row), made));
            }
        }
        return parents;
    }

    /// One of the cases is a maker's issuer with nothing but its version changed.
    private static Optional<MatterCertificate> restorePai(List<Row> rows) throws BrokenRuleException {
        for (var row : rows) {
            if (row.role().equals("PAI")
                    && row.why().filter(why -> why.startsWith("version 2:")).isPresent()) {
                var der = row.data();
                der[VERSION_OFFSET] = 2;
                return Optional.of(MatterCertificate.readX509(der));
            }
        }
        return Optional.empty();
    }

    /// What a case calls the certificate above it, without the end of its file's name.
    static String parentName(Row row) {
        return row.parent().orElseThrow().replace("-Cert.pem", "");
    }

    private static String name(Row row) {
        var source = row.source();
        if (source.startsWith("own:")) {
            return source.replaceAll(".*labels \"([^\"]*)\".*", "$1");
        }
        if (row.facts().has("set")) {
            return row.facts().get("set").asString() + "/" + row.role();
        }
        if (source.contains("rs-matter")) {
            return "rs-matter " + source.replaceAll(".* ", "");
        }
        if (source.contains("struct_dac")) {
            return source.replaceAll(".*/(struct_dac[^/]*)/.*", "$1") + " "
                    + row.role().toLowerCase(java.util.Locale.ROOT);
        }
        var file = source.replaceAll(".*/", "");
        return switch (file.replaceAll(".* ", "")) {
            case "PAA_FFF1" -> "Chip-Test-PAA-FFF1";
            default -> file.replaceAll(" .*", "").replace("-Cert.pem", "");
        };
    }

    /// A certificate with the subject, key and key identifier of the one that signed `child`. Its own signature is none.
    static Optional<MatterCertificate> remake(MatterCertificate child) throws Exception {
        var x509 = Certificate.getInstance(child.der());
        var curve = CustomNamedCurves.getByName("P-256");
        var halves = ASN1Sequence.getInstance(x509.getSignature().getOctets());
        var r = ASN1Integer.getInstance(halves.getObjectAt(0)).getValue();
        var s = ASN1Integer.getInstance(halves.getObjectAt(1)).getValue();
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(x509.getTBSCertificate().getEncoded());
        var e = new BigInteger(1, digest);
        var n = curve.getN();
        for (byte sign = 2; sign <= 3; sign++) {
            var x = new byte[33];
            x[0] = sign;
            var bytes = r.toByteArray();
            int from = Math.max(0, bytes.length - 32);
            System.arraycopy(bytes, from, x, 33 - (bytes.length - from), bytes.length - from);
            var point = curve.getCurve().decodePoint(x);
            var inverse = r.modInverse(n);
            var key = ECAlgorithms.sumOfTwoMultiplies(
                            curve.getG(),
                            e.negate().multiply(inverse).mod(n),
                            point,
                            s.multiply(inverse).mod(n))
                    .normalize()
                    .getEncoded(false);
            if (Optional.of(MatterProfile.sha1(new Octets(key)).hex()).equals(child.authorityKeyId())) {
                return Optional.of(MatterCertificate.readX509(made(child, key)));
            }
        }
        return Optional.empty();
    }

    private static byte[] made(MatterCertificate child, byte[] key) throws BrokenRuleException {
        var fields = Asn1.read(child.der()).sequence(3, 3);
        var parts = fields.getFirst().children();
        var identifier = Asn1Writer.value(
                Asn1.OCTET_STRING, MatterProfile.sha1(new Octets(key)).bytes());
        var signed = Asn1Writer.sequence(
                parts.get(0).encoded(),
                parts.get(1).encoded(),
                parts.get(2).encoded(),
                parts.get(3).encoded(),
                parts.get(4).encoded(),
                parts.get(3).encoded(),
                Asn1Writer.sequence(parts.get(6).children().getFirst().encoded(), Asn1Writer.bits(key)),
                Asn1Writer.value(
                        0xa3,
                        Asn1Writer.sequence(Asn1Writer.sequence(
                                Asn1Writer.value(Asn1.OBJECT_ID, new byte[] {0x55, 0x1d, 0x0e}),
                                Asn1Writer.value(Asn1.OCTET_STRING, identifier)))));
        return Asn1Writer.sequence(
                signed,
                fields.get(1).encoded(),
                Arrays.copyOf(fields.get(2).encoded(), fields.get(2).encoded().length));
    }
}
