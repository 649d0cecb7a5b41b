package org.hearthkey.app.cli;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.label.Expected;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.scan.CodeReader;

/// The clipboard of the desktop: the one place where the command line needs a display.
final class Clipboard {
    private final Session session;

    Clipboard(Session session) {
        this.session = session;
    }

    Reading read(Expected expected) throws StoppedException, IOException {
        try {
            var content = Toolkit.getDefaultToolkit().getSystemClipboard();
            if (content.isDataFlavorAvailable(DataFlavor.imageFlavor)) {
                return Reading.ofPicture(
                        QrPicture.of(drawn((Image) content.getData(DataFlavor.imageFlavor)))
                                .texts(),
                        expected);
            }
            var text = (String) content.getData(DataFlavor.stringFlavor);
            return Reading.of(expected.read(CodeReader.withoutLineEnd(text)));
        } catch (HeadlessException | AWTError noDisplay) {
            throw new StoppedException(Exit.FAILED, session.words().text("scan.clipboard.absent"));
        } catch (UnsupportedFlavorException | IllegalStateException nothingUsable) {
            throw new StoppedException(Exit.FAILED, session.words().text("scan.clipboard.empty"));
        }
    }

    private static BufferedImage drawn(Image image) {
        var drawn = new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return drawn;
    }
}
