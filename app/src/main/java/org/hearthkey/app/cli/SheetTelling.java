package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.RecoveryPaper;
import org.hearthkey.app.text.GroupWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SharePlan;

/// Tells of recovery sheets, and never a word that is on them.
final class SheetTelling {
    private final Session session;

    SheetTelling(Session session) {
        this.session = session;
    }

    void issued(IssuedSheets sheets, Path file) {
        var words = session.words();
        session.answers()
                .give(
                        () -> {
                            var document = document(sheets);
                            document.put("file", file.toString());
                            return document;
                        },
                        () -> Stream.of(
                                words.text("recovery.issue.done", sheets.plan().shares()),
                                words.text("recovery.issue.delete", file),
                                words.text("recovery.issue.core")));
    }

    void drilled(IssuedSheets sheets) {
        var words = session.words();
        session.answers()
                .give(
                        () -> document(sheets),
                        () -> Stream.of(words.text(
                                "recovery.drill.done", session.dates().day(sheets.drillDue()))));
    }

    void tell(Optional<IssuedSheets> issued) {
        session.answers()
                .give(
                        () -> issued.<Map<String, Object>>map(SheetTelling::document)
                                .orElse(Map.of()),
                        () -> issued.map(this::lines)
                                .orElse(Stream.of(session.words().text("recovery.show.none"))));
    }

    private Stream<String> lines(IssuedSheets sheets) {
        var words = session.words();
        var dates = session.dates();
        var numbers = IntStream.range(0, sheets.sheets().size());
        return Stream.concat(
                Stream.of(
                        words.text("recovery.show.set", sheets.setIdentifier(), dates.day(sheets.issued())),
                        sheets.drilled()
                                .map(at -> words.text("recovery.show.drilled", dates.day(at)))
                                .orElse(words.text("recovery.show.read-back")),
                        words.text("recovery.show.due", dates.day(sheets.drillDue()))),
                numbers.boxed().flatMap(i -> Stream.concat(group(sheets, i).stream(), Stream.of(keptAt(sheets, i)))));
    }

    /// What stands above the first sheet of a group.
    private Optional<String> group(IssuedSheets sheets, int index) {
        var plan = sheets.plan();
        var seat = sheets.sheets().get(index).seat();
        if (plan.groups().size() == 1 || seat.member() > 0) {
            return Optional.empty();
        }
        var group = plan.groups().get(seat.group());
        return Optional.of(session.words()
                .text(
                        "recovery.show.group",
                        GroupWords.in(session.words().locale()).holders(plan, seat.group()),
                        group.threshold(),
                        group.members()));
    }

    private String keptAt(IssuedSheets sheets, int index) {
        var place = sheets.sheets().get(index).keptAt();
        return place.isEmpty()
                ? session.words().text("recovery.show.sheet.unknown", index + 1)
                : session.words().text("recovery.show.sheet", index + 1, place);
    }

    void keptAt(Home home, int number, String place) throws StoppedException {
        var sheets = required(home);
        if (number < 1 || number > sheets.sheets().size()) {
            throw new StoppedException(
                    Exit.REFUSED,
                    session.words()
                            .text(
                                    "recovery.sheet.unknown",
                                    number,
                                    sheets.sheets().size()));
        }
        home.recoverySheets().keptAt(sheets.sheets().get(number - 1).seat(), place);
        tell(home.recoverySheets().issued());
    }

    /// The sheets in force.
    ///
    /// @throws StoppedException if there are none
    IssuedSheets required(Home home) throws StoppedException {
        return home.recoverySheets()
                .issued()
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("recovery.show.none")));
    }

    void writeCore(Home home, Path out, Paper paper) throws StoppedException, IOException {
        var sheets = required(home);
        var core = home.recoverySheets().core().orElseThrow();
        byte[] content;
        if (out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            var day = session.dates().day(sheets.issued());
            var drawn = new RecoveryPaper(Words.in(session.words().locale()), paper, core, sheets.plan(), day);
            try (var pdf = drawn.core()) {
                content = pdf.use(byte[]::clone);
            }
        } else {
            content = core.bytes();
        }
        var written = session.write(out, content);
        session.answers()
                .give(
                        () -> Map.of("file", written.toString(), "set", sheets.setIdentifier()),
                        () -> Stream.of(session.words().text("written", written)));
    }

    private static Map<String, Object> document(IssuedSheets sheets) {
        var document = new LinkedHashMap<String, Object>();
        document.put("set", sheets.setIdentifier());
        document.put("issued", sheets.issued().toString());
        document.put("groupThreshold", sheets.plan().groupThreshold());
        document.put(
                "groups",
                sheets.plan().groups().stream().map(SheetTelling::document).toList());
        document.put("proven", sheets.proven().toString());
        document.put("drillDue", sheets.drillDue().toString());
        document.put(
                "sheets",
                sheets.sheets().stream()
                        .map(sheet -> Map.of(
                                "group", sheet.seat().group() + 1,
                                "member", sheet.seat().member() + 1,
                                "keptAt", sheet.keptAt()))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(SharePlan.Group group) {
        var document = new LinkedHashMap<String, Object>();
        group.name().ifPresent(name -> document.put("name", name.text()));
        document.put("threshold", group.threshold());
        document.put("members", group.members());
        return document;
    }
}
