package org.hearthkey.core.approve;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.attest.LabelClaim;
import org.hearthkey.core.attest.MakerEvidence;
import org.hearthkey.core.attest.MakerJudge;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.authority.Permit;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.journal.Commits;

/// Reviews devices, and lets them join. What is signed and what is recorded are one commit: what was not recorded is never
/// handed out.
public final class Approvals {
    private final ApprovalBooks books;
    private final Signatory signatory;
    private final Joining joining;
    private final Permit permit;
    private final Commits commits;
    private final InstantSource clock;

    /// @param permit asked before each review: a home that changes no more has nothing to review
    public Approvals(
            ApprovalBooks books,
            Signatory signatory,
            Joining joining,
            Permit permit,
            Commits commits,
            InstantSource clock) {
        this.books = books;
        this.signatory = signatory;
        this.joining = joining;
        this.permit = permit;
        this.commits = commits;
        this.clock = clock;
    }

    /// Says what speaks for and against an application. Needs no key and changes nothing.
    ///
    /// @throws org.hearthkey.core.witness.BlockedException if the house was handed over, as every review here does
    public Review review(Application application) {
        return review(application, Optional.empty());
    }

    /// Says what speaks for and against giving `device` a new certificate for the key in `request`.
    public Review reviewRenewal(Device device, CertificateRequest request, int days) {
        return review(renewal(device, request, days), Optional.of(device));
    }

    /// Says the same of a device that has to come back with a fresh key, where the owner made sure that it is the one.
    public Review reviewRenewal(Device device, CertificateRequest request, int days, Confirmation confirmation) {
        return review(renewal(device, request, days).confirmation(confirmation), Optional.of(device));
    }

    /// Says the same where files are shown by which the device's maker vouches for it.
    public Review reviewRenewal(
            Device device,
            CertificateRequest request,
            int days,
            Optional<Confirmation> confirmation,
            List<Shown> attestation) {
        var shown = renewal(device, request, days).attestation(attestation);
        return review(confirmation.map(shown::confirmation).orElse(shown), Optional.of(device));
    }

    /// Signs what was approved and records the device.
    ///
    /// @throws IllegalStateException if the approval was used before
    public Outcome issue(Approval approval) {
        var application = approval.redeem().application();
        return commits.commit(() -> {
            var review = review(application);
            return review.mayApprove() ? joining.join(review) : new Outcome.Refused(review);
        });
    }

    /// Signs the renewal that was approved. The old certificate stays valid until its own end.
    ///
    /// @throws IllegalStateException if the approval was used before
    public Outcome renew(Device device, Approval approval) {
        var application = approval.redeem().application();
        return commits.commit(() -> {
            var review = review(application, Optional.of(device));
            return review.mayApprove() ? joining.renew(device, review) : new Outcome.Refused(review);
        });
    }

    private static Application renewal(Device device, CertificateRequest request, int days) {
        return Application.of(device.name(), device.zone())
                .request(request)
                .particulars(device.particulars())
                .lasting(days);
    }

    private Review review(Application application, Optional<Device> renewing) {
        permit.require();
        var candidate = new Candidate(
                application,
                renewing,
                books.devices(),
                books.marks(),
                books.zoneRules().rules(application.zone()),
                books.zoneRules().windowCloses(),
                books.zoneRules().profiles(),
                signatory.issuers(),
                clock.instant(),
                judge(application));
        return new Review(
                application,
                candidate.key(),
                ApprovalRules.review(candidate),
                candidate.signer(),
                MarkRules.sameDevice(candidate),
                candidate.notBefore(),
                candidate.notAfter(),
                candidate.judgment());
    }

    /// How far the maker's word for the device is proven.
    private Judgment judge(Application application) {
        if (application.attestation().isEmpty()) {
            return Judgment.NOTHING_SHOWN;
        }
        var issuers = signatory.issuers();
        var home = Stream.concat(
                        Stream.of(issuers.root(), issuers.services()),
                        issuers.zones().stream().map(Zone::issuer))
                .map(issuer -> issuer.certificate())
                .toList();
        return MakerJudge.judge(new MakerEvidence(
                application.attestation(),
                application.label().map(LabelClaim::of).orElse(LabelClaim.NONE),
                application.request(),
                home,
                books.trust().all(),
                clock.instant()));
    }
}
