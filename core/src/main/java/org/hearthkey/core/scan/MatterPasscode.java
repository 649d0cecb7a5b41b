package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.MalformedException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The secret of a Matter label: whoever has it can add the device to a home while the device lets itself be added.
///
/// @param number 1 to 99,999,998, and none of those that are easy to guess
/// @see <a href="https://csa-iot.org/developer-resource/specifications-download-request/">Matter Core, section 5.1.7</a>
public record MatterPasscode(int number) {
    static final int BITS = 27;

    private static final int HIGHEST = 99_999_998;

    /// The sample programs of the software development kit come with it.
    private static final int SAMPLE = 20_202_021;

    private static final Set<Integer> EASY = Set.of(
            11_111_111,
            22_222_222,
            33_333_333,
            44_444_444,
            55_555_555,
            66_666_666,
            77_777_777,
            88_888_888,
            12_345_678,
            87_654_321);

    static MatterPasscode of(int number) throws MalformedException {
        require(number >= 1 && number <= HIGHEST, "passcode outside 00000001..99999998");
        require(!EASY.contains(number), "passcode on the disallowed list");
        return new MatterPasscode(number);
    }

    /// By what the label of a device is known again, whether its picture was read or its digits were typed: the digits
    /// hold only the four upper bits of the twelve by which nearby devices are told apart.
    /// Empty for the secret of the sample programs, which says nothing of one device.
    Optional<Mark> mark(int shortDiscriminator) {
        return number == SAMPLE
                ? Optional.empty()
                : Optional.of(Mark.ofSecret("matter", number + "/" + shortDiscriminator));
    }

    List<Warning> warnings(int vendor) {
        var warnings = new ArrayList<Warning>();
        if (MatterVendor.isTest(vendor)) {
            warnings.add(new Warning("test-vendor-id", "Matter Core, section 2.5.2"));
        }
        if (number == SAMPLE) {
            warnings.add(new Warning("sdk-default-passcode", "Matter Core, section 5.1.7"));
        }
        return warnings;
    }

    @Override
    public String toString() {
        return "passcode";
    }
}
