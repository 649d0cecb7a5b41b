package org.hearthkey.app.handover;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.sale.BuyerReceipt;

/// The receipt of a house's buyer as it comes: the file itself, or a picture, scan or PDF of the sheet with its code.
public final class ReceiptFile {
    private static final int MOST_TEXT_BYTES = 64 * 1024;

    private ReceiptFile() {}

    /// The receipt in `file`; nothing if there is none, or one that was changed on its way.
    ///
    /// @throws IOException if the file cannot be read
    public static Optional<BuyerReceipt> read(Path file) throws IOException {
        try {
            var bytes = PictureReader.content(file);
            var written = bytes.length > MOST_TEXT_BYTES
                    ? Optional.<BuyerReceipt>empty()
                    : BuyerReceipt.parse(new String(bytes, US_ASCII));
            return written.isPresent()
                    ? written
                    : PictureReader.texts(bytes).stream()
                            .flatMap(text -> BuyerReceipt.parse(text).stream())
                            .findFirst();
        } catch (UnreadablePictureException neither) {
            return Optional.empty();
        }
    }
}
