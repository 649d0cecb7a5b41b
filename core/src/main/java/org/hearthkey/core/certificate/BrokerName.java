package org.hearthkey.core.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// A subject as OpenSSL prints it with `XN_FLAG_RFC2253`, to the byte: the name by which Mosquitto knows a client with
/// `use_subject_as_username`. It is the last part first, and of ASCII only.
final class BrokerName {
    private static final Map<ASN1ObjectIdentifier, String> TYPES =
            Map.of(BCStyle.O, "O", BCStyle.OU, "OU", BCStyle.CN, "CN", BCStyle.SERIALNUMBER, "serialNumber");

    private static final String ESCAPED = ",+\"\\<>;";

    private BrokerName() {}

    static String of(X500Name name) {
        return Arrays.stream(name.getRDNs())
                .map(rdn -> Arrays.stream(rdn.getTypesAndValues())
                        .map(BrokerName::part)
                        .collect(Collectors.joining("+")))
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::reversed))
                .stream()
                .collect(Collectors.joining(","));
    }

    private static String part(AttributeTypeAndValue part) {
        var type = TYPES.getOrDefault(part.getType(), part.getType().getId());
        return type + "=" + escaped(((ASN1String) part.getValue()).getString().getBytes(UTF_8));
    }

    private static String escaped(byte[] value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length; i++) {
            int unit = value[i] & 0xff;
            boolean outer = i == 0 || i == value.length - 1;
            boolean special = ESCAPED.indexOf(unit) >= 0 || (unit == ' ' && outer) || (unit == '#' && i == 0);
            if (unit < 0x20 || unit > 0x7e) {
                text.append('\\').append(String.format(Locale.ROOT, "%02X", unit));
            } else if (special) {
                text.append('\\').append((char) unit);
            } else {
                text.append((char) unit);
            }
        }
        return text.toString();
    }
}
