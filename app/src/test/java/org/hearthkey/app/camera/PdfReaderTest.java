package org.hearthkey.app.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.hearthkey.app.camera.UnreadablePictureException.Reason;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final String LABEL = "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U";

    @Test
    void readsTheCodesOfAllPages() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            add(document, QrImages.of(LABEL, 4), 80);
            add(document, QrImages.of("MT:Y.K9042C00KA0648G00", 4), 60);
            assertEquals(List.of(LABEL, "MT:Y.K9042C00KA0648G00"), PictureReader.texts(saved(document)));
        }
    }

    @Test
    void saysThatItIsLocked() throws Exception {
        try (var document = new PDDocument()) {
            add(document, QrImages.of(LABEL, 4), 80);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertEquals(Reason.LOCKED, refusal(saved(document)));
        }
    }

    @Test
    void saysThatMorePagesAreNotLookedAt() throws Exception {
        try (var document = new PDDocument()) {
            for (int page = 0; page < PdfPages.MOST_PAGES; page++) {
                document.addPage(new PDPage(new PDRectangle(40, 40)));
            }
            add(document, QrImages.of(LABEL, 4), 80);
            assertEquals(Reason.MORE_PAGES, refusal(saved(document)));
        }
    }

    @Test
    void saysWhatIsNoWholePdf() {
        assertEquals(Reason.DAMAGED, refusal("%PDF-1.7\nand nothing else".getBytes(US_ASCII)));
    }

    @Test
    void refusesAPictureInItThatIsTooLarge() throws Exception {
        try (var document = new PDDocument()) {
            var code = LosslessFactory.createFromImage(document, QrImages.of(LABEL, 4));
            code.setWidth(40_000);
            code.setHeight(40_000);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.drawImage(code, 0, 0, 500, 500);
            }
            add(document, QrImages.of(LABEL, 4), 80);
            assertEquals(Reason.DAMAGED, refusal(saved(document)));
        }
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws Exception {
        try (var document = new PDDocument()) {
            add(document, QrImages.of(LABEL, 4), 80);
            var pdf = saved(document);
            Thread.currentThread().interrupt();
            try {
                assertThrows(InterruptedIOException.class, () -> PictureReader.texts(pdf));
            } finally {
                assertTrue(Thread.interrupted());
            }
        }
    }

    private static void add(PDDocument document, BufferedImage code, float side) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.drawImage(LosslessFactory.createFromImage(document, code), 100, 500, side, side);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static Reason refusal(byte[] file) {
        return assertThrows(UnreadablePictureException.class, () -> PictureReader.texts(file))
                .reason();
    }
}
