package org.hearthkey.core.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A LoRaWAN device: its address, the server it joins through, and perhaps the token by which its owner claims it.
///
/// @param joinEui 16 capital hex digits
/// @param devEui 16 capital hex digits
/// @param profile 8 capital hex digits: four of the vendor, four of the vendor's profile
/// @param ownerToken the secret
/// @param proprietary what only the vendor can read, in the order of the code
/// @see <a href="https://resources.lora-alliance.org/technical-recommendations/tr005-lorawan-device-identification-qr-codes">
/// TR005</a>
public record LorawanCode(
        String text,
        String joinEui,
        String devEui,
        String profile,
        Optional<String> ownerToken,
        Optional<String> serial,
        List<String> proprietary,
        Optional<String> checksum)
        implements Code {
    static final Kind KIND = new Kind("lorawan", "LW:", LorawanCode::parse).atMost(512);

    /// What a QR code writes in its denser alphabet.
    private static final Pattern ALPHANUMERIC = Pattern.compile("[0-9A-Z $%*+./:-]*+");
    private static final Pattern EUI = Pattern.compile("[0-9A-F]{16}");
    private static final Pattern NOT_GIVEN = Pattern.compile("0{16}|F{16}");
    private static final Pattern PROFILE = Pattern.compile("[0-9A-F]{8}");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9A-F]{4}");
    private static final int HEX = 16;
    private static final int EXTENSIONS = 5;
    private static final int VENDOR = 4;

    public LorawanCode {
        proprietary = List.copyOf(proprietary);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return ownerToken.isPresent() ? Proof.BINDS_SECRET : Proof.NAMES_ONLY;
    }

    @Override
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(Mark.Sort.ADDRESS, devEui.toLowerCase(Locale.ROOT)));
        ownerToken.ifPresent(token -> marks.add(Mark.ofSecret(kind(), token)));
        serial.ifPresent(number -> marks.add(new Mark(Mark.Sort.SERIAL, number)));
        return marks;
    }

    @Override
    public Said said() {
        return new Said(Optional.of(vendor()), Optional.of(profile.substring(VENDOR)), serial, Optional.empty());
    }

    private String vendor() {
        return profile.substring(0, VENDOR);
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("joinEui", joinEui);
        fields.put("devEui", devEui);
        fields.put("vendorId", vendor());
        fields.put("vendorProfileId", profile.substring(VENDOR));
        ownerToken.ifPresent(token -> fields.put("ownerToken", token));
        serial.ifPresent(number -> fields.put("serial", number));
        checksum.ifPresent(crc -> fields.put("checksum", crc));
        if (!proprietary.isEmpty()) {
            fields.put("proprietary", proprietary);
        }
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public String toString() {
        return kind();
    }

    private static LorawanCode parse(String text) throws MalformedException {
        require(ALPHANUMERIC.matcher(text).matches(), "character outside QR alphanumeric set");
        var parts = List.of(text.split(":", -1));
        require(parts.getFirst().equals("LW"), "no LW prefix");
        require(parts.size() > 1 && parts.get(1).equals("D0"), "version is not D0");
        var joinEui = part(parts, 2, EUI, "JoinEUI is not 16 hex");
        var devEui = part(parts, 3, EUI, "DevEUI is not 16 hex");
        require(!NOT_GIVEN.matcher(devEui).matches(), "DevEUI all zeros or ones");
        var profile = part(parts, 4, PROFILE, "ProfileID is not 8 hex");
        var extensions = new Extensions();
        for (var extension : parts.subList(EXTENSIONS, parts.size())) {
            extensions.add(extension);
        }
        if (extensions.checksum.isPresent()) {
            byte[] before = text.substring(0, text.lastIndexOf(':')).getBytes(US_ASCII);
            require(
                    Integer.parseInt(extensions.checksum.get(), HEX) == Crc16.MODBUS.of(before),
                    "checksum CRC-16/MODBUS");
        }
        return new LorawanCode(
                text,
                joinEui,
                devEui,
                profile,
                extensions.token,
                extensions.serial,
                extensions.proprietary,
                extensions.checksum);
    }

    private static String part(List<String> parts, int at, Pattern form, String why) throws MalformedException {
        require(at < parts.size() && form.matcher(parts.get(at)).matches(), why);
        return parts.get(at);
    }

    /// Owner token, serial number, what is the vendor's own, and the checksum: in this order, each once but the third.
    private static final class Extensions {
        private static final String ORDER = "OSPC";
        private int last;
        private Optional<String> token = Optional.empty();
        private Optional<String> serial = Optional.empty();
        private Optional<String> checksum = Optional.empty();
        private final List<String> proprietary = new ArrayList<>();

        void add(String extension) throws MalformedException {
            require(checksum.isEmpty(), "checksum is not last");
            require(extension.length() > 1, "extension without a value");
            int place = ORDER.indexOf(extension.charAt(0)) + 1;
            require(place > 0, "unknown extension");
            require(
                    place > last || (place == last && extension.startsWith("P")),
                    "extension fields out of order or repeated");
            last = place;
            var value = extension.substring(1);
            switch (extension.charAt(0)) {
                case 'O' -> token = Optional.of(value);
                case 'S' -> serial = Optional.of(value);
                case 'P' -> proprietary.add(value);
                default -> {
                    require(CHECKSUM.matcher(value).matches(), "checksum is not 4 hex");
                    checksum = Optional.of(value);
                }
            }
        }
    }
}
