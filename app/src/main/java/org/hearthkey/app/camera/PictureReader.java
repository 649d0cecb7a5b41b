package org.hearthkey.app.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hearthkey.app.camera.UnreadablePictureException.Reason;

/// Reads a picture file: PNG, JPEG, GIF (its first frame) or BMP, turned any way round; and the pages of a PDF. What the file promises is checked before room is made
/// for it, and nothing is written to disk on the way.
public final class PictureReader {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    /// 8192 x 8192; telephones make pictures of 50 million.
    static final long MOST_PIXELS = 64L * 1024 * 1024;

    /// The brands of HEIC and AVIF, which follow `ftyp` (ISO/IEC 23008-12, annex B).
    private static final Set<String> TELEPHONE_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    private PictureReader() {}

    /// Reads the picture in `file`.
    ///
    /// @throws UnreadablePictureException if the file is not such a picture, is too large or is damaged
    /// @throws IOException if the file cannot be read
    public static QrPicture read(Path file) throws IOException {
        return read(content(file));
    }

    /// What is in `file`.
    ///
    /// @throws UnreadablePictureException if that is more than a picture may be
    /// @throws IOException if the file cannot be read
    public static byte[] content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadablePictureException(Reason.TOO_LARGE);
            }
            return bytes;
        }
    }

    /// The texts of the codes in a picture or on the pages of a PDF, each once. Takes up to some seconds, a PDF more.
    ///
    /// @param file the content of the file
    /// @throws UnreadablePictureException if it is neither, is too large or is damaged
    /// @throws IOException if nothing could be started to draw a PDF
    public static List<String> texts(byte[] file) throws IOException {
        if (file.length > MOST_BYTES) {
            throw new UnreadablePictureException(Reason.TOO_LARGE);
        }
        return PdfReader.isPdf(file) ? PdfReader.texts(file) : read(file).texts();
    }

    /// Reads the picture of which `file` is the content.
    ///
    /// @throws UnreadablePictureException if `file` is not such a picture, is too large or is damaged
    public static QrPicture read(byte[] file) throws UnreadablePictureException {
        return QrPicture.of(image(file));
    }

    /// The picture of which `file` is the content, in its colors.
    static BufferedImage image(byte[] file) throws UnreadablePictureException {
        // Not ImageIO.createImageInputStream: that may put the picture into a temporary file.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return decode(reader, in);
                }
            }
            throw new UnreadablePictureException(
                    isFromTelephone(file) ? Reason.TELEPHONE_FORMAT : Reason.NOT_A_PICTURE);
        } catch (UnreadablePictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The readers of the JDK answer damaged files with unchecked exceptions of many kinds.
            throw new UnreadablePictureException(Reason.DAMAGED, e);
        }
    }

    private static boolean isFromTelephone(byte[] file) {
        var opening = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
        return opening.length() == 12
                && opening.startsWith("ftyp", 4)
                && TELEPHONE_BRANDS.contains(opening.substring(8));
    }

    private static BufferedImage decode(ImageReader reader, MemoryCacheImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new UnreadablePictureException(Reason.TOO_LARGE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
