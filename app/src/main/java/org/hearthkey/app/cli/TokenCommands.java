package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.token.Token;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "See the tokens that are plugged in, and make keys on them.")
final class TokenCommands {
    private final Session session;

    TokenCommands(Session session) {
        this.session = session;
    }

    @Command(description = "The tokens that are plugged in. No PIN is asked.")
    int list() throws IOException {
        var tokens = session.tokens().all();
        session.answers()
                .give(() -> tokens.stream().map(TokenCommands::document).toList(), () -> lines(tokens));
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(Token token) {
        var document = new LinkedHashMap<String, Object>();
        document.put("label", token.facts().label());
        document.put("manufacturer", token.facts().manufacturer());
        document.put("model", token.facts().model());
        document.put("serial", token.facts().serial());
        document.put("setUp", token.isSetUp());
        document.put("locked", token.isLocked());
        document.put("uri", token.uri().text());
        document.put("module", token.module().toString());
        return document;
    }

    private Stream<String> lines(List<Token> tokens) {
        var words = session.words();
        if (tokens.isEmpty()) {
            return Stream.of(words.text("token.none"));
        }
        var table = new Table(
                words.text("token.name"),
                words.text("token.maker"),
                words.text("token.serial"),
                words.text("token.state"),
                words.text("token.uri"));
        for (var token : tokens) {
            var facts = token.facts();
            table.add(
                    facts.label(),
                    facts.manufacturer(),
                    facts.serial(),
                    state(token),
                    token.uri().text());
        }
        return table.lines();
    }

    private String state(Token token) {
        if (!token.isSetUp()) {
            return session.words().text("token.new");
        }
        return session.words().text(token.isLocked() ? "token.locked" : "token.ready");
    }

    @Command(name = "make-key", description = "Make a key on a token that can unlock homes. It never leaves the token.")
    int makeKey(
            @Parameters(paramLabel = "TOKEN", description = "Such as pkcs11:token=Maple.") TokenUri uri,
            @Option(
                            names = "--label",
                            paramLabel = "TEXT",
                            defaultValue = "hearthkey unlock",
                            description = "What the key is called on the token. Default: ${DEFAULT-VALUE}.")
                    String label)
            throws StoppedException, IOException {
        if (!TokenSession.isLabel(label)) {
            throw new StoppedException(Exit.MISUSED, session.words().text("token.label.wrong"));
        }
        try (var token = session.tokens().open(uri)) {
            var made = token.make(TokenUse.UNLOCK, label, session.random());
            session.answers()
                    .give(
                            () -> Map.of("uri", made.uri().text()),
                            () -> Stream.of(session.words()
                                    .text("token.made", made.uri().text())));
        }
        return Exit.DONE.code();
    }
}
