package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NextRoot;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.TokenUri;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollover",
        description = "Change the home’s root while its devices and hubs go on: a new root comes, all learn it, the old"
                + " one ends.")
final class RolloverCommands {
    private static final int NAMES = 20;

    private final Session session;

    RolloverCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Make a new root. Old and new vouch for each other; the next bundles tell the hubs.")
    int begin(
            @Option(
                            names = "--profile",
                            paramLabel = "PROFILE",
                            description = "What kind of key it gets in the file. Default: root-p384.")
                    Optional<KeyProfile> profile,
            @Option(
                            names = "--root",
                            paramLabel = "WHERE",
                            defaultValue = "software",
                            description = "Where the new root’s key lives: software is sealed in the file,"
                                    + " pkcs11:token=LABEL is on a token. Default: ${DEFAULT-VALUE}.")
                    RootChoice place,
            @Option(
                            names = "--no-copy-of-root",
                            description = "Says that you know: nobody can copy a root key that lives on a token only.")
                    boolean noCopy)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            requireNone(home);
            switch (place) {
                case RootChoice.InFile _ -> begin(home, profile.orElse(KeyProfile.P384));
                case RootChoice.OnToken(var uri) -> begin(home, uri, noCopy);
            }
        }
        return Exit.DONE.code();
    }

    /// Makes a new root in a home that is open, with its key in the file.
    void begin(Home home, KeyProfile profile) throws StoppedException, RefusedException, IOException {
        requireNone(home);
        try (var root = session.tokens().rootInFileFirst(home)) {
            switch (root.secret()) {
                case RootSecret.Opening(var secret) ->
                    begin(
                            home,
                            root.secret(),
                            profile,
                            LockPlan.like(secret, session.homes().costOfNew()));
                case RootSecret.OnToken _ -> {
                    var review = HomeUnlocking.review(home);
                    try (var passphrase = session.secrets().newRootPassphrase(review)) {
                        begin(home, root.secret(), profile, session.homes().lockFor(passphrase));
                    }
                }
            }
        }
        tell(home, "rollover.begun");
    }

    private static void begin(Home home, RootSecret present, KeyProfile profile, LockPlan way)
            throws RefusedException, IOException {
        home.rootRollover().begin(present, new NextRoot.InFile(profile, List.of(way)));
    }

    private void begin(Home home, TokenUri uri, boolean noCopy) throws StoppedException, RefusedException, IOException {
        if (session.tokens().isOnlyPlace(home, uri)) {
            throw refusal("rollover.token");
        }
        var token = new RootOnToken(session, uri);
        token.warn(noCopy);
        try (var root = session.tokens().root(home)) {
            token.begin(home, root.secret());
        }
        tell(home, "rollover.begun");
    }

    private void requireNone(Home home) throws StoppedException {
        if (home.rootRollover().isUnderWay()) {
            throw refusal("rollover.already");
        }
    }

    @Command(description = "How far the change is, and which devices do not know the new root yet.")
    int show() throws StoppedException, IOException {
        try (var home = session.open()) {
            tell(home);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Note that devices trust the new root: you have put it on them.")
    int knows(@Parameters(arity = "1..*", paramLabel = "DEVICE", description = "Their names.") List<DeviceName> names)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            requireUnderWay(home);
            for (var name : names) {
                home.rootRollover().knows(session.device(home, name));
            }
            tell(home);
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Make the new root the home’s. The old one’s key is destroyed in the file, and the recovery sheets"
                            + " end: make new ones at once.")
    int finish(
            @Option(
                            names = "--give-up",
                            paramLabel = "N",
                            description = "How many devices you give up that do not know the new root.")
                    Optional<Long> givenUp)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            requireUnderWay(home);
            var left = home.rootRollover().trust().left();
            if (givenUp.orElse(0L) != left) {
                throw refusal("rollover.left", left);
            }
            try (var root = session.tokens().nextRoot(home)) {
                home.rootRollover().finish(root.secret(), left);
            }
            tell(home, "rollover.done", "rollover.sheets");
            home.rootRollover()
                    .others()
                    .forEach(other -> session.answers()
                            .remark(session.words()
                                    .text("rollover.bring", other.name().text())));
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Give a new root up that has not taken its place yet. Its key is destroyed in the file; a token"
                            + " keeps it.")
    int cancel() throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            requireUnderWay(home);
            try (var root = session.tokens().root(home)) {
                home.rootRollover().cancel(root.secret());
            }
            tell(home, "rollover.cancelled");
        }
        return Exit.DONE.code();
    }

    private void requireUnderWay(Home home) throws StoppedException {
        if (!home.rootRollover().isUnderWay()) {
            throw refusal("rollover.none");
        }
    }

    private StoppedException refusal(String sentence, Object... facts) {
        return new StoppedException(Exit.REFUSED, session.words().text(sentence, facts));
    }

    private void tell(Home home, String... remarks) {
        var state = home.rootRollover().state();
        session.answers()
                .give(
                        () -> state.<Map<String, Object>>map(change -> document(home, change))
                                .orElse(Map.of("state", "none")),
                        () -> state.map(change -> lines(home, change))
                                .orElse(Stream.of(session.words().text("rollover.none"))));
        Stream.of(remarks)
                .forEach(remark -> session.answers().remark(session.words().text(remark)));
    }

    private static Map<String, Object> document(Home home, Rollover change) {
        var trust = home.rootRollover().trust();
        var document = new LinkedHashMap<String, Object>();
        document.put("state", change.isUnderWay() ? "under-way" : "finished");
        document.put("begun", change.begun().toString());
        change.finished().ifPresent(at -> document.put("finished", at.toString()));
        document.put("oldRoot", change.oldRoot().fingerprint().hex());
        document.put("newRoot", change.newRoot().fingerprint().hex());
        document.put("known", trust.known());
        document.put("devices", trust.all());
        document.put("handed", trust.handed());
        document.put(
                "missing",
                missing(home).stream().map(RolloverRecords.Learner::name).toList());
        document.put(
                "intermediates",
                home.rootRollover().others().stream()
                        .map(other -> other.name().text())
                        .toList());
        return document;
    }

    private static List<RolloverRecords.Learner> missing(Home home) {
        return home.rootRollover().learners(NAMES);
    }

    private String line(RolloverRecords.Learner missing) {
        return missing.handed()
                .map(at -> session.words()
                        .text("rollover.handed", missing.name(), session.dates().day(at)))
                .orElseGet(() -> session.words().text("rollover.missing", missing.name()));
    }

    private Stream<String> lines(Home home, Rollover change) {
        var words = session.words();
        var trust = home.rootRollover().trust();
        var now = Stream.of(
                change.finished()
                        .map(at -> words.text("rollover.since", session.dates().day(at)))
                        .orElse(words.text("rollover.coming", session.dates().day(change.begun()))),
                words.text(
                        "rollover.fingerprint", change.newRoot().fingerprint().hex()),
                words.text("rollover.trust", trust.known(), trust.all()));
        var missing = missing(home).stream().map(this::line);
        var others = home.rootRollover().others().stream()
                .filter(_ -> change.isUnderWay())
                .map(other -> words.text("rollover.other", other.name().text()));
        return Stream.of(now, missing, others).flatMap(each -> each);
    }
}
