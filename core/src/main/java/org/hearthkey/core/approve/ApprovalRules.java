package org.hearthkey.core.approve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.policy.Rule;
import org.hearthkey.core.policy.Weight;

/// The rules of an approval, in the order in which they are read out.
final class ApprovalRules {
    private static final List<Rule<Candidate>> ALL = List.of(
            ApprovalRules::hasNotLeft,
            ApprovalRules::requestIsThere,
            LabelRules::keyEqualsLabel,
            LabelRules::bootstrapKeyIsNotCertified,
            LabelRules::hintsAgree,
            candidate -> candidate.application().request().map(RequestRules::possession),
            ApprovalRules::keyIsNew,
            ApprovalRules::keyIsNotAnIssuers,
            candidate -> candidate.key().flatMap(RequestRules::strength),
            ApprovalRules::keyMadeHere,
            ApprovalRules::zoneIsThere,
            ApprovalRules::nameIsFree,
            ApprovalRules::profileServesItsZone,
            ApprovalRules::profileHasNotEnded,
            ApprovalRules::addressIsFree,
            ApprovalRules::lifetimeIsShort,
            ApprovalRules::endsBeforeItsIssuer,
            candidate -> candidate.application().request().flatMap(RequestRules::droppedExtensions));

    /// What every application is looked at by. The label comes first: it says what was shown.
    static List<Finding> review(Candidate candidate) {
        return Stream.of(
                        candidate.application().label().map(CodeRules::look).orElse(List.of()),
                        Rule.review(ALL, candidate),
                        MarkRules.look(candidate),
                        Rule.review(PairingRules.ALL, candidate),
                        candidate.judgment().findings())
                .flatMap(List::stream)
                .toList();
    }

    private ApprovalRules() {}

    /// What was retired gets no certificate under its old identity, whatever key it shows.
    private static Optional<Finding> hasNotLeft(Candidate candidate) {
        return candidate
                .renewing()
                .flatMap(device -> candidate.devices().find(device.id()))
                .filter(device -> device.leaving().isPresent())
                .flatMap(device -> refusal(
                        "device.retired",
                        "IEEE 802.1AR-2018, section 6",
                        device.name().text()));
    }

    /// A certificate binds a key; without a request there is none. Where the key is made here there must be no other.
    private static Optional<Finding> requestIsThere(Candidate candidate) {
        var application = candidate.application();
        var shown = application.request().isPresent();
        return switch (application.keySource()) {
            case DEVICE -> shown ? Optional.empty() : refusal("request.absent", "RFC 2986, section 3");
            case MADE_HERE ->
                shown || LabelRules.boundKey(application).isPresent()
                        ? refusal("key.not-the-devices", "RFC 6920, section 3")
                        : Optional.empty();
            case PAIRING_ONLY -> Optional.empty();
        };
    }

    /// One key, one device: two devices with one key cannot be told apart, and revoking one revokes neither.
    private static Optional<Finding> keyIsNew(Candidate candidate) {
        return candidate
                .key()
                .map(key -> candidate
                        .devices()
                        .findByKey(key.hash())
                        .map(holder -> new Finding(
                                holder.revoked().isPresent() ? "key.revoked" : "key.duplicate",
                                Weight.REFUSAL,
                                List.of(holder.name()),
                                "IEEE 802.1AR-2018, section 6"))
                        .orElseGet(() -> {
                            var compared = candidate.devices().count(DeviceQuery.all(candidate.notBefore()));
                            var facts = List.of(Long.toString(compared));
                            return new Finding("key.new", Weight.SUPPORT, facts, "IEEE 802.1AR-2018, section 6");
                        }));
    }

    private static Optional<Finding> keyIsNotAnIssuers(Candidate candidate) {
        var issuers = candidate.issuers();
        return candidate
                .key()
                .map(PublicKeyInfo::hash)
                .filter(hash -> Stream.concat(
                                Stream.of(issuers.root(), issuers.services()),
                                issuers.zones().stream().map(Zone::issuer))
                        .anyMatch(issuer ->
                                issuer.certificate().publicKey().hash().equals(hash)))
                .flatMap(_ -> refusal("key.issuers-own", "RFC 5280, section 4.2.1.3"));
    }

