package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;

/// Approves the requests of a whole folder, by the order of their file names, in one opening of the home. Each answer is
/// written as soon as the file holds the device; a request that is refused stops nobody else.
final class FolderApproving {
    private final Session session;
    private final ZoneName zone;
    private final int days;
    private final Optional<Path> out;

    FolderApproving(Session session, ZoneName zone, int days, Optional<Path> out) {
        this.session = session;
        this.zone = zone;
        this.days = days;
        this.out = out;
    }

    int approveAll(Path folder) throws StoppedException, IOException {
        var files = files(folder);
        var exit = Exit.DONE;
        try (var home = session.open()) {
            for (var file : files) {
                var refused = approve(home, file);
                if (!refused.isEmpty()) {
                    exit = Exit.REFUSED;
                    answerRefusal(file, refused);
                }
            }
        }
        return exit.code();
    }

    /// @return what speaks against it, if a rule refuses
    private List<Finding> approve(Home home, Path file) throws IOException {
        var read = RequestFile.read(file);
        if (read.kind() == RequestFile.Kind.OTHER_PEM) {
            session.answers().remark(session.words().text("approve-all.left-out", file));
            return List.of();
        }
        if (read.request().isEmpty()) {
            return List.of(RequestFile.UNREADABLE);
        }
        var name = read.name();
        if (name.isEmpty()) {
            return List.of(RequestFile.NAMELESS);
        }
        var review = home.approvals()
                .review(Application.of(name.get(), zone)
                        .request(read.request().get())
                        .lasting(days));
        if (!review.mayApprove()) {
            return refused(home, review);
        }
        try (var handOver = session.handOver(name.get(), out, KeySource.DEVICE)) {
            return switch (home.approvals().issue(new Approval(review))) {
                case Outcome.Refused(var again) -> refused(home, again);
                case Outcome.Paired _ -> throw new IllegalStateException("A request was paired");
                case Outcome.Issued issued -> {
                    answer(issued);
                    handOver.write(issued.certificate(), issued.issuer(), issued.madeKey());
                    yield List.of();
                }
            };
        }
    }

    private List<Finding> refused(Home home, Review review) {
        new AlarmTelling(session, home).raise(review);
        return review.findings();
    }

    private void answer(Outcome.Issued issued) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", issued.device().name().text());
        document.put("serial", issued.certificate().serial().hex());
        document.put("fingerprint", issued.certificate().fingerprint().hex());
        document.put("notAfter", issued.certificate().notAfter().toString());
        session.answers().line(Json.line(document));
    }

    private void answerRefusal(Path file, List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", file.toString());
        document.put("findings", session.findings().documents(findings));
        session.answers().line(Json.line(document));
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, entry -> Files.isRegularFile(entry))) {
            for (var entry : entries) {
                if (!String.valueOf(entry.getFileName()).startsWith(".")) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        files.sort(null);
        return files;
    }
}
