package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.witness.Comparison;
import org.hearthkey.core.witness.Seen;

/// Holds checkpoints that the owner kept against the home, and accepts losses.
final class CheckpointComparing {
    private final Session session;
    private final Home home;

    CheckpointComparing(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// Answers whether the journal begins with what the checkpoint saw.
    Exit compare(CheckpointOptions checkpoint) throws StoppedException, IOException {
        if (!checkpoint.isOneGiven()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("journal.compare.one"));
        }
        var seen = read(checkpoint);
        var comparison = seen.comparison();
        var signed = signatures(seen);
        session.answers()
                .give(
                        () -> {
                            var document = document(comparison);
                            document.put("signatures", signed);
                            return document;
                        },
                        () -> Stream.of(
                                StandingTelling.words().sentence(comparison),
                                signed.isEmpty()
                                        ? session.words().text("journal.compare.unsigned")
                                        : session.words().text("journal.compare.signed", String.join(", ", signed))));
        return switch (comparison) {
            case Comparison.Begins _, Comparison.Accepted _ -> Exit.DONE;
            case Comparison.Older _, Comparison.Forked _ -> Exit.HOME_REFUSED;
            case Comparison.Unreadable _ -> Exit.REFUSED;
        };
    }

    /// The journal's keys whose signatures on the checkpoint were verified.
    private List<String> signatures(Seen seen) {
        return SignedNote.parse(seen.evidence())
                .map(note -> switch (home.checkpoints().verifier().signed(note)) {
                    case BOTH -> List.of(Ed25519Key.ALGORITHM, MlDsaKey.ALGORITHM);
                    case FIRST_ONLY -> List.of(Ed25519Key.ALGORITHM);
                    case NOT -> List.<String>of();
                })
                .orElse(List.of());
    }

    private Seen read(CheckpointOptions checkpoint) throws StoppedException, IOException {
        return checkpoint
                .compare(home)
                .orElseThrow(() -> new StoppedException(
                        Exit.REFUSED,
                        List.of(session.words().text("journal.compare.unreadable")),
                        Map.of("comparison", "unreadable", "why", "malformed")));
    }

    /// Accepts the loss of what every witness saw that speaks against the home, and of the checkpoint that was brought.
    void acceptLoss(CheckpointOptions checkpoint) throws StoppedException, IOException, RefusedException {
        if (!checkpoint.isNoneGiven()) {
            read(checkpoint);
        }
        if (home.watch().contradictions().isEmpty()) {
            throw new StoppedException(Exit.REFUSED, session.words().text("journal.loss.none"));
        }
        try (var root = session.tokens().root(home)) {
            var lost = home.losses().accept(root.secret());
            session.answers()
                    .give(
                            () -> Map.of(
                                    "accepted",
                                    lost.size(),
                                    "size",
                                    home.journal().size()),
                            () -> Stream.of(
                                    session.words().text("journal.loss.accepted"),
                                    session.words().text("journal.loss.next")));
        }
    }

    private static Map<String, Object> document(Comparison comparison) {
        var document = new LinkedHashMap<String, Object>();
        switch (comparison) {
            case Comparison.Begins(var size) -> {
                document.put("comparison", "begins");
                document.put("size", size);
            }
            case Comparison.Accepted(var size) -> {
                document.put("comparison", "accepted");
                document.put("size", size);
            }
            case Comparison.Contradicted contradicted -> {
                document.put("comparison", contradicted instanceof Comparison.Older ? "older" : "forked");
                document.put("size", contradicted.size());
                document.put("ours", contradicted.ours());
            }
            case Comparison.Unreadable(var why) -> {
                document.put("comparison", "unreadable");
                document.put("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return document;
    }
}
