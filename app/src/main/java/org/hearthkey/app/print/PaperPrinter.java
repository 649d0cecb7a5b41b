package org.hearthkey.app.print;

import java.io.IOException;
import java.util.List;
import org.hearthkey.core.secret.SecretBytes;

/// The printers of this computer.
public interface PaperPrinter {
    /// Their names; none if there is none.
    ///
    /// @throws IOException if the system does not tell
    List<String> printers() throws IOException;

    /// Hands a PDF over to the system's printing, one page a sheet of paper and on one side only. What the system and the
    /// printer keep of it is theirs to say.
    ///
    /// @param printer one of [#printers()]
    /// @param title what the system calls the job; no secret
    /// @throws IOException if the system does not take it
    void print(String printer, Paper paper, SecretBytes pdf, String title) throws IOException;

    /// Prints as this system does: through CUPS on Linux and macOS, else through Java's printing.
    static PaperPrinter ofSystem() {
        return System.getProperty("os.name").startsWith("Windows") ? new JavaPrinter() : new CupsPrinter();
    }
}
