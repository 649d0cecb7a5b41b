package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;

/// Hands out proofs about the journal.
final class ProofTelling {
    private final Session session;
    private final Home home;

    ProofTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    void tell(Optional<Long> number, Optional<Long> since, Optional<Path> out) throws StoppedException, IOException {
        home.watch().requireCurrent();
        var proof = number.isPresent() ? inclusion(number.get()) : growth(since.orElseThrow());
        if (out.isPresent()) {
            var file = session.write(out.get(), proof.getBytes(StandardCharsets.UTF_8));
            session.answers()
                    .give(() -> document(proof), () -> Stream.of(session.words().text("written", file)));
        } else {
            session.answers().give(() -> document(proof), proof::lines);
        }
    }

    private String inclusion(long number) throws StoppedException {
        return home.checkpoints()
                .prove(number)
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("journal.prove.none", number)))
                .toString();
    }

    private String growth(long since) throws StoppedException {
        var size = home.journal().size();
        if (since < 1 || since > size) {
            throw new StoppedException(Exit.REFUSED, session.words().text("journal.prove.size", size));
        }
        return home.checkpoints().proveGrowth(since).toString();
    }

    private Map<String, Object> document(String proof) {
        var document = new LinkedHashMap<String, Object>();
        document.put("proof", proof);
        var keys = home.checkpoints().verifier();
        document.put("key", keys.first().toString());
        keys.second().ifPresent(second -> document.put("secondKey", second.toString()));
        return document;
    }
}
