package org.hearthkey.app.ui.devices;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential.Certified;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.Leaving;

/// What a device needs from its owner, in whole sentences.
final class DeviceNeeds {
    private final Words words;
    private final Dates dates;
    private final ProbeWords probes;

    DeviceNeeds(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
        probes = ProbeWords.in(words.locale());
    }

    /// What a device needs from the owner. Nothing, if it is in order.
    Optional<Need> need(DeviceDetail detail) {
        var device = detail.device();
        return switch (detail.state()) {
            case TRUSTED -> Optional.empty();
            case UNSEEN -> Optional.of(unseen(device));
            case LAPSED ->
                Optional.of(new Need(
                        words.text("devices.lapsed.title", dates.distance(device.lapses())),
                        words.text("devices.lapsed.reason", dates.day(device.added()))));
            case ENDS_SOON -> device.certified().map(this::endsSoon);
            case ENDED -> device.certified().map(this::ended);
            case RETIRED ->
                device.leaving()
                        .flatMap(Leaving::retired)
                        .map(at -> new Need(
                                words.text("devices.retired.title", dates.distance(at)),
                                words.text("devices.retired.reason")));
            case REVOKED ->
                device.credential()
                        .revoked()
                        .map(revoked -> new Need(
                                words.text(
                                        detail.held().isPresent()
                                                ? "devices.revoked.title"
                                                : "devices.taken-back.title",
                                        dates.distance(revoked.at())),
                                Stream.concat(
                                                Stream.of(revoked(detail, revoked.reason())),
                                                detail.refusal().map(probes::sentence).stream())
                                        .collect(Collectors.joining(" "))));
        };
    }

    private Need unseen(Device device) {
        return device.isBeingSetUp()
                ? new Need(words.text("devices.set-up.title"), words.text("devices.set-up.reason"))
                : new Need(
                        words.text("devices.unseen.title"),
                        words.text("devices.unseen.reason", dates.nearDay(device.lapses())));
    }

    private Need endsSoon(Certified certified) {
        var end = certified.effectiveNotAfter();
        return new Need(
                words.text("devices.ends-soon.title", dates.distance(end)),
                words.text("devices.ends-soon.reason", dates.nearDayAndTime(end), due(certified)));
    }

    private Need ended(Certified certified) {
        var end = certified.effectiveNotAfter();
        return new Need(
                words.text("devices.ended.title", dates.distance(end)),
                words.text("devices.ended.reason", dates.nearDayAndTime(end)));
    }

    /// @param title what is so
    /// @param reason why, and what follows
    record Need(String title, String reason) {}

    private String due(Certified certified) {
        var from = certified.renewFrom();
        return words.text(
                dates.daysUntil(from) > 0 ? "devices.due-from.reason" : "devices.due-since.reason",
                dates.nearDay(from));
    }

    private String revoked(DeviceDetail detail, Reason reason) {
        if (detail.held().isEmpty()) {
            return words.text("devices.taken-back.reason", new DeviceWords(words).reason(reason));
        }
        var list = words.text("device.list.name", detail.device().zone().display());
        return detail.delivered()
                .map(at -> words.text(
                        "devices.revoked-delivered.reason",
                        new DeviceWords(words).reason(reason),
                        list,
                        dates.nearDay(at)))
                .orElseGet(() ->
                        words.text("devices.revoked-waiting.reason", new DeviceWords(words).reason(reason), list));
    }

    /// What its label has in common with another device, as was noted when it was approved; empty if nothing.
    String shared(Device device) {
        return device.findings().stream()
                .flatMap(code -> switch (code) {
                    case "mark.serial-duplicate" -> Stream.of("devices.shared-serial.mark");
                    case "mark.address-duplicate" -> Stream.of("devices.shared-address.mark");
                    case "mark.short-name-duplicate" -> Stream.of("devices.shared-name.mark");
                    case "mark.used-before" -> Stream.of("devices.shared-label.mark");
                    default -> Stream.<String>empty();
                })
                .map(words::text)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// Where a device stands: `Cameras, Garage`.
    static String place(Device device) {
        var room = device.particulars().location();
        return room.isEmpty() ? device.zone().display() : device.zone().display() + ", " + room;
    }
}
