package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;

/// Checks homes by opening them: an open home was checked to its last record.
final class HomeVerifying {
    private final Session session;

    HomeVerifying(Session session) {
        this.session = session;
    }

    /// Answers one line for each path in `list` and goes on after a file that is refused or fails.
    ///
    /// @return how the first such file would have ended the command
    int verifyAll(Path list) throws StoppedException, IOException {
        var exit = Exit.DONE;
        try (var passphrase = session.secrets().home(list)) {
            for (var path : Files.readAllLines(list)) {
                if (!path.isBlank()) {
                    var ended = verify(path, passphrase);
                    exit = exit == Exit.DONE ? ended : exit;
                }
            }
        }
        return exit.code();
    }

    private Exit verify(String path, Passphrase passphrase) {
        try {
            return verify(Path.of(path), passphrase);
        } catch (InvalidPathException noPath) {
            return giveFailure(path, new IOException(noPath.getReason(), noPath));
        } catch (IOException failed) {
            return giveFailure(path, failed);
        }
    }

    private Exit verify(Path file, Passphrase passphrase) throws IOException {
        return switch (session.homes().open(file, new LockSecret.Remembered(passphrase))) {
            case Unlocked.Open(var opened, var wrongTries) -> {
                wrongTries.ifPresent(session::remark);
                try (var home = opened) {
                    give(
                            file.toString(),
                            document(home.soundness()),
                            session.words().text("verify.sound"));
                }
                yield Exit.DONE;
            }
            case Unlocked.Wait(var left) -> giveStopped(file, HomeDoor.mustWait(left));
            case Unlocked.Refused(var refusal, var where) -> giveStopped(file, HomeDoor.refused(refusal, where));
        };
    }

    private Exit giveStopped(Path file, StoppedException stopped) {
        give(file.toString(), stopped.document(), stopped.lines().getFirst());
        return stopped.exit();
    }

    private Exit giveFailure(String path, IOException failed) {
        var told = session.failures().explain(failed).toString();
        give(path, Map.of("error", told), told);
        return Exit.FAILED;
    }

    private void give(String path, Map<String, Object> document, String sentence) {
        session.answers().give(() -> document, () -> Stream.of(Plain.text(path + ": ") + sentence));
    }

    static Map<String, Object> document(Home.Soundness soundness) {
        var document = new LinkedHashMap<String, Object>();
        document.put("commit", soundness.commit());
        document.put("set", "ok");
        document.put("records", soundness.records());
        return document;
    }

    static Stream<String> lines(Session session, Home.Soundness soundness) {
        var table =
                new Table(session.words().text("verify.kind"), session.words().text("verify.count"));
        soundness.records().forEach((kind, count) -> table.add(kind, Long.toString(count)));
        return Stream.concat(
                Stream.of(session.words().text("verify.sound") + " "
                        + session.words().text("verify.commit", soundness.commit())),
                table.lines());
    }
}
