package org.hearthkey.core.home;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hearthkey.core.adopt.Adoptions;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.store.Books;

/// Makes what the root signs: itself, the services issuer and the zones. Works inside a commit.
final class IssuerMaker {
    private final Books books;
    private final Authority authority;
    private final Journal journal;
    private final InstantSource clock;
    private final SecureRandom random;

    IssuerMaker(Books books, Authority authority, Journal journal, InstantSource clock, SecureRandom random) {
        this.books = books;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
    }

    /// Signs the root's own certificate.
    Issuer makeRoot(SigningKey rootKey) {
        var root = new Issuer(new Role.Root(), authority.signRoot(rootKey), Optional.empty());
        books.issuers().add(root, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        note("root.create", root.certificate());
        return root;
    }

    /// Keeps a root that is there already.
    void keepRoot(Certificate root) {
        books.issuers()
                .add(
                        new Issuer(new Role.Root(), root, Optional.empty()),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /// Makes the services issuer: hubs and the signer of bundles stand below it.
    Issuer makeServices(SigningKey rootKey) {
        try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var signed = authority.signServices(books.issuers().root().certificate(), rootKey, key);
            var services = new Issuer(new Role.Services(), signed.issuer(), Optional.of(signed.twin()));
            books.keys().keep(services.role(), key);
            books.issuers().add(services, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            note("services.create", services.certificate());
            return services;
        }
    }

    /// Makes a zone's issuer and its twin.
    ///
    /// @throws IllegalArgumentException if there is such a zone
    Zone makeZone(ZoneName name, SigningKey rootKey) {
        requireFree(name);
        var policyNumber = nextPolicyNumber();
        var zone = new Zone(
                name,
                policyNumber,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                issuer(name, policyNumber, rootKey));
        books.issuers().add(zone);
        note("zone.create", zone.issuer().certificate());
        return zone;
    }

    private void requireFree(ZoneName name) {
        if (books.issuers().isTaken(name)) {
            throw new IllegalArgumentException("There is a zone or an intermediate of that name");
        }
    }

    private int nextPolicyNumber() {
        return 1
                + books.issuers().zones().stream()
                        .mapToInt(Zone::policyNumber)
                        .max()
                        .orElse(0);
    }

    /// Makes a zone of an issuer that another program made.
    ///
    /// @throws IllegalArgumentException if there is such a zone
    Zone adoptZone(ZoneName name, FoundAuthority found, SoftwareKey key, SigningKey rootKey) {
        requireFree(name);
        var role = new Role.Zone(name);
        var policyNumber = nextPolicyNumber();
        var root = books.issuers().root().certificate();
        var signed = authority.adoptZone(root, rootKey, name, policyNumber, found.certificate(), key);
        var zone = new Zone(
                name,
                policyNumber,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                new Issuer(role, signed.issuer(), Optional.of(signed.twin())));
        books.keys().keep(role, key);
        books.issuers().add(zone);
        note("zone.create", signed.issuer());
        Adoptions.keep(books.adoptions(), journal, role, found, clock);
        return zone;
    }

    /// Takes the root that another program made.
    Issuer adoptRoot(FoundAuthority found) {
        var root = new Issuer(new Role.Root(), found.certificate(), Optional.empty());
        books.issuers().add(root, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Adoptions.keep(books.adoptions(), journal, root.role(), found, clock);
        return root;
    }

    /// Makes another issuer and twin for a zone, with a new key and all else as before.
    Zone remakeZone(Zone before, SigningKey rootKey) {
        var zone = new Zone(
                before.name(),
                before.policyNumber(),
                before.added(),
                issuer(before.name(), before.policyNumber(), rootKey));
        books.issuers().replace(zone.issuer());
        note("zone.reissue", zone.issuer().certificate());
        return zone;
    }

    private Issuer issuer(ZoneName zone, int policyNumber, SigningKey rootKey) {
        try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var root = books.issuers().root().certificate();
            var signed = authority.signZone(root, rootKey, zone, policyNumber, key);
            var issuer = new Issuer(new Role.Zone(zone), signed.issuer(), Optional.of(signed.twin()));
            books.keys().keep(issuer.role(), key);
            return issuer;
        }
    }

    private void note(String act, Certificate certificate) {
        journal.append(Note.of(act)
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex())
                .fact("notAfter", certificate.notAfter().toString())
                .detail("subject", certificate.subject()));
    }
}
