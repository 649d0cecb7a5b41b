package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.home.SheetDraft;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.seal.RefusedException;

/// The acts of a ceremony: what the commands of the same acts do, with what was answered in place of their options.
final class CeremonyActs implements AutoCloseable {
    private final Session session;
    private final CeremonyAsking asking;
    private final Path out;
    private Optional<SheetDraft> sheets = Optional.empty();
    private Path printed = Path.of("");

    /// @param out where the files go
    CeremonyActs(Session session, CeremonyAsking asking, Path out) {
        this.session = session;
        this.asking = asking;
        this.out = out;
    }

    /// Makes the home.
    ///
    /// @param ceremony in which it is made, this step included
    void createHome(Ceremony ceremony, Rehearsed rehearsed) throws StoppedException, IOException {
        var name = typed("home.name", "ceremony.ask.home", HomeName::parse);
        var zones = typed("home.zones", "ceremony.ask.zones", "lighting,climate,security", CeremonyActs::zones);
        var root = typed("home.root", "ceremony.ask.root", "software", RootChoice::parse);
        var making =
                new HomeMaking(session, new NewHome(name, zones).with(rehearsed).in(ceremony));
        switch (root) {
            case RootChoice.InFile _ -> making.withRootInFile();
            case RootChoice.OnToken(var uri) -> {
                var token = new RootOnToken(session, uri);
                token.warn(asking.says(
                        "home.no-copy-of-root",
                        session.words().text("ceremony.ask.no-copy"),
                        session.words().text("ceremony.yes")));
                making.withRootOnToken(token);
            }
        }
    }

    private static Optional<List<ZoneName>> zones(String typed) {
        var names = Stream.of(typed.split(",", -1))
                .map(String::strip)
                .map(ZoneName::parse)
                .toList();
        return names.stream().allMatch(Optional::isPresent)
                        && names.stream().distinct().count() == names.size()
                ? Optional.of(names.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    void addZone(Entrance entrance) throws StoppedException, RefusedException, IOException {
        var name = typed("zone.name", "ceremony.ask.zone", ZoneName::parse);
        new ZoneCommands(session).add(entrance.home(), name);
    }

    void signLifelines(Entrance entrance) throws StoppedException, RefusedException, IOException {
        int months = typed(
                "lifeline.months",
                "ceremony.ask.months",
                String.valueOf(Lifetimes.LIFELINE_MONTHS),
                CeremonyActs::months);
        new CrlCommands(session).signAll(entrance.home(), months);
    }

    private static Optional<Integer> months(String typed) {
        return Optional.of(typed)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(months -> months >= 1 && months <= Lifetimes.LONGEST_LIFELINE_MONTHS);
    }

    void makeSheets(Entrance entrance) throws StoppedException, RefusedException, IOException {
        var number = typed("sheets.number", "ceremony.ask.sheets", "3", CeremonyActs::number);
        var threshold = typed("sheets.threshold", "ceremony.ask.threshold", "2", CeremonyActs::number);
        var paper = typed("sheets.paper", "ceremony.ask.paper", "a4", Paper::parse);
        var plan = new SharePlanning(session)
                .plan(Optional.of(number), Optional.of(threshold), List.of(), Optional.empty());
        forgetSheets();
        printed = newFile("sheets");
        sheets = Optional.of(new SheetIssuing(session, paper, List.of()).make(entrance, plan, printed));
    }

    private static Optional<Integer> number(String typed) {
        return Optional.of(typed).filter(text -> text.matches("[0-9]{1,2}")).map(Integer::valueOf);
    }

    /// A name that no file has: what an earlier try left is left alone.
    private Path newFile(String name) {
        var file = out.resolve(name + ".pdf");
        for (int again = 2; Files.exists(file); again++) {
            file = out.resolve(name + "-" + again + ".pdf");
        }
        return file;
    }

    void readBack(Entrance entrance) throws StoppedException, RefusedException, IOException {
        var draft = sheets.orElseThrow();
        var files = asking.files("sheets.files", session.words().text("ceremony.ask.scans"));
        new SheetIssuing(session, Paper.A4, files).finish(entrance.home(), draft, printed);
        forgetSheets();
    }

    void drill(Entrance entrance) throws StoppedException, RefusedException, IOException {
        var shares = asking.files("sheets.files", session.words().text("ceremony.ask.scans"));
        var core = asking.files("core.files", session.words().text("ceremony.ask.core"));
        new Restoring(session).drill(entrance.home(), shares, core);
    }

    void rollOver(Entrance entrance) throws StoppedException, RefusedException, IOException {
        new RolloverCommands(session).begin(entrance.home(), KeyProfile.P384);
    }

    void signIntermediate(Entrance entrance) throws StoppedException, RefusedException, IOException {
        var name = typed("intermediate.name", "ceremony.ask.intermediate", ZoneName::parse);
        var csr = Path.of(asking.ask("intermediate.csr", session.words().text("ceremony.ask.csr")));
        new IntermediateCommands(session).sign(entrance.home(), csr, name, 5, Optional.of(out));
    }

    void recover(Restoring.Around around) throws StoppedException, RefusedException, IOException {
        var shares = asking.files("sheets.files", session.words().text("ceremony.ask.scans"));
        new Restoring(session).restore(shares, around);
    }

    private <T> T typed(String key, String question, java.util.function.Function<String, Optional<T>> parse)
            throws StoppedException {
        return parsed(key, asking.ask(key, session.words().text(question)), parse);
    }

    private <T> T typed(
            String key, String question, String usual, java.util.function.Function<String, Optional<T>> parse)
            throws StoppedException {
        return parsed(key, asking.ask(key, session.words().text(question), usual), parse);
    }

    private <T> T parsed(String key, String answer, java.util.function.Function<String, Optional<T>> parse)
            throws StoppedException {
        return parse.apply(answer)
                .orElseThrow(() ->
                        new StoppedException(Exit.MISUSED, session.words().text("ceremony.answer.wrong", key, answer)));
    }

    private void forgetSheets() {
        sheets.ifPresent(SheetDraft::close);
        sheets = Optional.empty();
    }

    @Override
    public void close() {
        forgetSheets();
    }
}
