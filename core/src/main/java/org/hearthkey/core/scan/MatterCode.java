package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Matter QR code: of one device, or of the several of one box. It holds the secret that adds a device to a home, and
/// no key; that the device is what it says is proven by its attestation only.
///
/// @param text the whole code
/// @param devices one or more
/// @param besides texts of other makers' making that stand before and after it, separated by `%`; ignored
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.3</a>
public record MatterCode(String text, List<MatterDevice> devices, List<String> besides) implements Code {
    static final Kind KIND = new Kind(
                    "matter-qr", Pattern.compile("(?:.{0,2048}%)?MT:"), Kind.PRINTABLE_ASCII, 2048, MatterCode::parse)
            .typed(Kind.Typing.opening(Pattern.compile("MT:")));

    private static final String PREFIX = "MT:";

    public MatterCode {
        devices = List.copyOf(devices);
        besides = List.copyOf(besides);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Proof proof() {
        return Proof.BINDS_SECRET;
    }

    @Override
    public List<Mark> marks() {
        return devices.stream()
                .flatMap(device -> device.marks().stream())
                .distinct()
                .toList();
    }

    /// Several devices of one box are as a rule the same thing.
    @Override
    public Said said() {
        var said = devices.stream().map(MatterDevice::said).distinct().toList();
        return said.size() == 1 ? said.getFirst() : Said.NOTHING;
    }

    @Override
    public List<Warning> warnings() {
        var own = new ArrayList<Warning>();
        if (devices.stream().map(MatterDevice::passcode).distinct().count() < devices.size()) {
            own.add(new Warning("shared-passcode", "Matter Core, section 5.1.7"));
        }
        if (!besides.isEmpty()) {
            own.add(new Warning("text-around", "Matter Core, section 5.1.3"));
        }
        return Stream.concat(devices.stream().flatMap(device -> device.warnings().stream()), own.stream())
                .distinct()
                .toList();
    }

    @Override
    public Map<String, @Nullable Object> identity() {
        if (devices.size() == 1) {
            return devices.getFirst().fields();
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("devices", devices.stream().map(MatterDevice::fields).toList());
        return all;
    }

    /// The digits that belong to the code, if it is of one device.
    @Override
    public Optional<String> spoken() {
        return devices.size() == 1 ? Optional.of(devices.getFirst().manualCode()) : Optional.empty();
    }

    /// The kind alone: the code is a secret.
    @Override
    public String toString() {
        return kind();
    }

    private static MatterCode parse(String text) throws MalformedException {
        var parts = new ArrayList<>(Arrays.asList(text.split("%", -1)));
        int ours = parts.stream().map(part -> part.startsWith(PREFIX)).toList().indexOf(true);
        require(ours >= 0, "no MT: segment");
        var body = parts.remove(ours).substring(PREFIX.length());
        var devices = new ArrayList<MatterDevice>();
        for (var device : body.split("\\*", -1)) {
            devices.add(MatterDevice.parse(device));
        }
        return new MatterCode(text, devices, parts);
    }
}
