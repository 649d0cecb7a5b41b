package org.hearthkey.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;

/// Says what a zone asks of the devices that join it.
final class RulesTelling {
    private final Session session;

    RulesTelling(Session session) {
        this.session = session;
    }

    void tell(ZoneName zone, ZoneRules rules) {
        session.answers().give(() -> document(zone, rules), () -> lines(zone, rules));
    }

    private static Map<String, Object> document(ZoneName zone, ZoneRules rules) {
        var document = new LinkedHashMap<String, Object>();
        document.put("zone", zone.text());
        document.put("setUp", rules.setUp().code());
        document.put("pairing", rules.pairing().code());
        document.put("attestation", rules.attestation().code());
        return document;
    }

    private Stream<String> lines(ZoneName zone, ZoneRules rules) {
        var words = session.words();
        var setUp = switch (rules.setUp()) {
            case AT_ONCE -> "rules.at-once";
            case FRESH_KEY -> "rules.fresh-key";
        };
        var pairing = switch (rules.pairing()) {
            case ANY_TIME -> "rules.any-time";
            case IN_WINDOW -> "rules.in-window";
        };
        var attestation = switch (rules.attestation()) {
            case NONE -> "rules.none";
            case CLAIMED -> "rules.claimed";
            case ATTESTED -> "rules.attested";
        };
        return Stream.of(
                words.text("rules.of", zone.display()),
                words.text(setUp),
                words.text(pairing),
                words.text(attestation));
    }
}
