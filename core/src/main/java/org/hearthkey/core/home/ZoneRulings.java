package org.hearthkey.core.home;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.device.ZoneRuleRecords;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.seal.RefusedException;

/// What the zones ask of devices that join them, and when the home is open for pairing.
public final class ZoneRulings {
    /// How long a pairing window stays open when nobody says otherwise.
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /// The longest that a pairing window stays open.
    public static final Duration LONGEST_WINDOW = Duration.ofHours(8);

    private final ZoneRuleRecords rules;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    ZoneRulings(ZoneRuleRecords rules, Signatory signatory, Journal journal, Commits commits, InstantSource clock) {
        this.rules = rules;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// What this zone asks for.
    public ZoneRules rules(ZoneName zone) {
        return rules.rules(zone);
    }

    /// What keeps these rules from being set, if anything does.
    public Optional<Finding> refusal(ZoneName zone, ZoneRules wanted) {
        IssuerBook issuers = signatory.issuers();
        if (issuers.zone(zone).isEmpty()) {
            return refused("zone.unknown", zone.text());
        }
        if (wanted.setUp() == ZoneRules.SetUp.FRESH_KEY
                && (issuers.zone(ZoneRules.ONBOARDING).isEmpty() || zone.equals(ZoneRules.ONBOARDING))) {
            return refused("setup.no-onboarding-zone");
        }
        return Optional.empty();
    }

    /// Sets what a zone asks for, from the next approval on. Devices that are in stay in.
    ///
    /// @throws IllegalArgumentException if [#refusal] says so
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public void change(ZoneName zone, ZoneRules wanted, RootSecret secret) throws RefusedException, IOException {
        if (refusal(zone, wanted).isPresent()) {
            throw new IllegalArgumentException("These rules cannot be set");
        }
        signatory.proveRoot(secret).close();
        commits.commit(() -> {
            rules.keep(zone, wanted);
            journal.append(Note.of("zone.rules")
                    .fact("setUp", wanted.setUp().code())
                    .fact("pairing", wanted.pairing().code())
                    .fact("attestation", wanted.attestation().code())
                    .detail("zone", zone.text()));
            return wanted;
        });
    }

    /// Until when the home is open for pairing, if it is.
    public Optional<Instant> openUntil() {
        return rules.windowCloses().filter(clock.instant()::isBefore);
    }

    /// Opens the home for pairing, from now on for this long.
    ///
    /// @param span at most [#LONGEST_WINDOW]; zero closes it
    /// @throws IllegalArgumentException for a longer or a negative span
    public Instant open(Duration span) {
        if (span.isNegative() || span.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("A pairing window is open for at most 8 hours");
        }
        var closes = clock.instant().plus(span).truncatedTo(ChronoUnit.SECONDS);
        return commits.commit(() -> {
            rules.openWindow(closes);
            var note = span.isZero() ? Note.of("pairing.close") : Note.of("pairing.open");
            journal.append(note.fact("closes", closes.toString()));
            return closes;
        });
    }

    private static Optional<Finding> refused(String code, String... facts) {
        return Optional.of(new Finding(code, Weight.REFUSAL, List.of(facts), "RFC 5280, section 4.2.1.10"));
    }
}
