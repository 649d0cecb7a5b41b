package org.hearthkey.app.print;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Holds a page against every rule of PDF/A-2b (ISO 19005-2), by a validator that we did not write.
public final class ArchiveCheck {
    private ArchiveCheck() {}

    /// Passes the page on if it keeps them all.
    public static byte[] archived(byte[] pdf) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> result.getFailedChecks().toString());
        } catch (VeraPDFException refused) {
            throw new AssertionError(refused);
        }
        return pdf;
    }
}
