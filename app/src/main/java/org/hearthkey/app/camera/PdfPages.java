package org.hearthkey.app.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A program of its own that draws the pages of a PDF: a PDF can ask for any amount of memory and time, and what ends
/// then is this program and not the one that holds a home's keys. It reads the PDF from its input, writes each page in
/// shades of gray to its output as soon as it is drawn, and touches no file.
///
/// [PdfReader] starts it, bounds it and reads what it writes.
final class PdfPages {
    static final int MOST_PAGES = 20;

    /// Before each page: its width, height and shades follow.
    static final int PAGE = 1;

    /// All was drawn that will be.
    static final int END = 2;

    /// As [#END], and there are more pages than are drawn.
    static final int MORE_PAGES = 3;

    /// It asks for a password.
    static final int LOCKED = 4;

    static final int DAMAGED = 5;

    /// 200 dots an inch for A4; a larger page is drawn as large.
    private static final double MOST_DOTS = 2339;

    private static final double POINTS_PER_INCH = 72;
    private static final double DOTS_PER_INCH = 200;

    private PdfPages() {}

    public static void main(String[] none) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        // Nothing that a library prints may get between the pages.
        System.setOut(System.err);
        FontMappers.set(new OwnFont());
        draw(System.in.readAllBytes(), out);
        out.flush();
    }

    private static void draw(byte[] pdf, DataOutputStream out) throws IOException {
        try (var document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < Math.min(pages, MOST_PAGES); page++) {
                write(renderer.renderImage(page, scale(document, page), ImageType.GRAY), out);
            }
            out.writeByte(pages > MOST_PAGES ? MORE_PAGES : END);
        } catch (InvalidPasswordException locked) {
            out.writeByte(LOCKED);
        } catch (IOException | RuntimeException damaged) {
            // What PDFBox throws on a damaged file is of many kinds.
            out.writeByte(DAMAGED);
        }
    }

    private static float scale(PDDocument document, int page) {
        var box = document.getPage(page).getCropBox();
        double longer = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        return (float) Math.min(DOTS_PER_INCH / POINTS_PER_INCH, MOST_DOTS / longer);
    }

    private static void write(BufferedImage page, DataOutputStream out) throws IOException {
        out.writeByte(PAGE);
        out.writeInt(page.getWidth());
        out.writeInt(page.getHeight());
        out.write(((DataBufferByte) page.getRaster().getDataBuffer()).getData());
        out.flush();
    }
}
