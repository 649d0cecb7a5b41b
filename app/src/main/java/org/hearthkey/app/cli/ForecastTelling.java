package org.hearthkey.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.policy.Finding;
import org.jspecify.annotations.Nullable;

/// Says what handing the lists out would do.
final class ForecastTelling {
    private final Session session;

    ForecastTelling(Session session) {
        this.session = session;
    }

    void tell(List<Forecast> forecasts) {
        session.answers()
                .give(
                        () -> Map.of(
                                "places", forecasts.stream().map(this::document).toList()),
                        () -> forecasts.stream().flatMap(this::lines));
    }

    private Map<String, @Nullable Object> document(Forecast forecast) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        var taken = forecast.taken();
        document.put("place", taken.place().isEmpty() ? null : taken.place());
        document.put("lastBundle", taken.last().map(Delivery::bundleNumber).orElse(null));
        document.put(
                "zones", forecast.zones().stream().map(ForecastTelling::zone).toList());
        document.put(
                "lists",
                forecast.lapses().stream()
                        .map(lapse -> Map.of(
                                "issuer",
                                lapse.issuer().code(),
                                "lapses",
                                lapse.at().toString()))
                        .toList());
        document.put("newlyRefusedCount", forecast.newlyRefused());
        document.put("goesOnCount", forecast.goingOn());
        document.put("safeUntil", forecast.safeUntil().toString());
        document.put("needsRoot", !forecast.hits().isEmpty());
        document.put("findings", session.findings().documents(findings(forecast)));
        return document;
    }

    private static Map<String, Object> zone(Forecast.Zone zone) {
        var document = new LinkedHashMap<String, Object>();
        document.put("zone", zone.name().text());
        document.put("newlyRefused", zone.newly().first());
        document.put("newlyRefusedCount", zone.newly().count());
        document.put("refusedBeforeCount", zone.before());
        document.put("goesOn", zone.goingOn().first());
        document.put("goesOnCount", zone.goingOn().count());
        return document;
    }

    private static List<Finding> findings(Forecast forecast) {
        return Stream.concat(forecast.hits().stream(), forecast.notes().stream())
                .toList();
    }

    /// What people read.
    Stream<String> lines(Forecast forecast) {
        var words = session.words();
        var lines = new ArrayList<String>();
        lines.add(head(forecast));
        for (var zone : forecast.zones()) {
            if (zone.newly().count() > 0) {
                lines.add(words.text(
                        "forecast.newly", zone.name().display(), zone.newly().count(), names(zone.newly())));
            }
        }
        if (forecast.newlyRefused() == 0) {
            lines.add(words.text("forecast.nobody"));
        }
        var table = new Table(
                words.text("list.issuer"),
                words.text("forecast.column.newly"),
                words.text("forecast.column.before"),
                words.text("forecast.column.going-on"),
                words.text("list.lapses"));
        for (var lapse : forecast.lapses()) {
            var counts = counts(forecast, lapse.issuer());
            var at = session.dates().day(lapse.at());
            table.add(lapse.issuer().code(), counts.get(0), counts.get(1), counts.get(2), at);
        }
        table.lines().forEach(lines::add);
        lines.add(words.text("forecast.safe-until", session.dates().day(forecast.safeUntil())));
        lines.addAll(session.findings().lines(findings(forecast)));
        if (!forecast.hits().isEmpty()) {
            lines.add(words.text("forecast.needs-root"));
        }
        return lines.stream();
    }

    private String head(Forecast forecast) {
        var words = session.words();
        var place = forecast.taken().place();
        return forecast.taken()
                .last()
                .map(last -> words.text(
                        "forecast.place",
                        place,
                        last.bundleNumber(),
                        session.dates().day(last.begun())))
                .orElseGet(() -> place.isEmpty()
                        ? words.text("forecast.new-place")
                        : words.text("forecast.unknown-place", place));
    }

    private static List<String> counts(Forecast forecast, Role issuer) {
        return forecast.zones().stream()
                .filter(zone -> issuer.equals(new Role.Zone(zone.name())))
                .map(zone -> Stream.of(
                                zone.newly().count(),
                                zone.before(),
                                zone.goingOn().count())
                        .map(String::valueOf)
                        .toList())
                .findFirst()
                .orElse(List.of("", "", ""));
    }

    private String names(Names names) {
        var first = String.join(", ", names.first());
        return names.more() > 0 ? session.words().text("forecast.more", first, names.more()) : first;
    }
}
