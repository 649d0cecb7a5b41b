package org.hearthkey.app.print;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearthkey.core.secret.SecretBytes;

/// Prints through the commands of CUPS, which take a PDF as it is. Java's own printing would first write the page into a
/// file that anybody may find later.
///
/// @see <a href="https://openprinting.github.io/cups/doc/options.html">CUPS, command-line printing and options</a>
final class CupsPrinter implements PaperPrinter {
    private static final long PATIENCE_SECONDS = 60;

    private final String lp;
    private final String lpstat;

    CupsPrinter() {
        this("lp", "lpstat");
    }

    /// @param lp the command that prints
    /// @param lpstat the command that knows the printers
    CupsPrinter(String lp, String lpstat) {
        this.lp = lp;
        this.lpstat = lpstat;
    }

    @Override
    public List<String> printers() throws IOException {
        Process asking;
        try {
            asking = new ProcessBuilder(lpstat, "-e")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noCups) {
            return List.of(); // a computer without CUPS has no printer, which is no failure
        }
        asking.getOutputStream().close();
        try (var told = asking.inputReader(Charset.defaultCharset())) {
            return told.lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    @Override
    public void print(String printer, Paper paper, SecretBytes pdf, String title) throws IOException {
        var printing = new ProcessBuilder(
                        lp,
                        "-d",
                        printer,
                        "-t",
                        title,
                        "-o",
                        "media=" + media(paper),
                        "-o",
                        "sides=one-sided",
                        "-o",
                        "number-up=1",
                        "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        try {
            try (var page = printing.getOutputStream()) {
                pdf.use(bytes -> {
                    page.write(bytes);
                    return bytes.length;
                });
            }
            if (!printing.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || printing.exitValue() != 0) {
                throw new IOException("The system did not take it for " + printer);
            }
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Printing was interrupted");
        } finally {
            printing.destroyForcibly();
        }
    }

    private static String media(Paper paper) {
        return switch (paper) {
            case A4 -> "A4";
            case LETTER -> "Letter";
        };
    }
}
