package org.hearthkey.app.camera;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Pictures of codes, easy and hard.
final class QrImages {
    private static final int QUIET_MODULES = 4;

    private QrImages() {}

    static BufferedImage of(String text, int pixelsPerModule) throws WriterException {
        var utf8 = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        return of(Encoder.encode(text, ErrorCorrectionLevel.M, utf8).getMatrix(), pixelsPerModule);
    }

    static BufferedImage of(ByteMatrix modules, int pixelsPerModule) {
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * pixelsPerModule;
        return drawn(side, side, pen -> {
            pen.setColor(Color.BLACK);
            pen.scale(pixelsPerModule, pixelsPerModule);
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        pen.fillRect(x + QUIET_MODULES, y + QUIET_MODULES, 1, 1);
                    }
                }
            }
        });
    }

    /// The codes in rows of three.
    static BufferedImage sheet(List<String> texts, int pixelsPerModule) throws WriterException {
        int cell = 60 * pixelsPerModule;
        var sheet = blank(3 * cell, (texts.size() + 2) / 3 * cell);
        var pen = sheet.createGraphics();
        for (int i = 0; i < texts.size(); i++) {
            pen.drawImage(of(texts.get(i), pixelsPerModule), i % 3 * cell, i / 3 * cell, null);
        }
        pen.dispose();
        return sheet;
    }

    static BufferedImage turned(BufferedImage image, int degrees) {
        int side = (int) Math.ceil(Math.hypot(image.getWidth(), image.getHeight()));
        var turn = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return drawn(side, side, pen -> pen.drawImage(image, turn, null));
    }

    /// As a sensor stores it that asks to be shown with an Exif orientation of 1 to 8: mirrored or turned, or both.
    static BufferedImage oriented(BufferedImage image, int orientation) {
        boolean onItsSide = orientation > 4;
        int width = onItsSide ? image.getHeight() : image.getWidth();
        int height = onItsSide ? image.getWidth() : image.getHeight();
        var stored = blank(width, height);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int across = onItsSide ? y : x;
                int down = onItsSide ? x : y;
                boolean right = List.of(2, 3, 7, 8).contains(orientation);
                boolean below = List.of(3, 4, 6, 7).contains(orientation);
                stored.setRGB(
                        right ? width - 1 - across : across, below ? height - 1 - down : down, image.getRGB(x, y));
            }
        }
        return stored;
    }

    static BufferedImage transformed(BufferedImage image, AffineTransform transform) {
        var bounds =
                transform.createTransformedShape(image.getRaster().getBounds()).getBounds();
        return drawn(bounds.width, bounds.height, pen -> pen.drawImage(image, transform, null));
    }

    static BufferedImage recolored(BufferedImage image, Color ink, Color paper) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = (image.getRGB(x, y) & 0xFF) < 128;
                copy.setRGB(x, y, (dark ? ink : paper).getRGB());
            }
        }
        return copy;
    }

    /// Each pixel is made lighter or darker by up to `most` of 255.
    static BufferedImage noisy(BufferedImage image, int most, Random random) {
        var copy = blank(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int gray = Math.clamp((image.getRGB(x, y) & 0xFF) + random.nextInt(-most, most + 1), 0, 255);
                copy.setRGB(x, y, new Color(gray, gray, gray).getRGB());
            }
        }
        return copy;
    }

    /// As many corner marks as fit, each nine modules from the next.
    static BufferedImage cornerMarks(int side, int pitch) {
        int module = pitch / 9;
        return drawn(side, side, pen -> {
            for (int y = 0; y < side; y += pitch) {
                for (int x = 0; x < side; x += pitch) {
                    pen.setColor(Color.BLACK);
                    pen.fillRect(x, y, 7 * module, 7 * module);
                    pen.setColor(Color.WHITE);
                    pen.fillRect(x + module, y + module, 5 * module, 5 * module);
                    pen.setColor(Color.BLACK);
                    pen.fillRect(x + 2 * module, y + 2 * module, 3 * module, 3 * module);
                }
            }
        });
    }

    private interface Drawing {
        void on(Graphics2D pen);
    }

    private static BufferedImage drawn(int width, int height, Drawing drawing) {
        var image = blank(width, height);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.on(pen);
        pen.dispose();
        return image;
    }

    private static BufferedImage blank(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }
}
