package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hearthkey.core.attest.BrokenRuleException.require;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A name in a Matter certificate: one value a part, in the order of the certificate.
///
/// @param der the name as X.509 has it; two names are one if these bytes are
record MatterName(List<Part> parts, Octets der) {
    private static final int MOST_PARTS = 32;
    private static final int PRINTABLE_FLAG = 0x80;
    private static final String PRINTABLE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?";

    MatterName {
        parts = List.copyOf(parts);
    }

    /// One part of a name.
    ///
    /// @param attribute none, if Matter does not know it
    record Part(Optional<MatterAttribute> attribute, String label, String value) {
        boolean is(MatterAttribute wanted) {
            return attribute.filter(wanted::equals).isPresent();
        }
    }

    /// Reads a name in DER.
    static MatterName read(Asn1 name) throws BrokenRuleException {
        var parts = new ArrayList<Part>();
        for (var part : name.sequence(0, MOST_PARTS)) {
            parts.add(part(part.expect(Asn1.SET).only().sequence(2, 2)));
        }
        return new MatterName(parts, new Octets(name.encoded()));
    }

    private static Part part(List<Asn1> typeAndValue) throws BrokenRuleException {
        var type = typeAndValue.getFirst().expect(Asn1.OBJECT_ID).hex();
        var value = typeAndValue.getLast();
        var text = utf8(value);
        var attribute = MatterAttribute.ofObjectId(type);
        if (attribute.isEmpty()) {
            return new Part(attribute, type, text);
        }
        int tag = value.tag();
        if (attribute.get().isId()) {
            require(
                    tag == Asn1.UTF8_STRING,
                    idRule(attribute.get()),
                    attribute.get().label() + " is no UTF8String");
            require(
                    attribute.get().isWritten(text),
                    idRule(attribute.get()),
                    attribute.get().label() + " is not upper-case hex of its length");
        } else {
            boolean known = tag == Asn1.UTF8_STRING || tag == Asn1.PRINTABLE_STRING || tag == Asn1.IA5_STRING;
            require(known, MatterRule.NAME, "a name in DER tag %02x".formatted(tag));
        }
        return new Part(attribute, attribute.get().label(), text);
    }

    private static MatterRule idRule(MatterAttribute attribute) {
        return switch (attribute) {
            case VENDOR_ID -> MatterRule.VENDOR_ID;
            case PRODUCT_ID -> MatterRule.PRODUCT_ID;
            case NODE_ID -> MatterRule.NODE_ID;
            case FABRIC_ID -> MatterRule.FABRIC_ID;
            case NOC_CAT -> MatterRule.NOC_CAT;
            default -> MatterRule.TYPE_ID;
        };
    }

    private static String utf8(Asn1 value) throws BrokenRuleException {
        try {
            var text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(value.content())).toString();
            require(
                    text.codePoints().noneMatch(Character::isISOControl),
                    MatterRule.NAME,
                    "a name has control characters");
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new BrokenRuleException(MatterRule.NAME, "a name is not UTF-8");
        }
    }

    /// Reads a name in TLV and rebuilds its DER.
    static MatterName read(Tlv list) throws BrokenRuleException {
        var parts = new ArrayList<Part>();
        var sets = new ArrayList<byte[]>();
        for (var element : list.expect(Tlv.Type.LIST).children()) {
            int tag = element.tag() & ~PRINTABLE_FLAG;
            boolean printable = element.tag() != tag;
            var attribute = MatterAttribute.ofTlvTag(element.tag() < 0 ? 0 : tag)
                    .orElseThrow(() -> new BrokenRuleException(MatterRule.NAME, "a name part of tag " + tag));
            var text = text(attribute, printable, element);
            parts.add(new Part(Optional.of(attribute), attribute.label(), text));
            sets.add(Asn1Writer.value(
                    Asn1.SET,
                    Asn1Writer.sequence(
                            Asn1Writer.value(Asn1.OBJECT_ID, attribute.objectId()),
                            Asn1Writer.value(stringTag(attribute, printable), text.getBytes(UTF_8)))));
        }
        return new MatterName(parts, new Octets(Asn1Writer.sequence(sets.toArray(byte[][]::new))));
    }

    private static String text(MatterAttribute attribute, boolean printable, Tlv element) throws BrokenRuleException {
        if (attribute.isId()) {
            require(!printable, idRule(attribute), attribute.label() + " is no number");
            long id = element.expect(Tlv.Type.UNSIGNED).number();
            require(attribute.holds(id), idRule(attribute), attribute.label() + " is too large");
            return attribute.written(id);
        }
        var text = element.text();
        boolean ascii = !printable || text.chars().allMatch(c -> PRINTABLE.indexOf(c) >= 0);
        boolean ia5 = attribute != MatterAttribute.DOMAIN_COMPONENT
                || (!printable && text.chars().allMatch(c -> c < 0x80));
        require(ascii && ia5, MatterRule.NAME, attribute.label() + " has characters that it cannot have");
        return text;
    }

    private static int stringTag(MatterAttribute attribute, boolean printable) {
        if (attribute == MatterAttribute.DOMAIN_COMPONENT) {
            return Asn1.IA5_STRING;
        }
        return printable ? Asn1.PRINTABLE_STRING : Asn1.UTF8_STRING;
    }

    /// All values of one attribute.
    List<String> values(MatterAttribute attribute) {
        return parts.stream()
                .filter(part -> part.is(attribute))
                .map(Part::value)
                .toList();
    }

    /// The value of an attribute that is there once.
    Optional<String> only(MatterAttribute attribute) {
        var values = values(attribute);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// All values by what the parts are called.
    Map<String, List<String>> facts() {
        var facts = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            facts.computeIfAbsent(part.label(), _ -> new ArrayList<>()).add(part.value());
        }
        return facts;
    }
}
