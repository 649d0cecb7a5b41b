package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.handover.SecretFile;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.RecoveryPaper;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.RefusedException;

/// Makes recovery sheets: drawn in memory, written once, read back, and only then in force.
final class SheetIssuing {
    private final Session session;
    private final Paper paper;
    private final List<Path> readBack;
    private final ShareAsking asking;

    /// @param readBack pictures of the printed sheets; none if somebody types their words
    SheetIssuing(Session session, Paper paper, List<Path> readBack) {
        this.session = session;
        this.paper = paper;
        this.readBack = readBack;
        asking = new ShareAsking(session);
    }

    void issue(SharePlan plan, Path out) throws StoppedException, RefusedException, IOException {
        if (readBack.isEmpty() && session.terminal().isEmpty()) {
            throw new StoppedException(Exit.LOCKED, session.words().text("recovery.nobody"));
        }
        try (var entrance = session.enterToChange();
                var draft = make(entrance, plan, out)) {
            finish(entrance.home(), draft, out);
        }
    }

    /// Makes sheets in memory and prints them.
    SheetDraft make(Entrance entrance, SharePlan plan, Path out)
            throws StoppedException, RefusedException, IOException {
        try (var root = session.tokens().root(entrance.home());
                var written = session.secretFile(out)) {
            var draft = entrance.home().recoverySheets().draft(plan, entrance.secret(), root.secret());
            try {
                print(draft, written);
            } catch (IOException | RuntimeException failed) {
                draft.close();
                throw failed;
            }
            session.answers().remark(session.words().text("recovery.issue.print", out));
            return draft;
        }
    }

    /// Reads sheets back that were made, and puts them in force.
    void finish(Home home, SheetDraft draft, Path printed) throws StoppedException, RefusedException, IOException {
        try {
            proveBack(draft);
            new SheetTelling(session).issued(home.recoverySheets().keep(draft), printed);
        } catch (ShareException mistake) {
            throw new IllegalStateException("Shares that were just made", mistake);
        }
    }

    private void print(SheetDraft draft, SecretFile written) throws IOException {
        var day = session.dates().day(draft.core().issued());
        var sheetWords = Words.in(session.words().locale());
        try (var pdf = new RecoveryPaper(sheetWords, paper, draft.core(), draft.plan(), day).sheets(draft.shares())) {
            written.write(pdf);
        }
    }

    private void proveBack(SheetDraft draft) throws StoppedException, RefusedException, IOException {
        try (var reading = new SheetReading()) {
            if (!readBack.isEmpty()) {
                asking.read(reading, readBack);
                reading.shares().forEach(draft::readBack);
                if (!draft.left().isEmpty()) {
                    throw new StoppedException(
                            Exit.REFUSED,
                            session.words()
                                    .text("recovery.issue.left", draft.left().size()));
                }
                return;
            }
        }
        for (int left = draft.left().size(); left > 0; left = draft.left().size()) {
            askOne(draft, draft.shares().size() - left + 1);
        }
    }

    private void askOne(SheetDraft draft, int number) throws StoppedException {
        try (var reading = new SheetReading()) {
            asking.ask(reading, session.words().text("recovery.ask.sheet.name", number));
            if (reading.shares().stream()
                    .noneMatch(share -> draft.readBack(share).isPresent())) {
                session.answers().remark(session.words().text("recovery.issue.other"));
            }
        }
    }
}
