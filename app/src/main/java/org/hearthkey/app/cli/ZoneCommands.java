package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "zone", description = "Add a zone, look at the zones, or say what they ask of devices.")
final class ZoneCommands {
    private final Session session;
    private final ZoneTelling telling;

    ZoneCommands(Session session) {
        this.session = session;
        telling = new ZoneTelling(session);
    }

    @Command(description = "Add a zone with its own issuer. The root signs it.")
    int add(@Parameters(paramLabel = "NAME", description = "Such as lighting or living-room.") ZoneName name)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            add(home, name);
        }
        return Exit.DONE.code();
    }

    /// Adds a zone to a home that is open.
    void add(Home home, ZoneName name) throws StoppedException, RefusedException, IOException {
        if (home.issuers().isTaken(name)) {
            throw new StoppedException(Exit.REFUSED, session.words().text("zone.there", name));
        }
        try (var root = session.tokens().root(home)) {
            telling.tell(home, home.addZone(name, root.secret()));
        }
    }

    @Command(
            name = "import",
            description = {
                "Add a zone with an issuer that another program made: what it issued goes on, its revocations and the"
                        + " number of its last list are taken over. The root signs it.",
                "PLACE is a folder of openssl ca, easy-rsa or step-ca, or a database of XCA. Nothing is written there."
            })
    int importZone(
            @Parameters(paramLabel = "NAME", description = "Such as vpn or workshop.") ZoneName name,
            @Parameters(paramLabel = "PLACE") Path place,
            @Mixin AuthorityOptions options)
            throws StoppedException, RefusedException, IOException {
        return new Adopting(session, place, options).asZone(name);
    }

    @Command(
            description =
                    "Take the issuer of a zone back, whose key is in other hands: all its devices are revoked, and hubs"
                            + " are ordered to trust it no longer. The root signs it.")
    int withdraw(
            @Parameters(paramLabel = "NAME", description = "The zone.") ZoneName name,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description = "A name of RFC 5280, such as keyCompromise.")
                    Reason reason,
            @Option(
                            names = "--confirm",
                            paramLabel = "NAME",
                            description = "The zone's name once more. Without it this only says what would happen.")
                    Optional<ZoneName> confirmed)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            session.zone(home, name);
            var words = session.words();
            if (home.issuers().withdrawn(name).isPresent()) {
                throw new StoppedException(Exit.REFUSED, words.text("zone.withdraw.already", name));
            }
            if (!confirmed.equals(Optional.of(name))) {
                var hits = home.withdrawals().hits(name);
                throw new StoppedException(Exit.REFUSED, words.text("zone.withdraw.confirm", name, hits));
            }
            try (var root = session.tokens().root(home)) {
                var list = home.withdrawals().withdraw(name, reason, root.secret());
                session.answers()
                        .give(
                                () -> Documents.list(list),
                                () -> Stream.of(words.text(
                                        "zone.withdraw.done",
                                        name,
                                        list.number().toString())));
            }
        }
        return Exit.DONE.code();
    }

    @Command(
            description = "Make a new issuer for a zone whose issuer was taken back, with a new key and the same name."
                    + " Devices can be approved in it again. The root signs it.")
    int reissue(@Parameters(paramLabel = "NAME", description = "The zone.") ZoneName name)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            session.zone(home, name);
            if (!home.reissues().isDue(name)) {
                throw new StoppedException(Exit.REFUSED, session.words().text("zone.reissue.standing", name));
            }
            try (var root = session.tokens().root(home)) {
                telling.tell(home, home.reissues().zone(name, root.secret()));
            }
            session.answers().remark(session.words().text("zone.reissue.then"));
        }
        return Exit.DONE.code();
    }

    @Command(description = "All zones and when their issuers end.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            telling.tellAll(home);
        }
        return Exit.DONE.code();
    }

    @Command(description = "One zone: its issuer, its anchor and its devices.")
    int show(@Parameters(paramLabel = "NAME") ZoneName name) throws StoppedException, IOException {
        try (var home = session.open()) {
            telling.tell(home, session.zone(home, name));
        }
        return Exit.DONE.code();
    }

    @Command(description = "What a zone asks of devices that join it. Changing it asks for the root passphrase.")
    int rules(
            @Parameters(paramLabel = "NAME") ZoneName name,
            @Option(
                            names = "--set-up",
                            paramLabel = "WAY",
                            description = "at-once: certified with the approval. fresh-key: after a day in the zone"
                                    + " onboarding, with a key that nobody saw before.")
                    Optional<ZoneRules.SetUp> setUp,
            @Option(
                            names = "--pairing",
                            paramLabel = "WHEN",
                            description = "any-time, or in-window: only after “pairing open”.")
                    Optional<ZoneRules.Pairing> pairing,
            @Option(
                            names = "--attestation",
                            paramLabel = "GRADE",
                            description = "How far a maker must vouch for a device: none, claimed or attested.")
                    Optional<Grade> attestation)
            throws StoppedException, RefusedException, IOException {
        boolean asks = setUp.isPresent() || pairing.isPresent() || attestation.isPresent();
        try (var home = asks ? session.openToChange() : session.open()) {
            var rulings = home.zoneRulings();
            var held = rulings.rules(session.zone(home, name).name());
            var wanted = new ZoneRules(
                    setUp.orElse(held.setUp()), pairing.orElse(held.pairing()), attestation.orElse(held.attestation()));
            if (!wanted.equals(held)) {
                var refusal = rulings.refusal(name, wanted);
                if (refusal.isPresent()) {
                    throw session.findings().refusal(List.of(refusal.get()));
                }
                try (var root = session.tokens().root(home)) {
                    rulings.change(name, wanted, root.secret());
                }
            }
            new RulesTelling(session).tell(name, wanted);
        }
        return Exit.DONE.code();
    }
}
