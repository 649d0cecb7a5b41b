package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.KeyKinds;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DeviceIcons;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.timeline.Bar.Fact;
import org.hearthkey.app.ui.timeline.Bar.Look;
import org.hearthkey.app.ui.zones.ZonesView;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.device.Credential.Certified;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Leaving;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.SignedList;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Reads the rows of the timeline from the home. Works on the home's thread.
final class TimelineReader {
    private final Home home;
    private final Words words;
    private final Dates dates;

    TimelineReader(Home home, Words words, Dates dates) {
        this.home = home;
        this.words = words;
        this.dates = dates;
    }

    Timeline read(Instant now) {
        var issuers = home.issuers();
        var rows = new ArrayList<TimelineRow>();
        rows.add(root(issuers.root(), now));
        for (var zone : issuers.zones()) {
            rows.add(issuer(words.text("timeline.issuer.name", zone.name().display()), zone.issuer(), now));
        }
        rows.add(issuer(
                words.text("timeline.issuer.name", words.text("issuer.services.name")), issuers.services(), now));
        home.intermediates().all().forEach(each -> rows.add(intermediate(each, now)));
        home.lists().newest().forEach(list -> rows.add(list(list, now)));
        home.keyProfiles().ending().forEach(use -> rows.add(keys(use, now)));
        var zones = issuers.zones().stream()
                .map(zone -> new Timeline.Zone(
                        zone.name(),
                        (int) home.devices()
                                .count(DeviceQuery.all(now).inZone(zone.name()).withCertificates()),
                        issuers.chainEnd(new Role.Zone(zone.name()))))
                .toList();
        return new Timeline(now, rows, zones, new DueReader(home, words, dates).read(now));
    }

    /// The rows of the devices of a zone, by name.
    List<TimelineRow> devices(Timeline.Zone zone, Instant now, long offset, int limit) {
        return home.devices().page(DeviceQuery.all(now).inZone(zone.name()).withCertificates(), offset, limit).stream()
                .map(device -> device(device, zone.issuerEnd(), now))
                .toList();
    }

    private TimelineRow root(Issuer root, Instant now) {
        var certificate = root.certificate();
        var facts = List.of(
                fact("timeline.until.fact", certificate.notAfter()),
                fact("timeline.from.fact", certificate.notBefore()));
        var bar = Bar.of(certificate.notBefore(), certificate.notAfter(), Look.ROOT, facts)
                .withLabel(end(certificate.notAfter(), now));
        return row(words.text("issuer.root.name"), MaterialDesignS.SHIELD_KEY_OUTLINE, bar, Place.ZONES);
    }

    private TimelineRow issuer(String name, Issuer issuer, Instant now) {
        var certificate = issuer.certificate();
        var end = home.issuers().chainEnd(issuer.role());
        var dueFrom = Lifetimes.issuerDueFrom(end);
        var facts = List.of(
                fact("timeline.until.fact", end),
                fact("timeline.due.fact", dueFrom),
                fact(
                        "timeline.issuer-end.fact",
                        home.issuers().root().certificate().notAfter()));
        var bar = Bar.of(certificate.notBefore(), end, Look.ISSUER, facts)
                .withDueFrom(dueFrom)
                .withOwnEnd(certificate.notAfter())
                .withLabel(end(end, now));
        return row(name, MaterialDesignK.KEY_CHAIN_VARIANT, bar, Place.ZONES);
    }

    private TimelineRow intermediate(Intermediate intermediate, Instant now) {
        var certificate = intermediate.certificate();
        var name = words.text("timeline.intermediate.name", intermediate.name().display());
        var from = certificate.notBefore();
        var end = certificate.notAfter();
        var bar = intermediate
                .revoked()
                .map(revoked ->
                        Bar.of(from, revoked.at(), Look.PAST, List.of(fact("timeline.revoked.fact", revoked.at()))))
                .orElseGet(() -> Bar.of(from, end, Look.ISSUER, List.of(fact("timeline.until.fact", end)))
                        .withDueFrom(Lifetimes.issuerDueFrom(end))
                        .withLabel(end(end, now)));
        return row(name, MaterialDesignK.KEY_CHAIN_VARIANT, bar, Place.ZONES);
    }

    /// A kind of key of which the owner is warned: from the first warning to its end.
    private TimelineRow keys(ProfileUse use, Instant now) {
        var end = use.profile().notAfter().orElseThrow();
        var from = use.profile().warnFrom().orElseThrow();
        var facts = List.of(
                fact("timeline.keys.fact", end),
                new Fact(words.text("timeline.holders.fact"), KeyKinds.holders(use.devices(), words)));
        var bar = Bar.of(from, end, now.isBefore(end) ? Look.SOON : Look.PAST, facts)
                .withLabel(end(end, now));
        return new TimelineRow(
                words.text("timeline.keys.name", KeyKinds.name(use.profile().kind())),
                MaterialDesignK.KEY_OUTLINE,
                Tone.WARNING,
                List.of(bar),
                Optional.empty(),
                Optional.empty(),
                ZonesView.KEYS);
    }

    private TimelineRow list(SignedList newest, Instant now) {
        var bars = new ArrayList<Bar>();
        var lifeline = home.lists().lifeline(newest.issuer()).orElseThrow();
        var history = new ArrayList<>(home.lists().history(newest.issuer()));
        history.addAll(lifeline.toCome(now));
        for (int i = 0; i < history.size(); i++) {
            var list = history.get(i);
            var replaced =
                    i + 1 < history.size() ? Optional.of(history.get(i + 1).thisUpdate()) : Optional.<Instant>empty();
            bars.add(listBar(list, replaced, now, lifeline.dueFrom()));
        }
        var name = words.text("device.list.name", IssuerNames.of(newest.issuer(), words));
        return new TimelineRow(
                name,
                MaterialDesignP.PLAYLIST_REMOVE,
                Tone.NEUTRAL,
                bars,
                Optional.empty(),
                Optional.empty(),
                Destination.to(Place.REVOCATION));
    }

