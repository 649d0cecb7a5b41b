package org.hearthkey.app.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
    private static final String LABEL =
            "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U?sn=4774LH2b4044&v=ACME";

    @Test
    void readsAPrintedCode() throws Exception {
        assertEquals(List.of(LABEL), read(QrImages.of(LABEL, 4)));
    }

    @Test
    void looksNoFurtherOnAThreadThatIsInterrupted() throws Exception {
        var picture = QrPicture.of(QrImages.of(LABEL, 4));
        Thread.currentThread().interrupt();
        try {
            assertEquals(List.of(), picture.texts());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void readsPixelsAsAWindowHasThem() throws Exception {
        var image = QrImages.of(LABEL, 4);
        var argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertEquals(
                List.of(LABEL),
                QrPicture.of(image.getWidth(), image.getHeight(), argb).texts());
        assertThrows(IllegalArgumentException.class, () -> QrPicture.of(1, 2, argb));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 30, 45, 60, 90, 135, 180, 270, 350})
    void readsACodeThatIsTurned(int degrees) throws Exception {
        assertEquals(List.of(LABEL), read(QrImages.turned(QrImages.of(LABEL, 6), degrees)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9, 20})
    void readsACodeOfAnySize(int pixelsPerModule) throws Exception {
        assertEquals(List.of(LABEL), read(QrImages.of(LABEL, pixelsPerModule)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1.3, 1.9, 2.6})
    void readsACodeThatWasScaledUnevenly(double factor) throws Exception {
        var scale = AffineTransform.getScaleInstance(1.2 * factor, factor);
        assertEquals(List.of(LABEL), read(QrImages.transformed(QrImages.of(LABEL, 3), scale)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 100})
    void readsANoisyPicture(int noise) throws Exception {
        assertEquals(List.of(LABEL), read(QrImages.noisy(QrImages.of(LABEL, 6), noise, new Random(noise))));
    }

    @Test
    void readsANegative() throws Exception {
        assertEquals(List.of(LABEL), read(QrImages.recolored(QrImages.of(LABEL, 4), Color.WHITE, Color.BLACK)));
    }

    @Test
    void readsFaintAndColoredCodes() throws Exception {
        var code = QrImages.of(LABEL, 4);
        assertEquals(List.of(LABEL), read(QrImages.recolored(code, Color.GRAY, Color.LIGHT_GRAY)));
        assertEquals(List.of(LABEL), read(QrImages.recolored(code, Color.BLUE, Color.YELLOW)));
    }

    @Test
    void readsACodeOnATransparentGround() throws Exception {
        var glass = new Color(0, 0, 0, 0);
        assertEquals(List.of(LABEL), read(QrImages.recolored(QrImages.of(LABEL, 4), Color.BLACK, glass)));
    }

    @Test
    void readsEveryCodeInThePicture() throws Exception {
        var texts = List.of(LABEL, "DPP:K:x;;", "https://example.com/", "MT:Y.K9042C00KA0648G00", "5", LABEL);
        assertEquals(Set.copyOf(texts), Set.copyOf(read(QrImages.sheet(texts, 3))));
    }

    @Test
    void findsNothingInAPictureOfNothing() {
        assertEquals(List.of(), read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)));
        assertEquals(List.of(), read(new BufferedImage(1, 999, BufferedImage.TYPE_BYTE_GRAY)));
        var screen = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        assertEquals(List.of(), read(QrImages.noisy(screen, 255, new Random(1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 27, 63, 270, 342})
    void aPictureOfNothingButCornerMarksTakesNoLongTime(int pitch) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertEquals(List.of(), read(QrImages.cornerMarks(2000, pitch))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\0b",
                "\u00e4",
                "\u202eabc",
                "\uff11\uff12",
                "\ufeffDPP:",
                "DPP:\t",
                "{\"a\":\"\u0007\"}"
            })
    void leavesOutACodeThatIsNotPlainText(String text) throws Exception {
        assertEquals(List.of(), read(QrImages.of(text, 4)));
    }

    @Test
    void readsJsonInOtherLetters() throws Exception {
        var json = "{\"ver\":\"v1\",\"name\":\"K\u00fcche \u5ba4\"}";
        assertEquals(List.of(json), read(QrImages.of(json, 4)));
    }

    @Test
    void leavesOutBytesThatOnlyACharacterSetMakesText() throws Exception {
        var utf16 = Map.of(EncodeHintType.CHARACTER_SET, "UTF-16BE");
        var code = Encoder.encode("abc", ErrorCorrectionLevel.M, utf16);
        assertEquals(List.of(), read(QrImages.of(code.getMatrix(), 4)));
    }

    private static List<String> read(BufferedImage image) {
        return QrPicture.of(image).texts();
    }
}
