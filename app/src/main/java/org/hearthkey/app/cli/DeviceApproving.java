package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.handover.HandOver;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.MadeKey;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.policy.Finding;

/// Reviews a device, says what speaks for and against it, and hands over its certificate.
final class DeviceApproving {
    private final Session session;
    private final Confirming confirming;
    private final Optional<Path> out;

    /// @param confirm how it is made sure which device asks, if at all
    /// @param out where its files go, if anywhere
    DeviceApproving(Session session, Optional<ConfirmBy> confirm, Optional<Path> out) {
        this.session = session;
        confirming = new Confirming(session, confirm);
        this.out = out;
    }

    int approve(Application given) throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var application = new WaitingTelling(session, home).complete(given);
            var review = confirming.review(done ->
                    home.approvals().review(done.map(application::confirmation).orElse(application)));
            requireNoRefusal(home, review);
            try (var handOver = session.handOver(home, application.name(), out, application.keySource())) {
                var outcome = home.approvals().issue(new Approval(review));
                finish(home, outcome, handOver, review.findings(), "approve.done", Optional.of(review.judgment()));
            }
        }
        return Exit.DONE.code();
    }

    int renew(DeviceName name, CertificateRequest request, int days, List<Shown> attestation)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            var approvals = home.approvals();
            var review = confirming.review(done -> approvals.reviewRenewal(device, request, days, done, attestation));
            requireNoRefusal(home, review);
            try (var handOver = session.handOver(home, device.name(), out, KeySource.DEVICE)) {
                var outcome = approvals.renew(device, new Approval(review));
                var judgment = Optional.of(review.judgment()).filter(_ -> !attestation.isEmpty());
                finish(home, outcome, handOver, review.findings(), "renew.done", judgment);
            }
        }
        return Exit.DONE.code();
    }

    private void requireNoRefusal(Home home, Review review) throws StoppedException {
        if (!review.mayApprove()) {
            throw new AlarmTelling(session, home).refused(review);
        }
    }

    private void finish(
            Home home,
            Outcome outcome,
            HandOver handOver,
            List<Finding> findings,
            String done,
            Optional<Judgment> judgment)
            throws StoppedException {
        switch (outcome) {
            case Outcome.Refused(var review) -> throw new AlarmTelling(session, home).refused(review);
            case Outcome.Paired(var device) ->
                session.answers().give(() -> pairedDocument(device, findings), () -> pairedLines(device, findings));
            case Outcome.Issued issued -> {
                try {
                    var files = write(issued, handOver);
                    session.answers()
                            .give(
                                    () -> document(issued, files, findings, judgment),
                                    () -> lines(issued, files, findings, done, judgment));
                    issued.madeKey().ifPresent(this::tellPassword);
                    session.handed(home, issued.device(), handOver);
                } finally {
                    issued.madeKey().ifPresent(MadeKey::close);
                }
            }
        }
    }

    private Map<String, Object> pairedDocument(Device device, List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("device", Documents.device(device, session.now()));
        document.put("files", List.of());
        document.put("findings", session.findings().documents(findings));
        return document;
    }

    private Stream<String> pairedLines(Device device, List<Finding> findings) {
        var lines = new ArrayList<>(session.findings().lines(findings));
        lines.add(session.words()
                .text("approve.paired", device.name().text(), device.zone().display()));
        return lines.stream();
    }

    private List<Path> write(Outcome.Issued issued, HandOver handOver) throws StoppedException {
        try {
            return handOver.write(issued.certificate(), issued.issuer(), issued.madeKey());
        } catch (IOException failed) {
            var key = issued.madeKey().isPresent() ? "approve.lost.key" : "approve.lost";
            var name = issued.device().name().text();
            throw new StoppedException(
                    Exit.FAILED,
                    session.words().text(key, name) + " "
                            + session.failures().explain(failed).happened());
        }
    }

    private Map<String, Object> document(
            Outcome.Issued issued, List<Path> files, List<Finding> findings, Optional<Judgment> judgment) {
        var document = new LinkedHashMap<String, Object>();
        document.put("device", Documents.device(issued.device(), session.now()));
        document.put("certificate", Documents.certificate(issued.certificate()));
        document.put("files", files.stream().map(Path::toString).toList());
        document.put("findings", session.findings().documents(findings));
        judgment.ifPresent(judged -> {
            document.put("grade", judged.grade().code());
            document.put("gradeReason", judged.reason());
        });
        // An array, which Jackson writes as text: a string could not be overwritten.
        issued.madeKey()
                .ifPresent(key -> key.password().use(characters -> document.put("oneTimePassword", characters)));
        return document;
    }

    private Stream<String> lines(
            Outcome.Issued issued, List<Path> files, List<Finding> findings, String done, Optional<Judgment> judgment) {
        var device = issued.device();
        var end = session.dates().day(device.credential().end().orElseThrow());
        var lines = new ArrayList<>(session.findings().lines(findings));
        judgment.filter(judged -> !judged.equals(Judgment.NOTHING_SHOWN))
                .ifPresent(judged -> lines.add(session.words().text("approve.grade", grade(judged.grade()))));
        lines.add(session.words().text(done, device.name().text(), device.zone().display(), end));
        files.forEach(file -> lines.add(session.words().text("written", file)));
        return lines.stream();
    }

    private String grade(Grade grade) {
        return session.words()
                .text(
                        switch (grade) {
                            case ATTESTED -> "approve.grade.attested";
                            case CLAIMED -> "approve.grade.claimed";
                            case NONE -> "approve.grade.none";
                        });
    }

    private void tellPassword(MadeKey key) {
        if (!session.answers().areForScripts()) {
            key.password().use(characters -> {
                session.answers().secret(session.words().text("approve.password") + " ", characters);
                return characters.length;
            });
        }
    }
}
