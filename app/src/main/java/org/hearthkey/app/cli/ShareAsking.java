package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hearthkey.app.recovery.SheetReading;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.recovery.ShareWords;
import org.hearthkey.core.recovery.Shares;
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

    /// Asks for one sheet after the other until they are enough.
    void askEnough(SheetReading reading) throws StoppedException, ShareException {
        for (int number = 1; ; number++) {
            ask(reading, session.words().text("recovery.ask.sheet.name", number));
            try {
                Shares.join(reading.shares()).close();
                return;
            } catch (ShareException flawed) {
                if (flawed.flaw() != ShareFlaw.TOO_FEW) {
                    throw flawed;
                }
                session.answers().remark(session.words().text("recovery.ask.more"));
            }
        }
    }

    /// The core that was read.
    ///
    /// @throws StoppedException if not all of it was
    SealedCore core(SheetReading reading) throws StoppedException {
        return reading.core()
                .orElseThrow(() -> new StoppedException(
                        Exit.REFUSED,
                        session.words()
                                .text(
                                        "recovery.core.missing",
                                        reading.codes().missing().size())));
    }

    /// Asks for the texts of the core's codes, in any order, until it is whole.
    void askCore(SheetReading into) throws StoppedException, RefusedException {
        var terminal = terminal();
        session.answers().remark(session.words().text("recovery.ask.core"));
        while (into.core().isEmpty()) {
            var typed = terminal.ask(session.words().text("recovery.ask.code"))
                    .orElseThrow(() ->
                            new StoppedException(Exit.LOCKED, session.words().text("recovery.ask.ended")));
            int before = into.codes().count();
            into.addCode(new String(typed));
            if (into.core().isEmpty() && into.codes().count() == before) {
                session.answers().remark(session.words().text("recovery.ask.nocode"));
            }
        }
    }

    /// Sheets of another set open nothing of this core.
    void requireSet(SheetReading reading, SealedCore core) throws StoppedException {
        for (var share : reading.shares()) {
            if (share.set().identifier() != core.setIdentifier()) {
                throw new StoppedException(
                        Exit.REFUSED,
                        session.words()
                                .text(
                                        "recovery.set.other",
                                        share.set().identifier(),
                                        core.setIdentifier(),
                                        session.dates().day(core.issued())));
            }
        }
    }

    private Terminal terminal() throws StoppedException {
        return session.terminal()
                .orElseThrow(
                        () -> new StoppedException(Exit.LOCKED, session.words().text("recovery.nobody.core")));
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
