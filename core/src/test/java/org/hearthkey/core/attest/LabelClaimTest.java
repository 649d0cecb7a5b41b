package org.hearthkey.core.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;
import org.junit.jupiter.api.Test;

class LabelClaimTest {
    private static LabelClaim read(String text) {
        return LabelClaim.of(
                assertInstanceOf(Scan.Read.class, CodeReader.read(text)).code());
    }

    @Test
    void aMatterCodeNamesVendorAndProduct() {
        assertEquals(
                new LabelClaim(Optional.of("235A"), Optional.of("FEFF"), Optional.empty()),
                read("MT:YNJV7VSC00CMVH7SR00"));
    }

    @Test
    void ourLabelMayNameASerialNumber() {
        var digest = "f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk";
        assertEquals(
                Optional.of("SN-7"),
                read("ni:///sha-256;" + digest + "?sn=SN-7").serial());
        assertEquals(LabelClaim.NONE, read("ni:///sha-256;" + digest));
    }
}
