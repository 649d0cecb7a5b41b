package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One device of a Matter QR code.
///
/// @param vendor 0 where the label does not say it, else 1 to FFF4 (hex)
/// @param flow 0 is ready when switched on, 1 needs a press of a button, 2 needs what the maker's papers say
/// @param discovery bit mask of the ways to find the device; 1 Bluetooth, 2 network, and others
/// @param discriminator 0 to 4095; tells nearby devices apart
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.3</a>
public record MatterDevice(
        int vendor,
        int product,
        int flow,
        int discovery,
        int discriminator,
        MatterPasscode passcode,
        Optional<MatterExtras> extras) {

    private static final int FIXED_BYTES = 11;
    private static final int SHORT_SHIFT = 8;
    private static final int KNOWN_DISCOVERY = 0b0011_1111;

    /// The sample programs of the software development kit come with it.
    private static final int SAMPLE_DISCRIMINATOR = 3840;

    static MatterDevice parse(String base38) throws MalformedException {
        require(!base38.isEmpty(), "empty element between * separators");
        byte[] bytes = Base38.decode(base38);
        require(bytes.length >= FIXED_BYTES, "shorter than 88 bits");
        var bits = new Bits(bytes);
        require(bits.next(3) == 0, "version is not 0");
        int vendor = bits.next(16);
        require(vendor <= MatterVendor.HIGHEST, "vendor id above 0xFFF4 (reserved range)");
        int product = bits.next(16);
        require(vendor == 0 || product != 0, "vendor id without a product id");
        int flow = bits.next(2);
        require(flow != 3, "custom flow 3 (reserved)");
        int discovery = bits.next(8);
        int discriminator = bits.next(12);
        int passcode = bits.next(MatterPasscode.BITS);
        require(bits.next(4) == 0, "padding bits are not zero");
        return new MatterDevice(
                vendor,
                product,
                flow,
                discovery,
                discriminator,
                MatterPasscode.of(passcode),
                bytes.length == FIXED_BYTES
                        ? Optional.empty()
                        : Optional.of(MatterExtras.parse(Arrays.copyOfRange(bytes, FIXED_BYTES, bytes.length))));
    }

    Said said() {
        return MatterVendor.said(vendor, product, serial());
    }

    private Optional<String> serial() {
        return extras.flatMap(MatterExtras::serialNumber);
    }

    /// The digits beside the picture. Where more has to be done than switching the device on, they name the product too,
    /// so that the maker's way can be looked up.
    String manualCode() {
        boolean namesProduct = flow != 0 && vendor != 0;
        int upper = discriminator >> SHORT_SHIFT;
        var digits = new StringBuilder(String.format(
                Locale.ROOT,
                "%d%05d%04d",
                (namesProduct ? 4 : 0) | (upper >> 2),
                ((upper & 3) << 14) | (passcode.number() & 0x3FFF),
                passcode.number() >> 14));
        if (namesProduct) {
            digits.append(String.format(Locale.ROOT, "%05d%05d", vendor, product));
        }
        return Grouping.ofManualCode(Verhoeff.complete(digits.toString()));
    }

    List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        passcode.mark(discriminator >> SHORT_SHIFT).ifPresent(marks::add);
        marks.add(new Mark(Mark.Sort.SHORT_NAME, "matter:" + discriminator));
        // A serial number says something only among the devices of one maker.
        serial().filter(_ -> vendor != 0)
                .map(number -> Said.number(vendor).toLowerCase(Locale.ROOT) + ":" + number)
                .ifPresent(number -> marks.add(new Mark(Mark.Sort.SERIAL, "matter:" + number)));
        return marks;
    }

    List<Warning> warnings() {
        var warnings = new ArrayList<>(passcode.warnings(vendor));
        if (discriminator == SAMPLE_DISCRIMINATOR) {
            warnings.add(new Warning("sdk-default-discriminator", "Matter Core, section 5.1.2"));
        }
        if ((discovery & ~KNOWN_DISCOVERY) != 0) {
            warnings.add(new Warning("unknown-discovery-bits", "Matter Core, section 5.1.3.1"));
        }
        return warnings;
    }

    Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", 0);
        fields.put("vid", vendor);
        fields.put("pid", product);
        fields.put("flow", flow);
        fields.put("discovery", discovery);
        fields.put("discriminator", discriminator);
        fields.put("passcode", passcode.number());
        fields.put("tlv", extras.map(MatterExtras::fields).orElse(null));
        fields.put("warnings", warnings().stream().map(Warning::code).toList());
        return Collections.unmodifiableMap(fields);
    }

    /// Nothing: it holds a secret.
    @Override
    public String toString() {
        return "Matter device";
    }

    /// Numbers packed from the lowest bit of the first byte upward.
    private static final class Bits {
        private final byte[] bytes;
        private int at;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        int next(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                value |= ((bytes[at / Byte.SIZE] >> (at % Byte.SIZE)) & 1) << i;
            }
            return value;
        }
    }
}
