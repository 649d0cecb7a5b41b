package org.hearthkey.app.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sheets and the core are drawn by one program that we did not write and read by another, and by our own reader.
class RecoveryPaperTest {
    @TempDir
    private Path folder;

    private RealisticHome home;

    @BeforeEach
    void aHome() throws IOException {
        home = RealisticHome.empty(folder);
    }

    private SheetDraft draft(SharePlan plan) throws IOException {
        try (var present = new Passphrase(RealisticHome.PASSPHRASE.toCharArray());
                var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            return home.home().recoverySheets().draft(plan, new LockSecret.Remembered(present), RootSecret.of(root));
        } catch (RefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static RecoveryPaper paper(SheetDraft draft, Paper size) {
        return new RecoveryPaper(Words.in(Locale.ENGLISH), size, draft.core(), draft.plan(), "22 November 2026");
    }

    private byte[] written(SecretBytes pdf, String name) throws IOException {
        try (pdf) {
            var bytes = ArchiveCheck.archived(pdf.use(byte[]::clone));
            Files.write(folder.resolve(name + ".pdf"), bytes);
            Peer.of("pdftoppm", folder)
                    .run("-r", "300", "-gray", "-png", name + ".pdf", name)
                    .accepts();
            return bytes;
        }
    }

    private WornPaper page(String name) throws IOException {
        return new WornPaper(ImageIO.read(folder.resolve(name).toFile()));
    }

    private Set<String> zbar(WornPaper worn) throws IOException {
        var file = new File(folder.toFile(), "worn.png");
        ImageIO.write(worn.page(), "png", file);
        return new TreeSet<>(Peer.of("zbarimg", folder)
                .run("--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
                .text()
                .lines()
                .toList());
    }

    /// Our own reader reads each picture. Zbar may need a second look at a spotted code, as when somebody lays the page
    /// on the scanner once more.
    private void isReadInEveryState(WornPaper page, Set<String> codes) throws IOException {
        assertEquals(codes.size(), page.codes().size());
        assertEquals(begins(codes), begins(zbar(page)));
        assertEquals(begins(codes), begins(zbar(page.askew(2).gray())));
        var looks = List.of(
                page.spotted(),
                page.spotted().askew(3),
                page.spotted().askew(-2).gray());
        var byZbar = new TreeSet<String>();
        for (var look : looks) {
            assertEquals(
                    begins(codes),
                    begins(new TreeSet<>(QrPicture.of(look.page()).texts())),
                    "Our own reader");
            byZbar.addAll(zbar(look));
        }
        assertEquals(begins(codes), begins(byZbar));
        assertEquals(codes, byZbar);
    }

    /// What a person can compare when a test fails.
    private static List<String> begins(Set<String> codes) {
        return codes.stream().map(code -> code.substring(0, 30)).toList();
    }

    private static String words(Share share) {
        try (var words = share.words();
                var text = words.text()) {
            return text.use(String::new);
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void theCoreIsOnePageWhoseCodesAreReadAlsoWhereItIsWorn(Paper size) throws IOException {
        try (var draft = draft(SharePlan.TWO_OF_THREE)) {
            var pdf = written(paper(draft, size).core(), "core");
            var codes = new TreeSet<>(CoreCodes.of(draft.core()));
            assertEquals(codes, new TreeSet<>(PictureReader.texts(pdf)));
            isReadInEveryState(page("core-1.png"), codes);
        }
    }

    @Test
    void aHomeOfVeryManyZonesHasSixCodesOnTwoPages() throws IOException {
        try (var draft = draft(SharePlan.TWO_OF_THREE)) {
            var small = draft.core();
            var core = new SealedCore(
                    small.name(),
                    small.home(),
                    small.issued(),
                    small.setIdentifier(),
                    small.slot(),
                    small.vaultKey(),
                    small.rootKey(),
                    small.root(),
                    Collections.nCopies(60, small.issuers().getLast()),
                    small.others());
            var day = "22 November 2026";
            var drawn = new RecoveryPaper(Words.in(Locale.ENGLISH), Paper.LETTER, core, draft.plan(), day).core();
            var codes = new TreeSet<>(CoreCodes.of(core));
            assertEquals(6, codes.size());
            var read = new TreeSet<>(PictureReader.texts(written(drawn, "large")));
            assertEquals(begins(codes), begins(read), "Our own reader");
            assertEquals(codes, read);
            var byZbar = new TreeSet<String>();
            for (var name : List.of("large-1.png", "large-2.png")) {
                byZbar.addAll(zbar(page(name)));
                byZbar.addAll(zbar(page(name).askew(1)));
            }
            assertEquals(begins(codes), begins(byZbar));
            assertEquals(codes, byZbar);
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void everySheetIsOnePageWhoseCodeIsReadAlsoWhereItIsWorn(Paper size) throws IOException {
        try (var draft = draft(SharePlan.TWO_OF_THREE)) {
            var pdf = written(paper(draft, size).sheets(draft.shares()), "sheet");
            var codes = draft.shares().stream().map(RecoveryPaperTest::words).toList();
            assertEquals(codes, PictureReader.texts(pdf));
            isReadInEveryState(page("sheet-2.png"), Set.of(codes.get(1)));
        }
    }
}
