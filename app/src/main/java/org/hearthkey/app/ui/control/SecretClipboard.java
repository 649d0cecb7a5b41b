package org.hearthkey.app.ui.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.secret.SecretChars;

/// The only way a secret gets into the clipboard: it is taken out again after half a minute, when the home locks, and
/// when the window closes, unless something else has been copied since.
public final class SecretClipboard {
    public static final Duration STAYS = Duration.ofSeconds(30);

    /// The clipboard of a desktop.
    public interface Board {
        /// Puts a secret in, marked as one where the desktop has a mark for it.
        void put(String secret);

        /// The text in it, whoever put it there.
        Optional<String> text();

        void empty();
    }

    /// Runs something later on the thread that asked.
    public interface Later {
        /// Runs `work` after a while.
        ///
        /// @return what forgets about it
        Runnable run(Duration after, Runnable work);
    }

    private final Board board;
    private final Later later;
    private Optional<SecretChars> copied = Optional.empty();
    private Runnable forget = () -> {};

    public SecretClipboard(Board board, Later later) {
        this.board = board;
        this.later = later;
    }

    /// Copies letters, which stay the caller's to wipe. The clipboard takes them as a string.
    public void copy(char[] letters) {
        close();
        copied = Optional.of(SecretChars.owning(letters.clone()));
        board.put(new String(letters));
        forget = later.run(STAYS, this::clear);
    }

    /// Empties the clipboard if what was copied last is still in it.
    public void clear() {
        copied.filter(this::isStillThere).ifPresent(_ -> board.empty());
        close();
    }

    private boolean isStillThere(SecretChars secret) {
        return board.text()
                .filter(text -> secret.use(letters -> Arrays.equals(letters, text.toCharArray())))
                .isPresent();
    }

    private void close() {
        forget.run();
        forget = () -> {};
        copied.ifPresent(SecretChars::close);
        copied = Optional.empty();
    }
}
