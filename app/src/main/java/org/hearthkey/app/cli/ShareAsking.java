package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareWords;
import org.hearthkey.core.recovery.WordList;
import org.hearthkey.core.seal.RefusedException;

/// Gets shares from files, or word by word from somebody at the terminal. Each word is checked as it comes, and none is
/// ever suggested: a guess that fits is worse than a word that is missing.
final class ShareAsking {
    private final Session session;

    ShareAsking(Session session) {
        this.session = session;
    }

    /// Reads all these files.
    ///
    /// @throws StoppedException if one of them is no sheet
    void read(SheetReading into, List<Path> files) throws StoppedException, RefusedException, IOException {
        for (var file : files) {
            int before = into.shares().size() + into.codes().count();
            try {
                into.add(file);
            } catch (ShareException flawed) {
                throw new StoppedException(
                        Exit.REFUSED, session.words().text("recovery.file.flaw", file, words(flawed)));
            }
            if (into.core().isEmpty() && into.shares().size() + into.codes().count() == before) {
                throw new StoppedException(Exit.REFUSED, session.words().text("recovery.file.none", file));
            }
        }
    }

    /// Asks for the words of one sheet.
    ///
    /// @param sheet what it is called in the questions
    void ask(SheetReading into, String sheet) throws StoppedException {
        var terminal = session.terminal()
                .orElseThrow(
                        () -> new StoppedException(Exit.LOCKED, session.words().text("recovery.nobody")));
        session.answers().remark(session.words().text("recovery.ask.sheet", sheet));
        while (true) {
            try {
                askOnce(into, terminal);
                return;
            } catch (ShareException flawed) {
                session.answers().remark(words(flawed));
            }
        }
    }

    private void askOnce(SheetReading into, Terminal terminal) throws StoppedException, ShareException {
        var all = new char[ShareWords.USUAL * (WordList.LONGEST + 1)];
        try {
            int at = 0;
            for (int number = 1; number <= ShareWords.USUAL; number++) {
                var word = askWord(terminal, number);
                System.arraycopy(word, 0, all, at, word.length);
                at += word.length;
                all[at++] = ' ';
                Arrays.fill(word, '\0');
            }
            into.addWords(all);
        } finally {
            Arrays.fill(all, '\0');
        }
    }

    private char[] askWord(Terminal terminal, int number) throws StoppedException {
        while (true) {
            var word = terminal.ask(session.words().text("recovery.ask.word", number, ShareWords.USUAL))
                    .orElseThrow(() ->
                            new StoppedException(Exit.LOCKED, session.words().text("recovery.ask.ended")));
            if (WordList.isWord(word)) {
                return word;
            }
            Arrays.fill(word, '\0');
            session.answers().remark(session.words().text("recovery.ask.unknown", number));
        }
    }

    /// What is wrong with a share, or with shares together.
    String words(ShareException flawed) {
        return ShareFlawWords.in(session.words().locale()).sentence(flawed);
    }
}
