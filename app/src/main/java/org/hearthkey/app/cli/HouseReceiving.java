package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.print.HouseSheets;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackageOpening;
import org.hearthkey.core.sale.PackageReader;
import org.hearthkey.core.sale.PackedZone;

/// Makes the home of a buyer from the package of a house, and gives the receipt.
final class HouseReceiving {
    private final Session session;
    private final ReceivedPapers papers;

    /// What is written besides the home.
    record ReceivedPapers(Optional<Path> receipt, Optional<Path> proof, Paper paper) {}

    HouseReceiving(Session session, ReceivedPapers papers) {
        this.session = session;
        this.papers = papers;
    }

    /// @param words where the words of the package are; empty to ask for them
    int receive(
            Path file,
            Optional<Path> words,
            Optional<HomeName> name,
            List<ZoneName> zones,
            RootChoice root,
            boolean withoutCopy)
            throws StoppedException, IOException {
        try (var house = open(file, words)) {
            var plan = HomeCommands.plan(
                            session,
                            name.orElse(house.facts().name()),
                            zones.isEmpty()
                                    ? house.facts().zones().stream()
                                            .map(PackedZone::name)
                                            .toList()
                                    : zones)
                    .with(session.whetherRehearsed());
            return making(house, plan).with(root, withoutCopy);
        }
    }

    private HomeMaking making(HouseContents house, NewHome plan) {
        return new HomeMaking(
                session,
                plan,
                (homes, target, planned, slot, root, progress) ->
                        homes.receive(target, house, planned, slot, root, progress),
                this::tell);
    }

    private HouseContents open(Path file, Optional<Path> words) throws StoppedException, IOException {
        try (var passphrase = session.secrets().house(file, words)) {
            return switch (new PackageReader(session.random()).open(file, passphrase)) {
                case PackageOpening.Opened(var contents) -> contents;
                case PackageOpening.WrongWords _ -> throw stopped(Exit.LOCKED, "wrong-words");
                case PackageOpening.Refused(var why) ->
                    throw stopped(
                            Exit.REFUSED, why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            };
        }
    }

    private StoppedException stopped(Exit exit, String why) {
        return new StoppedException(
                exit, List.of(session.words().text("house.package." + why)), Map.of("refused", why));
    }

    /// Answers with the receipt of a home that began with a package, once more.
    int again() throws StoppedException, IOException {
        try (var home = session.open()) {
            if (home.waitingDevices().received().isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("house.not-received"));
            }
            tell(home);
        }
        return Exit.DONE.code();
    }

    private void tell(Home home) throws IOException {
        var received = home.waitingDevices().received().orElseThrow();
        var written = new ArrayList<Path>();
        var text = received.receipt().text();
        if (papers.receipt().isPresent()) {
            written.add(session.write(papers.receipt().get(), text.getBytes(US_ASCII)));
        }
        if (papers.proof().isPresent()) {
            var sheets = new HouseSheets(Words.in(session.words().locale()), session.dates(), papers.paper());
            try (var file = session.secretFile(papers.proof().get());
                    var pdf = sheets.buyers(home, session.now())) {
                file.write(pdf);
                written.add(papers.proof().get());
            }
        }
        var waiting = home.waitingDevices().all();
        session.answers()
                .give(
                        () -> {
                            var document = Documents.home(home);
                            document.put(
                                    "package", received.receipt().packageHash().hex());
                            document.put("sellersRoot", received.sellersRoot().hex());
                            document.put("devices", received.receipt().devices());
                            document.put("waiting", waiting.size());
                            document.put("receipt", text);
                            document.put(
                                    "files",
                                    written.stream().map(Path::toString).toList());
                            return document;
                        },
                        () -> Stream.of(
                                        HomeMaking.lines(session, home),
                                        Stream.of(
                                                "",
                                                session.words().text("house.received", waiting.size()),
                                                session.words().text("house.receipt.give"),
                                                ""),
                                        text.lines(),
                                        written.stream()
                                                .map(file -> session.words().text("written", file)))
                                .flatMap(lines -> lines));
        session.answers().remark(session.words().text("house.next"));
    }
}
