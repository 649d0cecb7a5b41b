package org.hearthkey.app.cli;

import java.util.LinkedHashMap;
import org.hearthkey.app.passphrase.Diceware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "passphrase", description = "Suggest a passphrase.")
final class PassphraseCommands {
    private final Session session;

    PassphraseCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Draw words by chance, and write them to standard output. Nothing is kept.")
    int suggest(
            @Option(
                            names = "--words",
                            paramLabel = "N",
                            defaultValue = "" + Diceware.FEWEST_WORDS,
                            description = "How many: " + Diceware.FEWEST_WORDS + " to " + Diceware.MOST_WORDS
                                    + ". Default: ${DEFAULT-VALUE}.")
                    int words)
            throws StoppedException {
        if (words < Diceware.FEWEST_WORDS || words > Diceware.MOST_WORDS) {
            throw new StoppedException(Exit.MISUSED, session.words().text("passphrase.words.wrong"));
        }
        var dice = Diceware.read();
        int bits = dice.bits(words);
        try (var suggestion = dice.suggest(words, session.random())) {
            suggestion.use(letters -> {
                answer(letters, bits);
                return letters.length;
            });
        }
        return Exit.DONE.code();
    }

    private void answer(char[] letters, int bits) {
        if (session.answers().areForScripts()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("passphrase", letters); // an array, which Jackson writes as text
            document.put("bits", bits);
            session.answers().line(Json.line(document));
        } else {
            session.answers().secret("", letters);
            session.answers().remark(session.words().text("passphrase.suggested", bits));
        }
    }
}
