package org.hearthkey.app.camera;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hearthkey.app.camera.UnreadablePictureException.Reason;

/// Looks for codes on the pages of a PDF. [PdfPages] draws them in a process of its own, which gets at most so much memory
/// and time.
final class PdfReader {
    private static final byte[] OPENING = {'%', 'P', 'D', 'F', '-'};

    /// Readers look for the opening in so many bytes.
    private static final int OPENING_WITHIN = 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long MOST_DOTS = 8_000_000;

    /// Small enough for the home's computer to go on, large enough for a page with photographs.
    private static final String MEMORY = "-Xmx600m";

    private PdfReader() {}

    static boolean isPdf(byte[] file) {
        for (int at = 0; at + OPENING.length <= Math.min(file.length, OPENING_WITHIN); at++) {
            int n = 0;
            while (n < OPENING.length && file[at + n] == OPENING[n]) {
                n++;
            }
            if (n == OPENING.length) {
                return true;
            }
        }
        return false;
    }

    /// The texts of the codes on all pages, at most the first 20.
    ///
    /// @throws UnreadablePictureException if it is damaged, asks for a password, or takes too much memory or time
    /// @throws InterruptedIOException if the thread is interrupted meanwhile
    static List<String> texts(byte[] pdf) throws IOException {
        var drawing = start();
        // What comes out of a process cannot be waited for with a limit, nor interrupted; another thread can.
        var reading =
                new FutureTask<>(() -> read(new DataInputStream(new BufferedInputStream(drawing.getInputStream()))));
        var feeding = Thread.ofVirtual().start(() -> feed(pdf, drawing));
        try {
            Thread.ofPlatform().daemon().name("pdf").start(reading);
            return reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new UnreadablePictureException(Reason.TOO_COSTLY, late);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading a PDF was interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException unreadable ? unreadable : new IOException(failed);
        } finally {
            feeding.interrupt();
            drawing.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var drawing = new ProcessBuilder(
                        java.toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfPages.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        drawing.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
        return drawing.start();
    }

    private static void feed(byte[] pdf, Process drawing) {
        try (var in = drawing.getOutputStream()) {
            in.write(pdf);
        } catch (IOException ended) {
            // It ended before it had read all. What it wrote says why, or that it wrote nothing does.
            drawing.destroyForcibly();
        }
    }

    private static List<String> read(DataInputStream pages) throws IOException {
        SequencedSet<String> texts = new LinkedHashSet<>();
        try {
            while (true) {
                switch (pages.readByte()) {
                    case PdfPages.PAGE -> texts.addAll(page(pages).texts());
                    case PdfPages.END -> {
                        return List.copyOf(texts);
                    }
                    case PdfPages.MORE_PAGES -> {
                        if (texts.isEmpty()) {
                            throw new UnreadablePictureException(Reason.MORE_PAGES);
                        }
                        return List.copyOf(texts);
                    }
                    case PdfPages.LOCKED -> throw new UnreadablePictureException(Reason.LOCKED);
                    default -> throw new UnreadablePictureException(Reason.DAMAGED);
                }
            }
        } catch (EOFException ended) {
            throw new UnreadablePictureException(Reason.TOO_COSTLY, ended);
        }
    }

    private static QrPicture page(DataInputStream pages) throws IOException {
        int width = pages.readInt();
        int height = pages.readInt();
        if (width < 1 || height < 1 || (long) width * height > MOST_DOTS) {
            throw new UnreadablePictureException(Reason.TOO_LARGE);
        }
        return QrPicture.ofGray(width, height, pages.readNBytes(width * height));
    }
}
