package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.PaperPrinter;
import org.hearthkey.core.secret.SecretBytes;

/// A printer that keeps what it prints, as some do, and that can run out of paper.
final class PrintedPapers implements PaperPrinter {
    final List<byte[]> printed = new ArrayList<>();
    boolean isOutOfPaper;

    @Override
    public List<String> printers() {
        return List.of("Office printer");
    }

    @Override
    public void print(String printer, Paper paper, SecretBytes pdf, String title) throws IOException {
        if (isOutOfPaper) {
            throw new IOException("The system did not take it for " + printer);
        }
        printed.add(pdf.use(byte[]::clone));
    }
}
