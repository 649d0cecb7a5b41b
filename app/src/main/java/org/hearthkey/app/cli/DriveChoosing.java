package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hearthkey.app.text.DriveWords;
import org.hearthkey.core.drive.DriveFinder;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Offer;

/// Finds the drive that a bundle should go to where none was named. It is never written to unless somebody says that this
/// is the one.
final class DriveChoosing {
    private static final String YES = "yes";

    private final Session session;
    private final DriveWords drives = DriveWords.in(Locale.ENGLISH);

    DriveChoosing(Session session) {
        this.session = session;
    }

    /// The one drive that was made to be carried and against which nothing speaks.
    Path choose() throws StoppedException, IOException {
        var removable = session.drives().offers(session.knownHomeFile(), DriveFinder.USUAL_BYTES).stream()
                .filter(offer -> offer.drive().kind() == Kind.REMOVABLE)
                .toList();
        var welcome = removable.stream().filter(Offer::isWelcome).toList();
        if (welcome.isEmpty()) {
            throw none(removable);
        }
        if (welcome.size() > 1) {
            throw several(welcome);
        }
        return confirmed(welcome.getFirst());
    }

    private StoppedException none(List<Offer> removable) {
        var objections = removable.stream()
                .flatMap(offer -> offer.objection().stream().map(objection -> objected(offer, objection)))
                .toList();
        if (objections.isEmpty()) {
            return new StoppedException(Exit.FAILED, session.words().text("drive.choose.none"));
        }
        boolean isRule = removable.stream()
                .allMatch(offer ->
                        offer.objection().filter(Objection.HOLDS_HOME::equals).isPresent());
        return new StoppedException(isRule ? Exit.REFUSED : Exit.FAILED, String.join(" ", objections));
    }

    private String objected(Offer offer, Objection objection) {
        return session.words().text("drive.objection", Plain.text(offer.drive().name()), drives.sentence(objection));
    }

    private StoppedException several(List<Offer> welcome) {
        var names = Stream.concat(
                Stream.of(session.words().text("drive.choose.several")),
                welcome.stream()
                        .map(offer -> "  " + title(offer) + "  " + offer.drive().folder()));
        return new StoppedException(Exit.REFUSED, String.join(System.lineSeparator(), names.toList()));
    }

    private Path confirmed(Offer offer) throws StoppedException {
        var words = session.words();
        var folder = offer.drive().folder();
        var terminal = session.terminal()
                .orElseThrow(() ->
                        new StoppedException(Exit.REFUSED, words.text("drive.choose.nobody", title(offer), folder)));
        session.answers().remark(words.text("drive.choose.found", title(offer), folder));
        var typed = terminal.ask(words.text("drive.choose.question")).orElseGet(() -> new char[0]);
        try {
            if (!new String(typed).strip().toLowerCase(Locale.ROOT).equals(YES)) {
                throw new StoppedException(Exit.REFUSED, words.text("drive.choose.declined"));
            }
        } finally {
            Arrays.fill(typed, '\0');
        }
        return folder;
    }

    private String title(Offer offer) {
        return Plain.text(drives.title(offer.drive()));
    }
}