    private static Optional<Finding> profileServesItsZone(Candidate candidate) {
        var zone = candidate.application().zone();
        return profile(candidate)
                .filter(profile -> !profile.serves(zone))
                .flatMap(profile ->
                        refusal("profile.not-in-zone", "SP 800-57, section 5.6", profile.name(), zone.text()));
    }

    /// Also where it would end while the certificate lasts: then it must not last that long.
    private static Optional<Finding> profileHasNotEnded(Candidate candidate) {
        return profile(candidate)
                .flatMap(profile -> profile.notAfter()
                        .filter(candidate.notAfter()::isAfter)
                        .flatMap(end -> refusal("profile.ended", "SP 800-131A", profile.name(), end.toString())));
    }

    private static Optional<NamedProfile> profile(Candidate candidate) {
        return candidate
                .key()
                .filter(_ -> candidate.isForCertificate())
                .flatMap(key -> candidate.profiles().stream()
                        .filter(profile -> profile.isOf(key))
                        .findFirst());
    }

    private static Optional<Finding> keyMadeHere(Candidate candidate) {
        return candidate.application().keySource() == KeySource.MADE_HERE
                ? Optional.of(new Finding("key.made-here", Weight.CAUTION, List.of(), "RFC 7292"))
                : Optional.empty();
    }

    private static Optional<Finding> zoneIsThere(Candidate candidate) {
        var zone = candidate.application().zone();
        if (candidate.issuers().withdrawn(zone).isPresent()) {
            return refusal("zone.withdrawn", "RFC 5280, section 5", zone.text());
        }
        return candidate.issuers().zone(zone).isPresent()
                ? Optional.empty()
                : refusal("zone.unknown", "RFC 5280, section 4.2.1.10", zone.text());
    }

    private static Optional<Finding> nameIsFree(Candidate candidate) {
        return candidate
                .devices()
                .find(candidate.application().name())
                .filter(other -> candidate.isAnother(other.id()))
                .flatMap(other -> refusal(
                        "name.duplicate",
                        "RFC 5280, section 4.1.2.6",
                        other.name().text()));
    }

    /// Two names may be spoken differently and be spelled alike as an address.
    private static Optional<Finding> addressIsFree(Candidate candidate) {
        return candidate
                .devices()
                .findByAddress(Joining.address(
                        candidate.application(), candidate.application().zone()))
                .filter(other -> candidate.isAnother(other.id()))
                .filter(_ -> nameIsFree(candidate).isEmpty())
                .flatMap(other -> refusal(
                        "name.address-taken",
                        "RFC 5280, section 4.2.1.6",
                        other.address().text(),
                        other.name().text()));
    }

    private static Optional<Finding> lifetimeIsShort(Candidate candidate) {
        var days = candidate.application().days();
        return !candidate.isForCertificate() || (days >= 1 && days <= Lifetimes.LONGEST_DEVICE_DAYS)
                ? Optional.empty()
                : refusal(
                        "validity.out-of-range",
                        "RFC 5280, section 4.1.2.5",
                        Integer.toString(days),
                        Integer.toString(Lifetimes.LONGEST_DEVICE_DAYS));
    }

    private static Optional<Finding> endsBeforeItsIssuer(Candidate candidate) {
        return candidate
                .issuers()
                .zone(candidate.application().zone())
                .map(zone -> candidate.issuers().chainEnd(new Role.Zone(zone.name())))
                .filter(end ->
                        candidate.isForCertificate() && candidate.notAfter().isAfter(end))
                .flatMap(end -> refusal("validity.outlives-issuer", "RFC 5280, section 6.1", end.toString()));
    }

    static Optional<Finding> refusal(String code, String clause, String... facts) {
        return Optional.of(new Finding(code, Weight.REFUSAL, List.of(facts), clause));
    }
}
