package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a Wi-Fi Easy Connect code says beside the key. Nothing of it is proven.
///
/// @param version of the protocol; absent in codes of version 1
/// @param curves the curves the device supports: bit 0 is P-256, then P-384, P-521 and the three Brainpool curves
/// @param mac lower-case hex without separators
/// @param info free text of the maker, often a serial number
public record DppHints(
        Optional<Integer> version,
        Optional<Integer> curves,
        Optional<String> mac,
        Optional<Host> host,
        List<Channel> channels,
        Optional<String> info) {

    /// A Wi-Fi channel to listen on, in an operating class of IEEE 802.11, table E-4.
    public record Channel(int operatingClass, int number) {}

    /// Where the device answers; an address literal, never a name.
    public record Host(String address, int port) {}

    private static final Pattern VERSION = Pattern.compile("[1-9]");
    private static final Pattern CURVES = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{12}");
    private static final Pattern CHANNEL = Pattern.compile("(?:(?<class>[1-9][0-9]{0,2})/)?(?<number>[1-9][0-9]{0,2})");
    private static final Pattern BRACKETED = Pattern.compile("\\[(?<address>[^]]*)](?::(?<port>.*))?");
    private static final Pattern WITH_PORT = Pattern.compile("(?<address>[^:]*):(?<port>[^:]*)");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern OCTETS = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern HEXTETS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int DEFAULT_PORT = 8908;

    public DppHints {
        channels = List.copyOf(channels);
    }

    static DppHints of(Map<Character, String> items) throws MalformedException {
        return new DppHints(
                item(items, 'V', DppHints::version),
                item(items, 'B', DppHints::curves),
                item(items, 'M', DppHints::mac),
                item(items, 'H', DppHints::host),
                item(items, 'C', DppHints::channels).orElse(List.of()),
                item(items, 'I', info -> info));
    }

    private interface Reading<T> {
        T read(String item) throws MalformedException;
    }

    private static <T> Optional<T> item(Map<Character, String> items, char letter, Reading<T> reading)
            throws MalformedException {
        var item = items.get(letter);
        return item == null ? Optional.empty() : Optional.of(reading.read(item));
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        version.ifPresent(number -> fields.put("version", number));
        curves.ifPresent(mask -> fields.put("curvesMask", mask));
        mac.ifPresent(address -> fields.put("mac", address));
        host.ifPresent(place -> fields.put("host", place.address()));
        host.ifPresent(place -> fields.put("port", place.port()));
        if (!channels.isEmpty()) {
            fields.put(
                    "channels",
                    channels.stream()
                            .map(c -> List.of(c.operatingClass(), c.number()))
                            .toList());
        }
        info.ifPresent(text -> fields.put("info", text));
        return fields;
    }

    private static int version(String digit) throws MalformedException {
        require(VERSION.matcher(digit).matches(), "V is not a digit from 1");
        return Integer.parseInt(digit);
    }

    private static int curves(String nibbles) throws MalformedException {
        require(CURVES.matcher(nibbles).matches(), "B is not hex");
        // The lowest nibble comes first.
        return Integer.parseInt(new StringBuilder(nibbles).reverse().toString(), 16);
    }

    private static String mac(String digits) throws MalformedException {
        require(MAC.matcher(digits).matches(), "M is not 12 hex digits");
        return digits.toLowerCase(Locale.ROOT);
    }

    private static List<Channel> channels(String list) throws MalformedException {
        var channels = new ArrayList<Channel>();
        int operatingClass = 0;
        for (var item : list.split(",", -1)) {
            var parts = CHANNEL.matcher(item);
            require(parts.matches(), "channel list syntax");
            if (parts.group("class") != null) {
                operatingClass = Integer.parseInt(parts.group("class"));
            }
            require(operatingClass > 0, "channel without an operating class");
            var channel = new Channel(operatingClass, Integer.parseInt(parts.group("number")));
            require(operatingClass <= 255 && channel.number() <= 255, "channel list syntax");
            channels.add(channel);
        }
        return channels;
    }

    private static Host host(String text) throws MalformedException {
        var bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            var address = bracketed.group("address");
            require(isIpv6(address), "H address");
            return new Host(address, port(bracketed.group("port")));
        }
        if (isIpv6(text) || isIpv4(text)) {
            return new Host(text, DEFAULT_PORT);
        }
        var withPort = WITH_PORT.matcher(text);
        require(withPort.matches() && isIpv4(withPort.group("address")), "H address");
        return new Host(withPort.group("address"), port(withPort.group("port")));
    }

    private static int port(@Nullable String digits) throws MalformedException {
        if (digits == null) {
            return DEFAULT_PORT;
        }
        require(PORT.matcher(digits).matches() && Integer.parseInt(digits) <= 0xFFFF, "H port");
        return Integer.parseInt(digits);
    }

    private static boolean isIpv4(String text) {
        return OCTETS.matcher(text).matches() && isLiteral(text);
    }

    private static boolean isIpv6(String text) {
        return text.contains(":") && HEXTETS.matcher(text).matches() && isLiteral(text);
    }

    /// Asks no name service: `ofLiteral` reads addresses only.
    private static boolean isLiteral(String text) {
        try {
            return InetAddress.ofLiteral(text).getHostAddress() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
