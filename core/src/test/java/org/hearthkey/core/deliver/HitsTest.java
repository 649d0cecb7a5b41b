package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.Superseded;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.deliver.ForecastBook.HubCertificate;
import org.hearthkey.core.policy.Finding;
import org.junit.jupiter.api.Test;

class HitsTest {
    private final BundleHome home = new BundleHome();

    /// Any certificate of the services does for a hub.
    private final Certificate hub = home.signer;

    private final IssuerBook issuers = new IssuerBook() {
        @Override
        public Issuer root() {
            return home.root;
        }

        @Override
        public Issuer services() {
            return home.services;
        }

        @Override
        public List<Zone> zones() {
            return List.of(made(1, home.lighting), made(2, home.security));
        }

        @Override
        public List<Withdrawn> withdrawn() {
            return List.of();
        }

        @Override
        public List<Intermediate> intermediates() {
            return List.of();
        }

        @Override
        public Optional<Rollover> rollover() {
            return Optional.empty();
        }

        @Override
        public List<Superseded> superseded() {
            return List.of();
        }
    };

    private Zone made(int number, Issuer issuer) {
        return new Zone(((Role.Zone) issuer.role()).name(), number, home.now, issuer);
    }

    private Crl root(SerialNumber... revoked) {
        return home.list(home.root, home.rootKey, Duration.ofDays(400), revoked);
    }

    private Crl services(SerialNumber... revoked) {
        return home.list(home.services, home.servicesKey, BundleHome.LIST_LIFE, revoked);
    }

    private Hits hits(Crl root, Crl services, Optional<Instant> since) {
        return new Hits(
                issuers,
                List.of(new HubCertificate("Hub", hub)),
                Optional.of(home.signer),
                Optional.of(root),
                Optional.of(services),
                since);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private List<String> codes(Crl root, Crl services, Optional<Instant> since) {
        return codes(hits(root, services, since).of(List.of()));
    }

    @Test
    void hitsNothingWhereNothingIsNamed() {
        assertEquals(List.of(), codes(root(), services(), Optional.empty()));
    }

    @Test
    void seesTheHubsOwnCertificateAndTheSigner() {
        var found = codes(root(), services(hub.serial()), Optional.empty());
        assertEquals(List.of("forecast.hub-revoked", "forecast.signer-revoked"), found);
    }

    @Test
    void seesIssuersThatTheRootsListNames() {
        var list = root(
                home.lighting.certificate().serial(),
                home.services.certificate().serial());
        var found = hits(list, services(), Optional.empty());
        assertEquals(List.of("forecast.services-revoked", "forecast.zone-revoked"), codes(found.of(List.of())));
        assertTrue(found.isRevoked(home.lighting));
        assertFalse(found.isRevoked(home.security));
    }

    @Test
    void whatThePlaceKnowsOfAlreadyIsNoHit() {
        var list = services(hub.serial());
        assertEquals(2, codes(root(), list, Optional.of(home.now)).size());
        assertEquals(List.of(), codes(root(), list, Optional.of(home.now.plusSeconds(1))));
    }

    @Test
    void aZoneThatLosesAllOfSeveralDevicesIsHitAndOneThatLosesItsOnlyOneIsNot() {
        var lighting = ((Role.Zone) home.lighting.role()).name();
        var none = hits(root(), services(), Optional.empty());
        var two = new Forecast.Zone(lighting, new Names(List.of("A", "B"), 2), 0, Names.NONE);
        var one = new Forecast.Zone(lighting, new Names(List.of("A"), 1), 3, Names.NONE);
        var some = new Forecast.Zone(lighting, new Names(List.of("A", "B"), 2), 0, new Names(List.of("C"), 1));
        assertEquals(List.of("forecast.zone-empty"), codes(none.of(List.of(two, one, some))));
        assertEquals(List.of("forecast.zone-empties"), codes(none.notes(List.of(two, one, some), home.now)));
    }

    @Test
    void saysThatTheRootsListHasLapsed() {
        var later = home.now.plus(Duration.ofDays(401));
        assertEquals(
                List.of("forecast.root-list-lapsed"),
                codes(hits(root(), services(), Optional.empty()).notes(List.of(), later)));
    }
}
