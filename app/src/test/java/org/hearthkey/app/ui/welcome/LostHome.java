package org.hearthkey.app.ui.welcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.RecoveryPaper;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.Argon2Cost;

/// What is left of a home whose file is gone: three sheets, its core, and a stick that was at a hub.
final class LostHome implements AutoCloseable {
    static final String NEW_HOME = "quartz lantern visit mushroom";
    static final String NEW_ROOT = "pencil harbor ninety orbit";

    final Visits visits = new Visits();
    final Path folder;
    final List<char[]> sheets;
    final SealedCore core;
    /// Of sheets that were replaced.
    final SealedCore older;
    final Path stick;
    final long bundle;
    final RealisticHome before;
    final Homes homes;

    private LostHome(Path folder, RealisticHome before, SealedCore older, List<char[]> sheets, Path stick) {
        this.folder = folder;
        this.before = before;
        this.older = older;
        this.sheets = sheets;
        this.stick = stick;
        core = before.home().recoverySheets().core().orElseThrow();
        bundle = before.home().deliveries().newest(1).getFirst().bundleNumber();
        homes = new Homes(before.clock(), new SecureRandom(), () -> Argon2Cost.MINIMUM);
    }

    /// The home's file is deleted.
    static LostHome in(Path folder) throws IOException {
        var made = RealisticHome.empty(folder);
        var stick = Files.createDirectory(folder.resolve("stick"));
        made.home().deliveries().export(stick);
        made.certifyOther("lab");
        made.makeSheets();
        var older = made.home().recoverySheets().core().orElseThrow();
        var lost = new LostHome(folder, made, older, made.makeSheets(), stick);
        made.home().close();
        Files.delete(folder.resolve("Maple House.hearth"));
        return lost;
    }

    RebuildViewModel model() {
        return new RebuildViewModel(homes, new AtOnce(), visits, new SecureRandom(), folder);
    }

    void bringSheet(RebuildViewModel model, int number) {
        bring(model, "sheet.txt", new String(sheets.get(number)).getBytes(StandardCharsets.UTF_8));
    }

    void bringCore(RebuildViewModel model) {
        bring(model, "Maple House sealed core.hearthcore", core.bytes());
    }

    /// The pages of the core, as they are printed.
    void bringPages(RebuildViewModel model) throws IOException {
        var words = Words.in(Locale.ENGLISH);
        try (var pages = new RecoveryPaper(words, Paper.A4, core, SharePlan.TWO_OF_THREE, "22 Nov 2026").core()) {
            bring(model, "pages.pdf", pages.use(byte[]::clone));
        }
    }

    void bring(RebuildViewModel model, String name, byte[] content) {
        try {
            var file = Files.write(folder.resolve(name), content);
            model.intake().read(List.of(file));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void choose(RebuildViewModel model) {
        model.passphrases().home().typed().set(NEW_HOME.toCharArray());
        model.passphrases().home().again().set(NEW_HOME.toCharArray());
        model.passphrases().root().typed().set(NEW_ROOT.toCharArray());
        model.passphrases().root().again().set(NEW_ROOT.toCharArray());
    }

    /// What lies where the new file should be, without the stick.
    List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        visits.close();
    }
}
