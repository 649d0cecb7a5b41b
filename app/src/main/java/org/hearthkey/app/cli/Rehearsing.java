package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ceremony.PracticeFolder;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.RefusedException;

/// Leads through a ceremony with a home that is thrown away.
final class Rehearsing {
    private final Session session;

    Rehearsing(Session session) {
        this.session = session;
    }

    /// Holds the ceremony, and wipes what it was held with.
    ///
    /// @param out where files go that are to stay, each of them marked; without it nothing stays
    void rehearse(Script script, CeremonyAsking asking, Optional<Path> out)
            throws StoppedException, RefusedException, IOException {
        try (var folder = PracticeFolder.make()) {
            var practice = session.practice(folder.path());
            var files = out.orElse(folder.path());
            if (script.acts().stream().findFirst().map(Act::needsHome).orElse(true)
                    || script.acts().getFirst() == Act.RECOVER) {
                practiceHome(practice, script, folder.path());
            }
            try (var running =
                    new CeremonyRunning(practice, script, asking.in(practice), files, Rehearsed.IS_REHEARSAL)) {
                var transcript = running.run();
                new TranscriptTelling(session).tell(running.home(), transcript, files);
            }
            if (script.acts().contains(Act.RECOVER)) {
                session.rehearsed();
                session.answers().remark(session.words().text("ceremony.rehearsed"));
            }
            session.answers().remark(session.words().text("ceremony.wiped"));
        }
    }

    /// What a script needs that is about a home which is there.
    private void practiceHome(Session practice, Script script, Path folder)
            throws StoppedException, RefusedException, IOException {
        practice.answers().remark(session.words().text("ceremony.practice.home"));
        var plan = new NewHome(
                new HomeName(session.words().text("ceremony.practice.name")),
                List.of(new ZoneName("lighting"), new ZoneName("security")));
        new HomeMaking(practice, plan.with(Rehearsed.IS_REHEARSAL)).withRootInFile();
        if (script.acts().contains(Act.DRILL) || script.acts().contains(Act.RECOVER)) {
            var sheets = folder.resolve("practice-sheets.pdf");
            new SheetIssuing(practice, Paper.A4, List.of(sheets)).issue(SharePlan.of(2, 3), sheets);
            practice.answers().remark(session.words().text("ceremony.practice.sheets", sheets));
        }
    }
}
