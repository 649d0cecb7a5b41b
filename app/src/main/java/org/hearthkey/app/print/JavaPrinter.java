package org.hearthkey.app.print;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.print.PrintService;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.Sides;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPageable;
import org.hearthkey.core.secret.SecretBytes;

/// Prints through Java, which on Windows draws for the system's spooler and writes no file of its own.
final class JavaPrinter implements PaperPrinter {
    @Override
    public List<String> printers() {
        return Arrays.stream(PrinterJob.lookupPrintServices())
                .map(PrintService::getName)
                .toList();
    }

    @Override
    public void print(String printer, Paper paper, SecretBytes pdf, String title) throws IOException {
        var service = Arrays.stream(PrinterJob.lookupPrintServices())
                .filter(known -> known.getName().equals(printer))
                .findFirst()
                .orElseThrow(() -> new IOException("No printer is named " + printer + " any more"));
        try (var document = pdf.use(bytes -> Loader.loadPDF(bytes.clone()))) {
            var job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setJobName(title);
            job.setPageable(new PDFPageable(document));
            var asked = new HashPrintRequestAttributeSet();
            asked.add(Sides.ONE_SIDED);
            job.print(asked);
        } catch (PrinterException refused) {
            throw new IOException(refused);
        }
    }
}
