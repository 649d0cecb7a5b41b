package org.hearthkey.core.attest;

import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.key.PublicKeyInfo;
import org.jspecify.annotations.Nullable;

/// Matter's Certification Declaration: which product was certified, and which device certificates may say so. That it
/// can be read says nothing about who signed it.
///
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter core, 6.3</a>
public final class CertificationDeclaration {
    /// More than a declaration for a hundred products takes; a longer one is refused unread.
    public static final int MAX_LENGTH = 2048;

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String DATA = "2a864886f70d010701";
    private static final String SHA256 = "608648016503040201";
    private static final String ECDSA_SHA256 = "2a8648ce3d040302";
    private static final int CMS_VERSION = 3;
    private static final int CONTEXT_0 = 0xa0;
    private static final int KEY_ID_CONTEXT = 0x80;
    private static final int KEY_ID_BYTES = 20;
    private static final int MOST_PRODUCTS = 100;
    private static final int MOST_ROOTS = 10;
    private static final int CERTIFICATE_ID_LENGTH = 19;
    private static final int MOST_16_BITS = 0xffff;
    private static final int FIELDS_ALWAYS = 9;

    private final Octets signed;
    private final Octets signature;
    private final String signerKeyId;
    private final int vendor;
    private final List<Integer> products;
    private final long deviceType;
    private final String certificateId;
    private final int securityLevel;
    private final int securityInformation;
    private final int versionNumber;
    private final int certificationType;
    private final Optional<Origin> origin;
    private final Optional<List<String>> authorizedRoots;

    /// The product whose device certificates another vendor's product uses.
    private record Origin(int vendor, int product) {}

    private CertificationDeclaration(Asn1 cms) throws BrokenRuleException {
        var outer = cms.sequence(2, 2);
        requireId(outer.getFirst(), SIGNED_DATA, "not CMS SignedData");
        var data = outer.getLast().expect(CONTEXT_0).only().sequence(4, 4);
        requireEnvelope(data.getFirst().number() == CMS_VERSION, "not version 3");
        requireAlgorithm(data.get(1).expect(Asn1.SET).only(), SHA256, "digest algorithm is not SHA-256");
        var content = data.get(2).sequence(2, 2);
        requireId(content.getFirst(), DATA, "content is not plain data");
        signed = new Octets(content.getLast()
                .expect(CONTEXT_0)
                .only()
                .expect(Asn1.OCTET_STRING)
                .content());
        var signer = data.get(3).expect(Asn1.SET).only().sequence(5, 5);
        requireEnvelope(signer.getFirst().number() == CMS_VERSION, "signer is not version 3");
        var keyId = signer.get(1).expect(KEY_ID_CONTEXT);
        requireEnvelope(keyId.content().length == KEY_ID_BYTES, "signer is not named by 20 bytes");
        signerKeyId = keyId.hex();
        requireAlgorithm(signer.get(2), SHA256, "signer's digest algorithm is not SHA-256");
        requireAlgorithm(signer.get(3), ECDSA_SHA256, "signature algorithm is not ECDSA with SHA-256");
        signature = new Octets(signer.get(4).expect(Asn1.OCTET_STRING).content());

        var fields = fields(Tlv.structure(signed.bytes()));
        requireContent(field(fields, 0).small(MOST_16_BITS) == 1, "format version is not 1");
        vendor = id(field(fields, 1));
        products = products(field(fields, 2));
        deviceType = field(fields, 3).expect(Tlv.Type.UNSIGNED).number();
        requireContent(deviceType >= 0 && deviceType <= 0xffff_ffffL, "device type above 32 bits");
        certificateId = field(fields, 4).text();
        requireContent(certificateId.length() == CERTIFICATE_ID_LENGTH, "certificate id is not 19 characters");
        securityLevel = field(fields, 5).small(0xff);
        securityInformation = field(fields, 6).small(MOST_16_BITS);
        versionNumber = field(fields, 7).small(MOST_16_BITS);
        certificationType = field(fields, 8).small(0xff);
        requireContent(certificationType <= 2, "certification type above 2");
        requireContent(fields.containsKey(9) == fields.containsKey(10), "half of an origin");
        origin = fields.containsKey(9)
                ? Optional.of(new Origin(id(field(fields, 9)), id(field(fields, 10))))
                : Optional.empty();
        authorizedRoots = fields.containsKey(11) ? Optional.of(roots(field(fields, 11))) : Optional.empty();
    }

    /// Reads a declaration.
    ///
    /// @throws BrokenRuleException if it is none, with the rule that it breaks
    public static CertificationDeclaration read(byte[] cms) throws BrokenRuleException {
        require(cms.length <= MAX_LENGTH, MatterRule.SIZE, "a declaration of " + cms.length + " bytes");
        return new CertificationDeclaration(Asn1.read(cms));
    }

    private static void requireEnvelope(boolean kept, String saw) throws BrokenRuleException {
        require(kept, MatterRule.DECLARATION_ENVELOPE, saw);
    }

    private static void requireContent(boolean kept, String saw) throws BrokenRuleException {
        require(kept, MatterRule.DECLARATION_CONTENT, saw);
    }

    private static void requireId(Asn1 id, String wanted, String saw) throws BrokenRuleException {
        requireEnvelope(id.expect(Asn1.OBJECT_ID).hex().equals(wanted), saw);
    }

    private static void requireAlgorithm(Asn1 identifier, String wanted, String saw) throws BrokenRuleException {
        var fields = identifier.sequence(1, 1);
        requireId(fields.getFirst(), wanted, saw);
    }

