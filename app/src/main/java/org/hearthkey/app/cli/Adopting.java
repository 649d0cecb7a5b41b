package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.adopt.AdoptionException;
import org.hearthkey.core.adopt.AdoptionUse;
import org.hearthkey.core.adopt.Adoptions;
import org.hearthkey.core.adopt.ForeignAuthorities;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.RehearsalException;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.NewHome;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;

/// Takes over what another program made: as the root of a new home, or as the issuer of a new zone.
final class Adopting {
    private final Session session;
    private final Path place;
    private final Optional<String> authority;
    private final Optional<Path> keyPassphrase;

    Adopting(Session session, Path place, AuthorityOptions options) {
        this.session = session;
        this.place = place;
        authority = options.authority;
        keyPassphrase = options.keyPassphrase;
    }

    int asRoot(NewHome plan) throws StoppedException, RefusedException, IOException {
        var making = new HomeMaking(session, plan);
        var file = making.newFile();
        try (var found = read(AdoptionUse.ROOT)) {
            var anyHome = new Authority(HomeId.random(session.random()), session.clock(), session.random());
            var findings = Adoptions.reviewRoot(found, anyHome, session.clock());
            requirePassing(findings);
            try (var key = open(found)) {
                return making.withAdoptedRoot(file, found, key, findings);
            }
        }
    }

    int asZone(ZoneName name) throws StoppedException, RefusedException, IOException {
        try (var found = read(AdoptionUse.ZONE);
                var home = session.openToChange()) {
            var findings = home.adoptions().reviewZone(name, found);
            requirePassing(findings);
            try (var key = open(found);
                    var root = session.tokens().root(home)) {
                var zone = home.zoneAdoption().add(name, found, key, root.secret());
                tell(home, zone, found, findings);
            } catch (RehearsalException complaint) {
                throw session.findings().refusal(List.of(Adoptions.unfit(complaint)));
            }
        }
        return Exit.DONE.code();
    }

    private FoundAuthority read(AdoptionUse use) throws StoppedException, IOException {
        try {
            return ForeignAuthorities.read(place, use, authority);
        } catch (AdoptionException unreadable) {
            throw session.findings().refusal(List.of(unreadable.finding()));
        }
    }

    private void requirePassing(List<Finding> findings) throws StoppedException {
        if (Findings.refuse(findings)) {
            throw session.findings().refusal(findings);
        }
    }

    private SoftwareKey open(FoundAuthority found) throws StoppedException, RefusedException, IOException {
        try {
            if (!found.key().isEncrypted()) {
                return found.openKey(Optional.empty());
            }
            try (var passphrase = session.secrets().foreignKey(place, keyPassphrase)) {
                return found.openKey(Optional.of(passphrase));
            }
        } catch (AdoptionException differs) {
            throw session.findings().refusal(List.of(differs.finding()));
        }
    }

    private void tell(Home home, Zone zone, FoundAuthority found, List<Finding> findings) {
        var list = home.lists().newest(zone.issuer().role()).orElseThrow();
        session.answers().give(() -> document(zone, found, findings, Documents.list(list)), () -> {
            var lines = new ArrayList<>(session.findings().lines(findings));
            lines.add(session.words()
                    .text(
                            "adopt.zone",
                            found.certificate().subject(),
                            zone.name(),
                            list.number().toString()));
            lines.add(session.words().text("adopt.left-there"));
            return lines.stream();
        });
    }

    private Map<String, Object> document(
            Zone zone, FoundAuthority found, List<Finding> findings, Map<String, Object> list) {
        var document = new LinkedHashMap<>(Documents.zone(zone));
        document.put("source", found.source().code());
        document.put("list", list);
        document.put("findings", session.findings().documents(findings));
        return document;
    }
}
