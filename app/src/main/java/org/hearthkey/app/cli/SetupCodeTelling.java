package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.text.KindWords;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.SetupCodes;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;
import org.hearthkey.core.seal.RefusedException;

/// Shows the code of a device, or forgets it.
final class SetupCodeTelling {
    private final Session session;
    private final Home home;

    SetupCodeTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// Shows a code once.
    void show(DeviceName name) throws StoppedException, RefusedException, IOException {
        var found = KeptCode.find(session, home, name);
        try (var root = session.tokens().root(home);
                var code = home.setupCodes().open(found.device(), SetupCodes.Use.SHOW, root.secret())) {
            // Whoever groups codes, draws them and writes JSON takes a String. It is let go of when this returns.
            code.use(bytes -> {
                tell(found, new String(bytes, UTF_8));
                return bytes.length;
            });
        }
    }

    private void tell(KeptCode found, String text) {
        var answers = session.answers();
        answers.give(() -> document(found, text), () -> lines(found, text));
        if (!answers.areForScripts() && session.terminal().isPresent() && answers.canShow(TerminalCode.SIGNS)) {
            TerminalCode.lines(QrDrawing.of(text)).forEach(answers::line);
        }
        answers.remark(session.words().text("setup-code.shown"));
    }

    private static Map<String, Object> document(KeptCode found, String text) {
        var document = new LinkedHashMap<String, Object>();
        document.put("device", found.device().name().text());
        document.put("kind", found.kept().kind());
        document.put("code", text);
        spoken(found, text).ifPresent(groups -> document.put("spoken", groups));
        return document;
    }

    private Stream<String> lines(KeptCode found, String text) {
        var kind = KindWords.in(session.words().locale()).name(found.kept().kind());
        var about = session.words().text("setup-code.of", found.device().name().text(), kind);
        return Stream.concat(
                Stream.of(about, Plain.text(text)),
                spoken(found, text).filter(groups -> !groups.equals(text)).stream());
    }

    private static Optional<String> spoken(KeptCode found, String text) {
        return CodeReader.read(text, found.kept().kind()) instanceof Scan.Read(Code code)
                ? code.spoken()
                : Optional.empty();
    }

    /// Forgets a code.
    void destroy(DeviceName name) throws StoppedException, RefusedException, IOException {
        var found = KeptCode.find(session, home, name);
        try (var root = session.tokens().root(home)) {
            home.setupCodes().destroy(found.device(), root.secret());
        }
        var told = found.device().name().text();
        session.answers()
                .give(
                        () -> Map.of("device", told, "destroyed", true),
                        () -> Stream.of(session.words().text("setup-code.destroyed", told)));
    }
}