    private Bar listBar(SignedList list, Optional<Instant> replaced, Instant now, Instant due) {
        var facts = new ArrayList<>(List.of(
                new Fact(words.text("timeline.number.fact"), list.number().toString()),
                fact(
                        now.isBefore(list.thisUpdate()) ? "timeline.begins.fact" : "timeline.signed.fact",
                        list.thisUpdate()),
                fact("timeline.until.fact", list.nextUpdate())));
        replaced.ifPresent(at -> facts.add(fact("timeline.replaced.fact", at)));
        var end = replaced.filter(at -> at.isBefore(list.nextUpdate())).orElse(list.nextUpdate());
        if (!now.isBefore(end)) {
            return Bar.of(list.thisUpdate(), end, Look.PAST, facts);
        }
        var bar = Bar.of(list.thisUpdate(), end, Look.GOOD, facts);
        if (!due.isAfter(list.thisUpdate()) || !due.isBefore(end)) {
            return bar;
        }
        facts.add(fact("timeline.due.fact", due));
        return Bar.of(list.thisUpdate(), end, Look.GOOD, facts).withDueFrom(due);
    }

    private TimelineRow device(Device device, Instant issuerEnd, Instant now) {
        var certified = device.certified().orElseThrow();
        var state = device.stateAt(now);
        var bars = new ArrayList<Bar>();
        var history = home.devices().history(device.id());
        for (int i = history.size() - 1; i > 0; i--) {
            bars.add(earlier(history.get(i), history.get(i - 1)));
        }
        bars.addAll(current(certified, state, issuerEnd));
        return new TimelineRow(
                device.name().text(),
                DeviceIcons.of(device.particulars().type()),
                tone(state),
                bars,
                device.leaving()
                        .flatMap(Leaving::retired)
                        .map(at -> new TimelineRow.Callout(
                                certified.effectiveNotAfter(),
                                words.text("timeline.retired.callout", dates.nearDay(at))))
                        .or(() -> callout(certified, state)),
                Optional.of(state),
                Destination.to(Place.DEVICES, device.id().toString()));
    }

    private Bar earlier(Certified certified, Certified next) {
        var end = next.notBefore().isBefore(certified.effectiveNotAfter())
                ? next.notBefore()
                : certified.effectiveNotAfter();
        var facts = List.of(
                fact("timeline.from.fact", certified.notBefore()), fact("timeline.replaced.fact", next.notBefore()));
        return Bar.of(certified.notBefore(), end, Look.PAST, facts);
    }

    private List<Bar> current(Certified certified, DeviceState state, Instant issuerEnd) {
        var from = certified.notBefore();
        var end = certified.effectiveNotAfter();
        if (certified.revoked().isPresent()) {
            var at = certified.revoked().get().at();
            var facts = List.of(fact("timeline.revoked.fact", at), fact("timeline.would-end.fact", end));
            return List.of(
                    Bar.of(
                            from,
                            at,
                            Look.PAST,
                            List.of(fact("timeline.from.fact", from), fact("timeline.revoked.fact", at))),
                    Bar.of(at, end, Look.REVOKED, facts));
        }
        var facts = List.of(
                fact("timeline.until.fact", end),
                fact("timeline.due.fact", certified.renewFrom()),
                fact("timeline.issuer-end.fact", issuerEnd));
        var look = switch (state) {
            case TRUSTED, UNSEEN, LAPSED -> Look.GOOD;
            case ENDS_SOON -> Look.SOON;
            case ENDED -> Look.PAST;
            case REVOKED, RETIRED -> Look.REVOKED;
        };
        var bar = Bar.of(from, end, look, facts).withOwnEnd(certified.notAfter());
        return List.of(look == Look.PAST ? bar : bar.withDueFrom(certified.renewFrom()));
    }

    private Optional<TimelineRow.Callout> callout(Certified certified, DeviceState state) {
        var end = certified.effectiveNotAfter();
        return switch (state) {
            case REVOKED, RETIRED ->
                certified
                        .revoked()
                        .map(revoked -> new TimelineRow.Callout(
                                end, words.text("timeline.revoked.callout", dates.nearDay(revoked.at()))));
            case ENDED ->
                Optional.of(new TimelineRow.Callout(end, words.text("timeline.ended.callout", dates.nearDay(end))));
            case TRUSTED, UNSEEN, LAPSED, ENDS_SOON -> Optional.empty();
        };
    }

    private String end(Instant at, Instant now) {
        return words.text(now.isBefore(at) ? "timeline.until.label" : "timeline.ended.label", dates.day(at));
    }

    private Fact fact(String key, Instant at) {
        return new Fact(words.text(key), dates.day(at));
    }

    private static TimelineRow row(String name, Ikon ikon, Bar bar, Place opens) {
        return new TimelineRow(
                name, ikon, Tone.ACCENT, List.of(bar), Optional.empty(), Optional.empty(), Destination.to(opens));
    }

    private static Tone tone(DeviceState state) {
        return switch (state) {
            case TRUSTED, UNSEEN, ENDED, RETIRED -> Tone.NEUTRAL;
            case LAPSED, ENDS_SOON -> Tone.WARNING;
            case REVOKED -> Tone.DANGER;
        };
    }
}