    /// All fields by their tags, which ascend.
    private static Map<Integer, Tlv> fields(Tlv structure) throws BrokenRuleException {
        Map<Integer, Tlv> fields = new HashMap<>();
        int last = -1;
        for (var field : structure.children()) {
            requireContent(field.tag() > last && field.tag() <= 11, "fields repeated, out of order or unknown");
            last = field.tag();
            fields.put(last, field);
        }
        for (int tag = 0; tag < FIELDS_ALWAYS; tag++) {
            requireContent(fields.containsKey(tag), "field " + tag + " is missing");
        }
        return fields;
    }

    private static Tlv field(Map<Integer, Tlv> fields, int tag) throws BrokenRuleException {
        return Optional.ofNullable(fields.get(tag))
                .orElseThrow(
                        () -> new BrokenRuleException(MatterRule.DECLARATION_CONTENT, "field " + tag + " is missing"));
    }

    private static int id(Tlv field) throws BrokenRuleException {
        int id = field.small(MOST_16_BITS);
        requireContent(id != 0, "an id of zero");
        return id;
    }

    private static List<Integer> products(Tlv array) throws BrokenRuleException {
        var products = new ArrayList<Integer>();
        for (var product : array.expect(Tlv.Type.ARRAY).children()) {
            requireContent(product.tag() == Tlv.NO_TAG, "a product with a tag");
            products.add(id(product));
        }
        requireContent(!products.isEmpty() && products.size() <= MOST_PRODUCTS, products.size() + " products");
        return List.copyOf(products);
    }

    private static List<String> roots(Tlv array) throws BrokenRuleException {
        var roots = new ArrayList<String>();
        for (var root : array.expect(Tlv.Type.ARRAY).children()) {
            var keyId = new Octets(root.bytes());
            requireContent(root.tag() == Tlv.NO_TAG && keyId.length() == KEY_ID_BYTES, "a root not named by 20 bytes");
            roots.add(keyId.hex());
        }
        requireContent(!roots.isEmpty() && roots.size() <= MOST_ROOTS, roots.size() + " roots");
        return List.copyOf(roots);
    }

    /// The key identifier of the one who signed, in hex.
    public String signerKeyId() {
        return signerKeyId;
    }

    /// Whether it was certified for sale. Declarations for trying out and provisional ones are not.
    public boolean isOfficial() {
        return certificationType == 2;
    }

    /// Whether `signer` made the signature. Nothing else is looked at.
    public boolean isSignedBy(PublicKeyInfo signer) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(signer.jca());
            verifier.update(signed.bytes());
            return verifier.verify(signature.bytes());
        } catch (GeneralSecurityException noSignature) {
            // A signature that is none, or a key of another kind.
            return false;
        }
    }

    /// What it says against being the declaration of a device with these certificates.
    public List<RuleBreak> checkFor(MatterCertificate dac, MatterCertificate pai, MatterCertificate paa) {
        var breaks = new ArrayList<RuleBreak>();
        var wantedVendor = hex(origin.map(Origin::vendor).orElse(vendor));
        var wantedProducts = origin.map(from -> Set.of(hex(from.product()))).orElseGet(() -> Set.copyOf(productIds()));
        if (dac.vendorId().filter(wantedVendor::equals).isEmpty()
                || pai.vendorId().filter(wantedVendor::equals).isEmpty()) {
            breaks.add(new RuleBreak(MatterRule.DECLARATION_CONTENT, "for another vendor's certificates"));
        }
        if (dac.productId().filter(wantedProducts::contains).isEmpty()
                || pai.productId().filter(id -> !wantedProducts.contains(id)).isPresent()) {
            breaks.add(new RuleBreak(MatterRule.DECLARATION_CONTENT, "for other products' certificates"));
        }
        if (authorizedRoots
                .filter(roots -> paa.subjectKeyId().filter(roots::contains).isEmpty())
                .isPresent()) {
            breaks.add(new RuleBreak(MatterRule.DECLARATION_CONTENT, "not for certificates below this root"));
        }
        return List.copyOf(breaks);
    }

    /// The vendor that sells the product, four upper-case hex digits.
    public String vendorId() {
        return hex(vendor);
    }

    /// The products that were certified, four upper-case hex digits each.
    public List<String> productIds() {
        return products.stream().map(CertificationDeclaration::hex).distinct().toList();
    }

    /// Whether the device certificates are those of another product.
    boolean hasOrigin() {
        return origin.isPresent();
    }

    private static String hex(int id) {
        return "%04X".formatted(id);
    }

    /// What it says, by the names that scripts rely on. `null` stands for what it could have said and did not.
    public Map<String, @Nullable Object> facts() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("formatVersion", 1);
        facts.put("vid", vendorId());
        facts.put("pids", products.stream().map(CertificationDeclaration::hex).toList());
        facts.put("deviceTypeId", deviceType);
        facts.put("certificateId", certificateId);
        facts.put("securityLevel", securityLevel);
        facts.put("securityInformation", securityInformation);
        facts.put("versionNumber", versionNumber);
        facts.put("certificationType", certificationType);
        facts.put("dacOriginVid", origin.map(from -> hex(from.vendor())).orElse(null));
        facts.put("dacOriginPid", origin.map(from -> hex(from.product())).orElse(null));
        facts.put("authorizedPaaList", authorizedRoots.orElse(null));
        facts.put("signerSkid", signerKeyId);
        return Collections.unmodifiableMap(facts);
    }
}
