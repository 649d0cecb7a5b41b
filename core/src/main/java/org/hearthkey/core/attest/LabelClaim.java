package org.hearthkey.core.attest;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.DppCode;
import org.hearthkey.core.scan.KeyLabelCode;
import org.hearthkey.core.scan.MatterCode;
import org.hearthkey.core.scan.MatterDevice;
import org.hearthkey.core.scan.MatterManualCode;

/// What a label says of who made the device. It is printed, not proven: it must agree with what the maker signed.
///
/// @param vendor Matter's vendor id, four upper-case hex digits
/// @param product Matter's product id, four upper-case hex digits
/// @param serial the serial number
public record LabelClaim(Optional<String> vendor, Optional<String> product, Optional<String> serial) {
    /// A label that says nothing of this, or none.
    public static final LabelClaim NONE = new LabelClaim(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String DPP_SERIAL = "SN=";

    /// What this code says.
    public static LabelClaim of(Code code) {
        return switch (code) {
            case KeyLabelCode label -> serial(Optional.ofNullable(label.query().get("sn")));
            case DppCode dpp ->
                serial(dpp.hints()
                        .info()
                        .filter(info -> info.startsWith(DPP_SERIAL))
                        .map(info -> info.substring(DPP_SERIAL.length())));
            case MatterCode matter -> matter(matter.devices());
            case MatterManualCode manual ->
                ids(manual.vendor().orElse(0), manual.product().orElse(0));
            case Code _ -> NONE;
        };
    }

    private static LabelClaim serial(Optional<String> serial) {
        return new LabelClaim(Optional.empty(), Optional.empty(), serial);
    }

    /// Where one code is for several products, it names none of them for this device.
    private static LabelClaim matter(List<MatterDevice> devices) {
        var claims = devices.stream()
                .map(device -> ids(device.vendor(), device.product()))
                .distinct()
                .toList();
        return claims.size() == 1 ? claims.getFirst() : NONE;
    }

    /// A vendor id of zero says that the label leaves it open.
    private static LabelClaim ids(int vendor, int product) {
        return vendor == 0
                ? NONE
                : new LabelClaim(Optional.of(hex(vendor)), Optional.of(hex(product)), Optional.empty());
    }

    private static String hex(int id) {
        return "%04X".formatted(id);
    }
}
