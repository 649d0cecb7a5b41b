package org.hearthkey.app.camera;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hearthkey.core.secret.SecretBytes;

/// A photo of a label, made small enough to be kept beside its code: a JPEG of the dots alone, turned upright. Where and
/// when it was taken, and with which telephone, is left out.
public final class LabelPhoto {
    /// Enough for the small print on a sticker.
    private static final int LONGEST_SIDE = 1200;

    private static final float QUALITY = 0.7f;
    private static final double SMALLER = 0.8;

    private LabelPhoto() {}

    /// Reads a picture and makes a JPEG of it.
    ///
    /// @param mostBytes how large the JPEG may be; a photo that does not fit is made smaller until it does
    /// @throws UnreadablePictureException if the file is no picture, is too large or is damaged
    /// @throws IOException if the file cannot be read
    public static SecretBytes read(Path file, int mostBytes) throws IOException {
        byte[] content = PictureReader.content(file);
        var orientation = Orientation.of(content);
        var image = PictureReader.image(content);
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        while (true) {
            byte[] jpeg = jpeg(orientation.upright(scaled(image, scale)));
            if (jpeg.length <= mostBytes) {
                return SecretBytes.owning(jpeg);
            }
            scale *= SMALLER;
        }
    }

    /// Halves as long as that is too large: one step over many dots would skip most of them.
    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var step = image;
        while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
            step = drawn(step, step.getWidth() / 2, step.getHeight() / 2);
        }
        return drawn(step, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var jpeg = new ByteArrayOutputStream();
        // Not ImageIO.write: that may put the picture into a temporary file.
        try (var out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
