package org.hearthkey.app.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Programs written elsewhere draw the sheets and read the codes on them.
class SheetsTest {
    private static final HomeId HOME = new HomeId("abcdefgh");
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";
    private static final String THREAD = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";
    private static final String DSK = "51525-35455-41424-34445-31323-33435-21222-32425";

    @TempDir
    private Path folder;

    private final Words words = Words.in(Locale.ENGLISH);

    private static Sticker sticker(String name, String kind, String code) {
        var zone = new ZoneName("lighting");
        var text = SecretBytes.owning(code.getBytes(UTF_8));
        return new Sticker(new DeviceName(name), zone, kind, "A code of the kind " + kind, text);
    }

    private Path write(SecretBytes pdf) throws IOException {
        try (pdf) {
            return pdf.use(bytes -> Files.write(folder.resolve("sheet.pdf"), ArchiveCheck.archived(bytes)));
        }
    }

    private Set<String> codes(Path pdf) throws IOException {
        Peer.of("pdftoppm", folder)
                .run("-r", "200", "-gray", "-png", pdf.toString(), "page")
                .accepts();
        var codes = new TreeSet<String>();
        try (var pages = Files.newDirectoryStream(folder, "page*.png")) {
            for (var page : pages) {
                Peer.of("zbarimg", folder)
                        .run("--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", page.toString())
                        .accepts()
                        .text()
                        .lines()
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private String text(Path pdf) {
        return Peer.of("pdftotext", folder)
                .run("-layout", pdf.toString(), "-")
                .accepts()
                .text();
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void everyStickerCanBeScannedAndRead(Paper paper) throws IOException {
        var stickers = List.of(
                sticker("Desk lamp", "matter-qr", MATTER),
                sticker("Sensor", "thread", THREAD),
                sticker("Löwe 灯", "zwave-dsk", DSK));
        var pdf = write(new StickerSheet(HOME, words, paper).pdf(stickers));
        assertEquals(Set.of(MATTER, THREAD, DSK), codes(pdf));
        var text = text(pdf);
        for (var said : List.of("can take", "Desk lamp", "Lighting", "zwave-dsk", "3497-011-2332", "Löwe ??")) {
            assertTrue(text.contains(said.replace("??", "?")), said + " is not in\n" + text);
        }
        stickers.forEach(Sticker::close);
    }

    @Test
    void manyStickersGoOnToTheNextPage() throws IOException {
        var stickers = new ArrayList<Sticker>();
        var codes = new TreeSet<String>();
        for (int i = 0; i < 13; i++) {
            var code = String.format(Locale.ROOT, "v=1&&eui=0000b57fffe15d%02x&&cc=KX7P2M4D", i);
            codes.add(code);
            stickers.add(sticker("Sensor " + i, "thread", code));
        }
        var pdf = write(new StickerSheet(HOME, words, Paper.LETTER).pdf(stickers));
        assertEquals(codes, codes(pdf));
        assertEquals(2, text(pdf).split("can take", -1).length - 1, "Each page says what it is worth");
    }

    @Test
    void theHandOverSaysHowToResetTheDevice() throws IOException {
        var pdf = write(new HandOverSheet(HOME, words, Paper.A4).pdf(sticker("Desk lamp", "matter-qr", MATTER)));
        assertEquals(Set.of(MATTER), codes(pdf));
        var text = text(pdf);
        for (var said :
                List.of("Desk lamp", "matter-qr", "can take over the device.", "factory settings", "3497-011-2332")) {
            assertTrue(text.contains(said), said + " is not in\n" + text);
        }
    }

    @Test
    void whatComesOfARehearsalSaysSo() throws IOException {
        var lamp = List.of(sticker("Desk lamp", "matter-qr", MATTER));
        var mark = words.text("sheet.rehearsal.mark");
        for (var home : List.of(HOME, HomeId.REHEARSAL)) {
            var sheets = List.of(
                    new StickerSheet(home, words, Paper.A4).pdf(lamp),
                    new HandOverSheet(home, words, Paper.A4).pdf(lamp.getFirst()));
            for (var sheet : sheets) {
                var pdf = write(sheet);
                assertEquals(home.isRehearsal(), text(pdf).contains(mark), text(pdf));
                assertEquals(Set.of(MATTER), codes(pdf), "The code is read through the mark");
            }
        }
    }

    @Test
    void looksTheSameEverywhere() throws IOException {
        var pdf =
                write(new StickerSheet(HOME, words, Paper.A4).pdf(List.of(sticker("Desk lamp", "matter-qr", MATTER))));
        var fonts = Peer.of("pdffonts", folder).run(pdf.toString()).accepts().text();
        assertFalse(fonts.contains(" no  no"), fonts);
        assertFalse(Files.readString(pdf, ISO_8859_1).contains(MATTER), "The code stands in no plain text");
    }
}
