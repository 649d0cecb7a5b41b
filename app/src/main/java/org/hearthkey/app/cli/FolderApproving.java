package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;

/// Approves the requests of a whole folder, by the order of their file names, in one opening of the home. Each answer is
/// written as soon as the file holds the device; a request that is refused stops nobody else.
final class FolderApproving {
    private final Session session;
    private final ZoneName zone;
    private final int days;
    private final Optional<Path> attestation;
    private final Optional<Path> out;

    /// @param attestation the folder with what makers say of the devices, if anything is to be shown of that
    FolderApproving(Session session, ZoneName zone, int days, Optional<Path> attestation, Optional<Path> out) {
        this.session = session;
        this.zone = zone;
        this.days = days;
        this.attestation = attestation;
        this.out = out;
    }

    int approveAll(Path folder) throws StoppedException, IOException {
        var files = files(folder);
        tellOfNoRequest(files);
        var exit = Exit.DONE;
        try (var home = session.openToChange()) {
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
                        .lasting(days)
                        .attestation(shown(read)));
        if (!review.mayApprove()) {
            return refused(home, review);
        }
        try (var handOver = session.handOver(home, name.get(), out, KeySource.DEVICE)) {
            return switch (home.approvals().issue(new Approval(review))) {
                case Outcome.Refused(var again) -> refused(home, again);
                case Outcome.Paired _ -> throw new IllegalStateException("A request was paired");
                case Outcome.Issued issued -> {
                    answer(issued, review.judgment());
                    handOver.write(issued.certificate(), issued.issuer(), issued.madeKey());
                    session.handed(home, issued.device(), handOver);
                    yield List.of();
                }
            };
        }
    }

    private List<Shown> shown(RequestFile request) throws IOException {
        return attestation.isEmpty()
                ? List.of()
                : AttestationFiles.read(AttestationFiles.named(request.bareName(), attestation.get()));
    }

    /// A name that was mistyped would leave a device without its maker's word, and nobody would notice.
    private void tellOfNoRequest(List<Path> requests) throws IOException {
        if (attestation.isEmpty()) {
            return;
        }
        for (var file : AttestationFiles.ofNone(requests, attestation.get())) {
            session.answers().remark(session.words().text("approve-all.of-no-request", file));
        }
    }

    private List<Finding> refused(Home home, Review review) {
        new AlarmTelling(session, home).raise(review);
        return review.findings();
    }

    private void answer(Outcome.Issued issued, Judgment judgment) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", issued.device().name().text());
        document.put("serial", issued.certificate().serial().hex());
        document.put("fingerprint", issued.certificate().fingerprint().hex());
        document.put("notAfter", issued.certificate().notAfter().toString());
        if (attestation.isPresent()) {
            document.put("grade", judgment.grade().code());
            document.put("gradeReason", judgment.reason());
        }
        session.answers().line(Json.line(document));
    }

    private void answerRefusal(Path file, List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", file.toString());
        document.put("findings", session.findings().documents(findings));
        session.answers().line(Json.line(document));
    }

    private List<Path> files(Path folder) throws IOException {
        return AttestationFiles.entries(folder).stream()
                .filter(Files::isRegularFile)
                .filter(file -> attestation.isEmpty() || !AttestationFiles.isNamed(file))
                .toList();
    }
}
