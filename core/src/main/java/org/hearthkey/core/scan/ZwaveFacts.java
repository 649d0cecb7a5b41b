package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a Z-Wave QR code says of its device after the key: items of a type, a length and digits.
///
/// @param items in the order of the code
/// @param fields by the names of the command line
/// @see <a href="https://z-wavealliance.org/development-resources-overview/specification-for-developers/">Z-Wave
///     Node Provisioning Information Type Registry</a>
public record ZwaveFacts(List<Item> items, Map<String, Object> fields) {
    /// One item.
    ///
    /// @param critical 1 where a reader that does not know the type must not use the code, else 0
    public record Item(int type, int critical, String digits) {}

    private static final String GENERIC_CLASS = "genericClass";
    private static final int ENTRY_CONTROL = 0x40;
    private static final int PRODUCT_TYPE = 0;
    private static final int PRODUCT_ID = 1;
    private static final int HEADER = 4;
    private static final int NUMBER = 5;
    private static final int SECONDS_A_STEP = 128;

    public ZwaveFacts {
        items = List.copyOf(items);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// @param digits ASCII digits
    static ZwaveFacts parse(String digits) throws MalformedException {
        var items = new ArrayList<Item>();
        var fields = new LinkedHashMap<String, Object>();
        var types = new HashSet<Integer>();
        int at = 0;
        while (at < digits.length()) {
            require(digits.length() - at >= HEADER, "TLV header truncated");
            int type = Integer.parseInt(digits, at, at + 2, 10);
            int end = at + HEADER + Integer.parseInt(digits, at + 2, at + HEADER, 10);
            require(end <= digits.length(), "TLV value truncated");
            var item = new Item(type >> 1, type & 1, digits.substring(at + HEADER, end));
            require(types.add(item.type()), "repeated TLV");
            read(item, fields);
            items.add(item);
            at = end;
        }
        require(types.contains(PRODUCT_TYPE) && types.contains(PRODUCT_ID), "ProductType or ProductId TLV missing");
        return new ZwaveFacts(items, fields);
    }

    private static void read(Item item, Map<String, Object> fields) throws MalformedException {
        var digits = item.digits();
        switch (item.type()) {
            case PRODUCT_TYPE -> {
                length(digits, 2 * NUMBER);
                int type = number(digits, 0);
                fields.put(GENERIC_CLASS, type >> Byte.SIZE);
                fields.put("specificClass", type & 0xFF);
                fields.put("icon", number(digits, 1));
            }
            case PRODUCT_ID -> {
                length(digits, 4 * NUMBER);
                int version = number(digits, 3);
                fields.put("manufacturer", number(digits, 0));
                fields.put("productType", number(digits, 1));
                fields.put("productId", number(digits, 2));
                fields.put("appVersion", (version >> Byte.SIZE) + "." + (version & 0xFF));
            }
            case 2 -> {
                length(digits, 2);
                int steps = Integer.parseInt(digits);
                require(steps >= 5, "inclusion interval below 5");
                fields.put("maxInclusionRequestInterval", steps * SECONDS_A_STEP);
            }
            case 3 -> {
                length(digits, 2 + 8 * NUMBER);
                fields.put("uuidFormat", Integer.parseInt(digits, 0, 2, 10));
                fields.put("uuid", uuid(digits.substring(2)));
            }
            case 4 -> {
                require(List.of(2, 3, NUMBER).contains(digits.length()), "TLV length");
                int protocols = Integer.parseInt(digits);
                require(protocols <= 0xFFFF, "TLV number above 65535");
                fields.put("protocols", protocols);
            }
            default -> require(item.critical() == 0, "unknown critical TLV");
        }
    }

    private static void length(String digits, int wanted) throws MalformedException {
        require(digits.length() == wanted, "TLV length");
    }

    private static int number(String digits, int index) throws MalformedException {
        int number = Integer.parseInt(digits, index * NUMBER, (index + 1) * NUMBER, 10);
        require(number <= 0xFFFF, "TLV number above 65535");
        return number;
    }

    private static String uuid(String digits) throws MalformedException {
        var hex = new StringBuilder();
        for (int i = 0; i < digits.length() / NUMBER; i++) {
            hex.append(HexFormat.of().toHexDigits((short) number(digits, i)));
        }
        return hex.toString();
    }

    private int field(String name) {
        return (int) fields.getOrDefault(name, 0);
    }

    /// Whether it is made to let people in: a lock, a gate, the keypad beside a door.
    boolean opensDoors() {
        return field(GENERIC_CLASS) == ENTRY_CONTROL;
    }

    Said said() {
        var product = Said.number(field("productType")) + "-" + Said.number(field("productId"));
        return new Said(
                Optional.of(Said.number(field("manufacturer"))), Optional.of(product), Optional.empty(), type());
    }

    private Optional<String> type() {
        return Optional.ofNullable(
                switch (field(GENERIC_CLASS)) {
                    case 0x01, 0x12 -> "remote control";
                    case 0x02 -> "hub";
                    case 0x05, 0x0F -> "repeater";
                    case 0x06 -> "appliance";
                    case 0x07, 0x20, 0x21, 0xA1 -> "sensor";
                    case 0x08 -> "thermostat";
                    case 0x09 -> "blind";
                    case 0x10, 0x13 -> "switch";
                    case 0x11 -> "dimmer";
                    case 0x16 -> "fan";
                    case 0x17 -> "alarm";
                    case 0x18 -> "wall switch";
                    case 0x30, 0x31 -> "meter";
                    case ENTRY_CONTROL -> "lock";
                    default -> null;
                });
    }

    List<List<Object>> listed() {
        return items.stream()
                .map(item -> List.<Object>of(item.type(), item.critical(), item.digits()))
                .toList();
    }
}
