package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hearthkey.core.scan.MatterTlv.Value;

/// What a Matter QR code may say beyond its fixed part. The salt and the count of iterations help the device's owner to
/// hash the passcode; we do not.
///
/// @param fields by the names of the command line, in the order of their tags
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.5</a>
public record MatterExtras(Map<String, Object> fields) {
    private static final String SERIAL = "serialNumber";
    private static final int LONGEST_SERIAL = 32;
    private static final int FIRST_OF_VENDOR = 0x80;

    public MatterExtras {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static MatterExtras parse(byte[] tlv) throws MalformedException {
        var values = new TreeMap<>(MatterTlv.structure(tlv));
        var fields = new LinkedHashMap<String, Object>();
        var ofVendor = new LinkedHashMap<String, Object>();
        for (var item : values.entrySet()) {
            var value = item.getValue();
            switch (item.getKey()) {
                case 0 -> fields.put(SERIAL, serial(value));
                case 1 -> fields.put("pbkdfIterations", number(value, 1000, 100_000));
                case 2 -> fields.put("pbkdfSalt", salt(value));
                case 3 -> fields.put("numberOfDevices", number(value, 1, 255));
                case 4 -> fields.put("commissioningTimeout", number(value, 0, 0xFFFF));
                case Integer tag
                when tag >= FIRST_OF_VENDOR -> ofVendor.put(String.format(Locale.ROOT, "0x%02x", tag), plain(value));
                default -> throw new MalformedException("TLV: unknown tag");
            }
        }
        if (!ofVendor.isEmpty()) {
            fields.put("vendor", Collections.unmodifiableMap(ofVendor));
        }
        return new MatterExtras(fields);
    }

    Optional<String> serialNumber() {
        return Optional.ofNullable(fields.get(SERIAL)).map(Object::toString);
    }

    private static Object serial(Value value) throws MalformedException {
        return switch (value) {
            case Value.Text(var text) -> {
                require(
                        text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SERIAL,
                        "TLV: serial number longer than 32 bytes");
                yield text;
            }
            case Value.Unsigned(var number) -> narrowed(number);
            case Value.Signed _, Value.Bytes _ -> throw new MalformedException("TLV: serial number of another type");
        };
    }

    private static int number(Value value, int lowest, int highest) throws MalformedException {
        require(value instanceof Value.Unsigned, "TLV: not an unsigned number");
        var number = ((Value.Unsigned) value).number();
        require(
                number.compareTo(BigInteger.valueOf(lowest)) >= 0 && number.compareTo(BigInteger.valueOf(highest)) <= 0,
                "TLV: number out of range");
        return number.intValueExact();
    }

    private static String salt(Value value) throws MalformedException {
        require(value instanceof Value.Bytes, "TLV: salt is not a byte string");
        var hex = ((Value.Bytes) value).hex();
        require(hex.length() >= 2 * 16 && hex.length() <= 2 * 32, "TLV: salt is not 16 to 32 bytes");
        return hex;
    }

    private static Object plain(Value value) throws MalformedException {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Unsigned(var number) -> narrowed(number);
            case Value.Signed(var number) -> narrowed(number);
            case Value.Bytes _ -> throw new MalformedException("TLV: vendor element of another type");
        };
    }

    /// The smallest type that holds it, as scripts expect of numbers.
    private static Number narrowed(BigInteger number) {
        return switch (number.bitLength() / Integer.SIZE) {
            case 0 -> number.intValueExact();
            case 1 -> number.longValueExact();
            default -> number;
        };
    }
}
