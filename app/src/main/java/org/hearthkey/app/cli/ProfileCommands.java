package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "profile", description = "Which kinds of key devices may have, until when and in which zones.")
final class ProfileCommands {
    private final Session session;

    ProfileCommands(Session session) {
        this.session = session;
    }

    @Command(description = "All profiles, with the devices whose certificates are for such keys.")
    int list() throws StoppedException, IOException {
        try (var home = session.open()) {
            var all = home.keyProfiles().uses();
            session.answers()
                    .give(() -> all.stream().map(ProfileCommands::document).toList(), () -> {
                        var words = session.words();
                        var table = new Table(
                                words.text("profile.name"),
                                words.text("profile.key"),
                                words.text("profile.until"),
                                words.text("profile.zones"),
                                words.text("profile.devices"));
                        all.forEach(use -> {
                            var each = use.profile();
                            table.add(
                                    each.name(),
                                    key(each),
                                    until(each),
                                    zones(each),
                                    Integer.toString(use.devices().size()));
                        });
                        return Stream.concat(
                                table.lines(),
                                home.keyProfiles().ending().stream().map(this::ending));
                    });
        }
        return Exit.DONE.code();
    }

    @Command(description = "One profile, and the devices whose certificates are for such keys.")
    int show(@Parameters(paramLabel = "NAME", description = "Its name in `profile list`.") String name)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            var profile = find(home, name);
            var use = new ProfileUse(profile, home.keyProfiles().devices(profile));
            session.answers()
                    .give(
                            () -> document(use),
                            () -> Stream.concat(
                                    Stream.of(session.words()
                                            .text("profile.is", name, key(profile), until(profile), zones(profile))),
                                    names(use).stream()));
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "set-zone",
            description =
                    "Let devices have such keys in these zones only; without a zone, in every one. Asks for the root"
                            + " passphrase.")
    int setZone(
            @Parameters(paramLabel = "NAME", description = "Its name in `profile list`.") String name,
            @Parameters(paramLabel = "ZONE", arity = "0..*", description = "Zones of this home.") @Nullable
                    List<ZoneName> zones)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var profile = find(home, name);
            var wanted = Optional.ofNullable(zones).orElse(List.of());
            for (var zone : wanted) {
                session.zone(home, zone);
            }
            try (var root = session.tokens().root(home)) {
                var changed = home.keyProfiles().setZones(profile, wanted, root.secret());
                session.answers()
                        .give(
                                () -> document(changed),
                                () -> Stream.of(session.words()
                                        .text("profile.is", name, key(changed), until(changed), zones(changed))));
            }
        }
        return Exit.DONE.code();
    }

    private NamedProfile find(Home home, String name) throws StoppedException {
        return home.keyProfiles()
                .find(name)
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("profile.unknown", name)));
    }

    private static String key(NamedProfile profile) {
        return profile.kind()
                .curve()
                .orElse(profile.kind().algorithm() + " " + profile.kind().bits());
    }

    private String until(NamedProfile profile) {
        return profile.notAfter()
                .map(session.dates()::day)
                .orElse(session.words().text("profile.no-end"));
    }

    private String zones(NamedProfile profile) {
        return profile.zones().isEmpty()
                ? session.words().text("profile.every-zone")
                : profile.zones().stream().map(ZoneName::text).collect(Collectors.joining(", "));
    }

    private String ending(ProfileUse use) {
        return session.words()
                .text(
                        "profile.ending",
                        use.profile().name(),
                        session.dates().day(use.profile().notAfter().orElseThrow()),
                        String.join(", ", names(use)));
    }

    private static List<String> names(ProfileUse use) {
        return use.devices().stream().map(device -> device.name().text()).toList();
    }

    private static Map<String, Object> document(ProfileUse use) {
        var document = document(use.profile());
        document.put("devices", names(use));
        return document;
    }

    private static Map<String, Object> document(NamedProfile profile) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", profile.name());
        document.put("algorithm", profile.kind().algorithm());
        document.put("bits", profile.kind().bits());
        document.put("strength", profile.kind().strengthBits());
        document.put("signature", profile.kind().signatureAlgorithm());
        profile.notAfter().ifPresent(end -> document.put("notAfter", end.toString()));
        profile.warnFrom().ifPresent(from -> document.put("warnFrom", from.toString()));
        document.put("zones", profile.zones().stream().map(ZoneName::text).toList());
        return document;
    }
}
