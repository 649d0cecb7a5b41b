package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.deliver.ForecastBook.HubCertificate;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Finds what lists would hit that hardly can be meant: hubs, the signer of bundles, issuers, a whole zone. What the place
/// knows of already is no hit.
final class Hits {
    private static final String LISTS = "RFC 5280, section 5";
    private static final String NUMBERS = "RFC 5280, section 5.2.3";
    /// One device that is revoked was meant, even where its zone has no other.
    private static final long A_WHOLE_ZONE = 2;

    private final IssuerBook issuers;
    private final List<HubCertificate> hubs;
    private final Optional<Certificate> signer;
    private final Optional<Crl> root;
    private final Optional<Crl> services;
    private final Optional<Instant> since;

    /// @param root the root's list, which names issuers
    /// @param services the services' list, which names hubs and the signer of bundles
    /// @param since the time of the last bundle that the place took
    Hits(
            IssuerBook issuers,
            List<HubCertificate> hubs,
            Optional<Certificate> signer,
            Optional<Crl> root,
            Optional<Crl> services,
            Optional<Instant> since) {
        this.issuers = issuers;
        this.hubs = List.copyOf(hubs);
        this.signer = signer;
        this.root = root;
        this.services = services;
        this.since = since;
    }

    boolean isRevoked(Issuer issuer) {
        return root.filter(list -> list.lists(issuer.certificate().serial())).isPresent();
    }

    List<Finding> of(List<Forecast.Zone> zones) {
        var hits = new ArrayList<Finding>();
        if (isNewOn(root, issuers.services().certificate())) {
            hits.add(hit("forecast.services-revoked", LISTS));
        }
        for (var zone : issuers.zones()) {
            if (isNewOn(root, zone.issuer().certificate())) {
                hits.add(hit("forecast.zone-revoked", LISTS, zone.name().display()));
            }
        }
        for (var hub : hubs) {
            if (isNewOn(services, hub.certificate())) {
                hits.add(hit("forecast.hub-revoked", LISTS, hub.hub()));
            }
        }
        if (signer.filter(certificate -> isNewOn(services, certificate)).isPresent()) {
            hits.add(hit("forecast.signer-revoked", LISTS));
        }
        zones.stream()
                .filter(zone -> empties(zone) && zone.newly().count() >= A_WHOLE_ZONE)
                .map(zone -> hit("forecast.zone-empty", LISTS, zone.name().display(), count(zone)))
                .forEach(hits::add);
        return hits;
    }

    List<Finding> notes(List<Forecast.Zone> zones, Instant now) {
        var notes = new ArrayList<Finding>();
        zones.stream()
                .filter(zone -> empties(zone) && zone.newly().count() < A_WHOLE_ZONE)
                .map(zone -> new Finding(
                        "forecast.zone-empties",
                        Weight.NOTE,
                        List.of(zone.name().display()),
                        LISTS))
                .forEach(notes::add);
        root.filter(list -> now.isAfter(list.nextUpdate()))
                .map(list -> new Finding(
                        "forecast.root-list-lapsed", Weight.CAUTION, List.of(), "RFC 5280, section 5.1.2.5"))
                .ifPresent(notes::add);
        return notes;
    }

    static Finding placeNewer(long there, long here) {
        return hit("forecast.place-newer", NUMBERS, Long.toString(there), Long.toString(here));
    }

    static Finding otherHome() {
        return hit("forecast.other-home", "RFC 5280, section 6.1");
    }

    static Finding otherSecondSigner() {
        return hit("forecast.other-second-signer", "FIPS 204");
    }

    private static boolean empties(Forecast.Zone zone) {
        return zone.newly().count() > 0 && zone.goingOn().count() == 0;
    }

    private static String count(Forecast.Zone zone) {
        return Long.toString(zone.newly().count());
    }

    private boolean isNewOn(Optional<Crl> list, Certificate certificate) {
        return list.flatMap(named -> Optional.ofNullable(
                        named.x509().getRevokedCertificate(certificate.serial().value())))
                .map(entry -> entry.getRevocationDate())
                .map(Date::toInstant)
                .filter(at -> since.isEmpty() || !at.isBefore(since.get()))
                .isPresent();
    }

    private static Finding hit(String code, String clause, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), clause);
    }
}
